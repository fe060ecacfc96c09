import Foundation
import GRDB

/// What the first migration made, as it stood when databases were made by it: a later program must go on from there.
enum FirstSchema {
    static let migration = "2026-11-25 first"

    static let sql = """
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
        CREATE TABLE liveness (
            version TEXT NOT NULL REFERENCES version,
            since INTEGER NOT NULL,
            made_live_by TEXT NOT NULL,
            PRIMARY KEY (version, since)
        ) STRICT, WITHOUT ROWID;
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
        CREATE TABLE suppressed (
            number_key BLOB NOT NULL PRIMARY KEY CHECK (length(number_key) = 32),
            since INTEGER NOT NULL,
            cause TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE recording (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            contact BLOB NOT NULL REFERENCES contact ON DELETE CASCADE,
            channel TEXT NOT NULL,
            began INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX recording_of_contact ON recording (contact);
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
        CREATE TABLE conversation (
            id BLOB NOT NULL PRIMARY KEY REFERENCES recording ON DELETE CASCADE,
            contact BLOB NOT NULL UNIQUE REFERENCES contact ON DELETE CASCADE,
            version TEXT NOT NULL REFERENCES version,
            state TEXT NOT NULL CHECK (state IN ('open', 'dropped')),
            touched INTEGER NOT NULL,
            box BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
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
        CREATE TABLE outbox (
            id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
            contact BLOB NOT NULL REFERENCES contact ON DELETE CASCADE,
            sign_up BLOB REFERENCES sign_up ON DELETE CASCADE,
            class TEXT NOT NULL CHECK (class IN ('answer', 'confirmation', 'follow-up', 'reminder', 'campaign')),
            cause TEXT NOT NULL,
            language TEXT,
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

    /// Takes a database back to what the first program would have made of the same turns.
    static func takeBack(_ database: String, keyFile: String) throws {
        let old = database + ".old"
        let words = try OldWords(keyFile: keyFile)
        let queue = try DatabaseQueue(path: old)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: sql)
            try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [migration])
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try db.execute(sql: "ATTACH ? AS now", arguments: [database])
            for table in try String.fetchAll(db, sql: "SELECT name FROM main.sqlite_master WHERE type = 'table'")
            where table != "grdb_migrations" {
                let columns = try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?, 'main')", arguments: [table])
                    .joined(separator: ", ")
                try db.execute(sql: "INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM now.\(table)")
            }
            try words.takeApart(db, of: "now", to: "main")
            try db.execute(sql: "DETACH now")
        }
        try queue.close()
        try FileManager.default.removeItem(atPath: database)
        try FileManager.default.moveItem(atPath: old, toPath: database)
    }
}
