extension Schema {
    /// What a conversation by SMS, a doubted number and a loop with another machine need to have kept.
    static let messages = """
        -- Whether the number may be somebody else's by now; what was counted of this minute and of this hour; when words last went out
        -- in answer to an SMS.
        ALTER TABLE contact ADD COLUMN doubted INTEGER NOT NULL DEFAULT 0 CHECK (doubted IN (0, 1));
        ALTER TABLE contact ADD COLUMN minute_from INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE contact ADD COLUMN minute_turns INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE contact ADD COLUMN hour_from INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE contact ADD COLUMN hour_turns INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE contact ADD COLUMN cut_off_until INTEGER;
        ALTER TABLE contact ADD COLUMN answered_by_sms INTEGER;
        CREATE INDEX contact_cut_off ON contact (cut_off_until) WHERE cut_off_until IS NOT NULL;

        -- What kind of channel its words were last shown on.
        ALTER TABLE conversation ADD COLUMN shown_on TEXT NOT NULL DEFAULT 'ussd' CHECK (shown_on IN ('ussd', 'sms'));

        -- Whoever was last here before that moment leaves the version that they began with.
        ALTER TABLE live ADD COLUMN at_once INTEGER;

        -- Which conversation planned it: a follow-up leaves once a conversation.
        ALTER TABLE outbox ADD COLUMN conversation BLOB;
        -- What it was asked in: it goes with the sign-up whose answers it repeats.
        ALTER TABLE callback ADD COLUMN conversation BLOB;

        -- USSD sessions whose end may never be told, in the order in which they began; written at a dial and looked at by the upkeep,
        -- so that no step has an index of times to keep.
        CREATE TABLE awaited_end (
            channel TEXT NOT NULL,
            since INTEGER NOT NULL,
            session BLOB NOT NULL,
            PRIMARY KEY (channel, since, session)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO awaited_end (channel, since, session)
        SELECT recording.channel, touched, key FROM session JOIN recording ON recording.id = recording WHERE state = 'open';
        """
}
