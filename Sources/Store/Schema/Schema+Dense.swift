extension Schema {
    /// What each turn writes lies side by side: turns in the order in which they were taken, sessions in that in which they began. A batch
    /// then fills few pages, where a table in the order of its keys touched one or two for every turn. And SQLite makes a table for each
    /// `IN` of three and more whenever a row is checked: here they are spelled out.
    static let dense = """
        CREATE TABLE dense_turn (
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
            parts INTEGER,
            answer BLOB,
            occasion TEXT CHECK (occasion = 'dial' OR occasion = 'step' OR occasion = 'message' OR occasion = 'hang-up')
        ) STRICT;
        INSERT INTO dense_turn SELECT recording, number, at, channel, screen, understood, typed, shown, ends, step, reply, parts, answer,
            occasion FROM turn ORDER BY at;
        DROP TABLE turn;
        ALTER TABLE dense_turn RENAME TO turn;
        CREATE UNIQUE INDEX turn_of_recording ON turn (recording, number);

        CREATE TABLE dense_session (
            key BLOB NOT NULL CHECK (length(key) = 16),
            contact BLOB REFERENCES contact ON DELETE SET NULL,
            recording BLOB,
            version TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state = 'open' OR state = 'detached' OR state = 'over'),
            touched INTEGER NOT NULL,
            text_length INTEGER NOT NULL,
            text_key BLOB NOT NULL,
            step BLOB,
            reply BLOB,
            ends INTEGER CHECK (ends IN (0, 1))
        ) STRICT;
        INSERT INTO dense_session SELECT key, contact, recording, version, state, touched, text_length, text_key, step, reply, ends
            FROM session ORDER BY touched;
        DROP TABLE session;
        ALTER TABLE dense_session RENAME TO session;
        CREATE UNIQUE INDEX session_of_key ON session (key);
        CREATE INDEX session_of_contact ON session (contact);
        """
}
