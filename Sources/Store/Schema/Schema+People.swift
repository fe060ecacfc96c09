extension Schema {
    static let people = """
        -- Written once a conversation and not once a turn: it has a row for everybody who ever came.
        CREATE TABLE contact (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            number_key BLOB UNIQUE CHECK (length(number_key) = 32),
            number_box BLOB,
            language TEXT,
            created INTEGER NOT NULL,
            seen INTEGER NOT NULL,
            misses INTEGER NOT NULL DEFAULT 0 CHECK (misses BETWEEN 0 AND 4),
            locked_until INTEGER,
            is_test INTEGER NOT NULL CHECK (is_test IN (0, 1)),
            CHECK ((number_key IS NULL) = (number_box IS NULL))
        ) STRICT, WITHOUT ROWID;

        -- No part of the person: it outlives erasure.
        CREATE TABLE suppressed (
            number_key BLOB NOT NULL PRIMARY KEY CHECK (length(number_key) = 32),
            since INTEGER NOT NULL,
            cause TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    static let talk = """
        CREATE TABLE recording (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            contact BLOB NOT NULL REFERENCES contact ON DELETE CASCADE,
            channel TEXT NOT NULL,
            began INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX recording_of_contact ON recording (contact);

        -- What was understood is clear, the words are boxes. `reply` is there where it is not what was shown word for word, as where
        -- something private was left out of the recording.
        CREATE TABLE turn (
            recording BLOB NOT NULL REFERENCES recording ON DELETE CASCADE,
            number INTEGER NOT NULL,
            at INTEGER NOT NULL,
            channel TEXT NOT NULL,
            screen TEXT,
            understood TEXT NOT NULL,
            typed BLOB,
            shown BLOB,
            ends INTEGER CHECK (ends IN (0, 1)),
            step BLOB,
            reply BLOB,
            PRIMARY KEY (recording, number)
        ) STRICT, WITHOUT ROWID;

        -- Only while it is alive, one a contact, and small.
        CREATE TABLE conversation (
            id BLOB NOT NULL PRIMARY KEY REFERENCES recording ON DELETE CASCADE,
            contact BLOB NOT NULL UNIQUE REFERENCES contact ON DELETE CASCADE,
            version TEXT NOT NULL REFERENCES version,
            state TEXT NOT NULL CHECK (state IN ('open', 'dropped')),
            touched INTEGER NOT NULL,
            box BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- A gateway's session, until it is long over. Of its last text the length and a keyed hash, never the text: it holds every
        -- answer. `step` and `reply` stand here only where no recording is left to hold them, as after an erasure.
        CREATE TABLE session (
            key BLOB NOT NULL PRIMARY KEY CHECK (length(key) = 16),
            contact BLOB REFERENCES contact ON DELETE SET NULL,
            recording BLOB,
            version TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('open', 'detached', 'over')),
            touched INTEGER NOT NULL,
            text_length INTEGER NOT NULL,
            text_key BLOB NOT NULL,
            step BLOB,
            reply BLOB,
            ends INTEGER CHECK (ends IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX session_of_contact ON session (contact);

        CREATE TABLE session_end (
            session BLOB NOT NULL PRIMARY KEY,
            channel TEXT NOT NULL,
            cause TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
