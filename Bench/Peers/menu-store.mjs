// What the menu keeps, in the rows that a turn of Passerelle has: who it is, the session, the turn, and at the end the sign-up with its answers.
// As durable as Passerelle's (WAL, a sync a commit), with SQLite's settings at their fastest under that. Nothing is sealed.
import { DatabaseSync } from "node:sqlite";

export function open(file) {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 10000;
    CREATE TABLE contact (phone TEXT PRIMARY KEY, seen INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE session (id TEXT PRIMARY KEY, phone TEXT NOT NULL, state TEXT NOT NULL, text TEXT NOT NULL, touched INTEGER NOT NULL)
      STRICT, WITHOUT ROWID;
    CREATE TABLE turn (session TEXT NOT NULL, text TEXT NOT NULL, shown TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (session, text))
      STRICT, WITHOUT ROWID;
    CREATE TABLE sign_up (reference TEXT PRIMARY KEY, phone TEXT NOT NULL, created INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE answer (sign_up TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (sign_up, field)) STRICT, WITHOUT ROWID;
  `);
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  const known = database.prepare("SELECT state FROM session WHERE id = ?");
  const contact = database.prepare("INSERT INTO contact VALUES (?, ?) ON CONFLICT DO UPDATE SET seen = excluded.seen");
  const session = database.prepare(
    "INSERT INTO session VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state, text = excluded.text, touched = excluded.touched");
  const turn = database.prepare("INSERT INTO turn VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
  const signUp = database.prepare("INSERT INTO sign_up VALUES (?, ?, ?)");
  const answer = database.prepare("INSERT INTO answer VALUES (?, ?, ?)");

  return (id, phone, text, state, shown, done) => {
    const now = Date.now();
    begin.run();
    if (!known.get(id)) contact.run(phone, now);
    session.run(id, phone, state, text, now);
    turn.run(id, text, shown, now);
    if (done) {
      signUp.run(done.reference, phone, now);
      for (const field in done.answers) answer.run(done.reference, field, done.answers[field]);
    }
    commit.run();
  };
}
