extension Schema {
    static let signUps = """
        CREATE TABLE sign_up (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            reference_key BLOB NOT NULL UNIQUE CHECK (length(reference_key) = 16),
            reference_box BLOB NOT NULL,
            kind TEXT NOT NULL,
            contact BLOB NOT NULL REFERENCES contact ON DELETE CASCADE,
            channel TEXT NOT NULL,
            language TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            consent_given INTEGER NOT NULL,
            consent_box BLOB NOT NULL,
            keep_until INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sign_up_of_contact ON sign_up (contact);

        -- Choices and numbers are clear, so that filters are SQL; the rest, and what is private, is a box.
        CREATE TABLE sign_up_answer (
            sign_up BLOB NOT NULL REFERENCES sign_up ON DELETE CASCADE,
            field TEXT NOT NULL,
            kind TEXT NOT NULL,
            clear TEXT,
            number REAL,
            box BLOB,
            PRIMARY KEY (sign_up, field),
            CHECK ((clear IS NULL) <> (box IS NULL)),
            CHECK (number IS NULL OR clear IS NOT NULL)
        ) STRICT, WITHOUT ROWID;

        -- The recordings that hold the words of it, gone with it.
        CREATE TABLE sign_up_recording (
            sign_up BLOB NOT NULL REFERENCES sign_up ON DELETE CASCADE,
            recording BLOB NOT NULL,
            PRIMARY KEY (sign_up, recording)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE name_start (
            start BLOB NOT NULL,
            sign_up BLOB NOT NULL REFERENCES sign_up ON DELETE CASCADE,
            PRIMARY KEY (start, sign_up)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX name_start_of_sign_up ON name_start (sign_up);
        """

    static let callbacks = """
        CREATE TABLE callback (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            contact BLOB NOT NULL REFERENCES contact ON DELETE CASCADE,
            channel TEXT NOT NULL,
            language TEXT NOT NULL,
            time_field TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('open', 'done')),
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX callback_of_contact ON callback (contact);

        CREATE TABLE callback_answer (
            callback BLOB NOT NULL REFERENCES callback ON DELETE CASCADE,
            field TEXT NOT NULL,
            kind TEXT NOT NULL,
            clear TEXT,
            number REAL,
            box BLOB,
            PRIMARY KEY (callback, field),
            CHECK ((clear IS NULL) <> (box IS NULL)),
            CHECK (number IS NULL OR clear IS NOT NULL)
        ) STRICT, WITHOUT ROWID;
        """

    static let sending = """
        CREATE TABLE outbox (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            contact BLOB NOT NULL REFERENCES contact ON DELETE CASCADE,
            sign_up BLOB REFERENCES sign_up ON DELETE CASCADE,
            class TEXT NOT NULL CHECK (class IN ('answer', 'confirmation', 'follow-up', 'reminder', 'campaign')),
            cause TEXT NOT NULL,
            language TEXT,
            -- A reminder is worded when it leaves.
            text_box BLOB,
            due INTEGER NOT NULL,
            expires INTEGER,
            state TEXT NOT NULL CHECK (state IN ('queued', 'attempted', 'accepted', 'delivered', 'ended')),
            reason TEXT,
            channel TEXT,
            parts INTEGER,
            price TEXT,
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            CHECK (state <> 'ended' OR reason IS NOT NULL)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX outbox_of_contact ON outbox (contact);
        CREATE INDEX outbox_of_sign_up ON outbox (sign_up);
        CREATE INDEX outbox_due ON outbox (due) WHERE state = 'queued';
        """
}
