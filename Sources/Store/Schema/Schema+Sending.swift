extension Schema {
    /// What sending needs to have kept: whose turn a message is, what was tried, what a gateway said, and who may be sent nothing.
    static let leaving = """
        CREATE TABLE campaign (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            made INTEGER NOT NULL,
            made_by TEXT NOT NULL,
            -- As staff wrote it.
            audience TEXT NOT NULL,
            -- Words by language, as JSON; what is sent to many is no secret of one.
            texts TEXT NOT NULL,
            opens TEXT,
            expires INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('filling', 'running', 'paused', 'stopped'))
        ) STRICT, WITHOUT ROWID;

        -- Who leaves before whom.
        ALTER TABLE outbox ADD COLUMN rank INTEGER GENERATED ALWAYS AS (
            CASE class WHEN 'answer' THEN 0 WHEN 'confirmation' THEN 1 WHEN 'campaign' THEN 3 ELSE 2 END) VIRTUAL;
        ALTER TABLE outbox ADD COLUMN campaign BLOB REFERENCES campaign ON DELETE CASCADE;
        ALTER TABLE outbox ADD COLUMN network TEXT;
        -- How often it was handed over; how often in a row its channel did not take it; how often nobody knew what became of it.
        ALTER TABLE outbox ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE outbox ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE outbox ADD COLUMN unknowns INTEGER NOT NULL DEFAULT 0;
        -- When it was last handed over, and since when it is not known what became of it.
        ALTER TABLE outbox ADD COLUMN sent INTEGER;
        ALTER TABLE outbox ADD COLUMN doubtful INTEGER;
        -- The gateway's own id of it, as a keyed hash: its reports name it.
        ALTER TABLE outbox ADD COLUMN gateway_key BLOB;
        DROP INDEX outbox_due;
        CREATE INDEX outbox_next ON outbox (channel, rank, due) WHERE state = 'queued';
        CREATE INDEX outbox_attempted ON outbox (doubtful) WHERE state = 'attempted';
        CREATE INDEX outbox_gateway ON outbox (gateway_key) WHERE gateway_key IS NOT NULL;
        CREATE INDEX outbox_of_campaign ON outbox (campaign) WHERE campaign IS NOT NULL;

        -- A report that was here before its gateway's answer had told us the id.
        CREATE TABLE early_report (
            gateway_key BLOB NOT NULL PRIMARY KEY,
            state TEXT NOT NULL,
            word TEXT NOT NULL,
            price TEXT,
            at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- A gateway's own block of a number: of that channel alone, and no STOP of the person's.
        CREATE TABLE blocked (
            number_key BLOB NOT NULL CHECK (length(number_key) = 32),
            channel TEXT NOT NULL,
            since INTEGER NOT NULL,
            cause TEXT NOT NULL,
            PRIMARY KEY (number_key, channel)
        ) STRICT, WITHOUT ROWID;

        -- Every STOP and START, for good; like `suppressed` no part of the person.
        CREATE TABLE opt_change (
            number_key BLOB NOT NULL CHECK (length(number_key) = 32),
            at INTEGER NOT NULL,
            change TEXT NOT NULL CHECK (change IN ('stopped', 'started')),
            cause TEXT NOT NULL,
            PRIMARY KEY (number_key, at, change)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO opt_change (number_key, at, change, cause) SELECT number_key, since, 'stopped', cause FROM suppressed;

        -- What left by a channel on a day, in parts and in millionths of each currency (parts have none).
        CREATE TABLE sent_day (
            channel TEXT NOT NULL,
            day TEXT NOT NULL,
            currency TEXT NOT NULL,
            parts INTEGER NOT NULL,
            micros INTEGER NOT NULL,
            PRIMARY KEY (channel, day, currency)
        ) STRICT, WITHOUT ROWID;

        -- What a contact was last asked by a message of ours: where their next answer or dial goes on.
        CREATE TABLE opening (
            contact BLOB NOT NULL PRIMARY KEY REFERENCES contact ON DELETE CASCADE,
            target TEXT NOT NULL,
            sign_up BLOB REFERENCES sign_up ON DELETE CASCADE,
            since INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX opening_of_sign_up ON opening (sign_up);

        -- Whose network it was begun on, as the gateway or the configuration names it; the operator's bill is held against it.
        ALTER TABLE recording ADD COLUMN network TEXT;
        -- Parts of a reply that went back as an SMS; what carried it, where that was a message of its own.
        ALTER TABLE turn ADD COLUMN parts INTEGER;
        ALTER TABLE turn ADD COLUMN answer BLOB;
        -- What came: operators bill sessions, steps and messages. Not known of what was there before.
        ALTER TABLE turn ADD COLUMN occasion TEXT CHECK (occasion IN ('dial', 'step', 'message', 'hang-up'));
        """
}
