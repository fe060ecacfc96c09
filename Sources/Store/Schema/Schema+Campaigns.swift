extension Schema {
    /// What is to be done for a campaign in slices, and how far that is.
    static let campaigns = """
        -- The audience as it was understood, as JSON: the dialogs may have changed by the time that it is walked on with.
        ALTER TABLE campaign ADD COLUMN filter TEXT;
        -- The last contact that was looked at, and when all were.
        ALTER TABLE campaign ADD COLUMN walked BLOB;
        ALTER TABLE campaign ADD COLUMN filled INTEGER;
        -- The last waiting message that was brought in line with a resume or a stop; NULL where there is none to bring.
        ALTER TABLE campaign ADD COLUMN swept BLOB;
        -- Those who fit and get nothing.
        ALTER TABLE campaign ADD COLUMN stopped INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE campaign ADD COLUMN blocked INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE campaign ADD COLUMN unreached INTEGER NOT NULL DEFAULT 0;

        -- Counted again and again while staff look on, without touching the messages.
        DROP INDEX outbox_of_campaign;
        CREATE INDEX outbox_of_campaign ON outbox (campaign, state, reason) WHERE campaign IS NOT NULL;
        """

    static let campaignsInDoubt = """
        -- Those who fit and get nothing, because their number may be somebody else's.
        ALTER TABLE campaign ADD COLUMN doubted INTEGER NOT NULL DEFAULT 0;
        """
}
