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

        CREATE TABLE dense_outbox (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            contact BLOB NOT NULL REFERENCES contact ON DELETE CASCADE,
            sign_up BLOB REFERENCES sign_up ON DELETE CASCADE,
            class TEXT NOT NULL CHECK (
                class = 'answer' OR class = 'confirmation' OR class = 'follow-up' OR class = 'reminder' OR class = 'campaign'),
            cause TEXT NOT NULL,
            language TEXT,
            -- A reminder is worded when it leaves.
            text_box BLOB,
            due INTEGER NOT NULL,
            expires INTEGER,
            state TEXT NOT NULL CHECK (
                state = 'queued' OR state = 'attempted' OR state = 'accepted' OR state = 'delivered' OR state = 'ended'),
            reason TEXT,
            channel TEXT,
            parts INTEGER,
            price TEXT,
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            conversation BLOB,
            rank INTEGER GENERATED ALWAYS AS (
                CASE class WHEN 'answer' THEN 0 WHEN 'confirmation' THEN 1 WHEN 'campaign' THEN 3 ELSE 2 END) VIRTUAL,
            campaign BLOB REFERENCES campaign ON DELETE CASCADE,
            network TEXT,
            tries INTEGER NOT NULL DEFAULT 0,
            failures INTEGER NOT NULL DEFAULT 0,
            unknowns INTEGER NOT NULL DEFAULT 0,
            sent INTEGER,
            doubtful INTEGER,
            gateway_key BLOB,
            CHECK (state <> 'ended' OR reason IS NOT NULL)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO dense_outbox (id, contact, sign_up, class, cause, language, text_box, due, expires, state, reason, channel, parts, price,
            created, updated, conversation, campaign, network, tries, failures, unknowns, sent, doubtful, gateway_key)
        SELECT id, contact, sign_up, class, cause, language, text_box, due, expires, state, reason, channel, parts, price, created, updated,
            conversation, campaign, network, tries, failures, unknowns, sent, doubtful, gateway_key FROM outbox ORDER BY id;
        DROP TABLE outbox;
        ALTER TABLE dense_outbox RENAME TO outbox;
        CREATE INDEX outbox_of_contact ON outbox (contact);
        CREATE INDEX outbox_of_sign_up ON outbox (sign_up);
        CREATE INDEX outbox_next ON outbox (channel, rank, due) WHERE state = 'queued';
        CREATE INDEX outbox_attempted ON outbox (doubtful) WHERE state = 'attempted';
        CREATE INDEX outbox_gateway ON outbox (gateway_key) WHERE gateway_key IS NOT NULL;
        CREATE INDEX outbox_of_campaign ON outbox (campaign, state, reason) WHERE campaign IS NOT NULL;
        """
}
