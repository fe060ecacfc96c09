extension Schema {
    /// The dialogs, which hold nothing of any person, and what the program has to remember of itself.
    static let versions = """
        CREATE TABLE setting (
            name TEXT NOT NULL PRIMARY KEY,
            value BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE version (
            id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 12),
            made INTEGER NOT NULL,
            made_by TEXT NOT NULL,
            imported INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE version_file (
            version TEXT NOT NULL REFERENCES version ON DELETE CASCADE,
            name TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (version, name)
        ) STRICT;

        CREATE TABLE live (
            one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
            version TEXT NOT NULL REFERENCES version
        ) STRICT;

        -- Every time that a version became live.
        CREATE TABLE liveness (
            version TEXT NOT NULL REFERENCES version,
            since INTEGER NOT NULL,
            made_live_by TEXT NOT NULL,
            PRIMARY KEY (version, since)
        ) STRICT, WITHOUT ROWID;
        """
}
