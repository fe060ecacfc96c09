-- What a turn of Passerelle keeps, as PostgreSQL keeps it best: all of a turn in one function, so one round trip and one transaction.
CREATE TABLE contact (phone text PRIMARY KEY, seen timestamptz NOT NULL);
CREATE TABLE session (id bigint PRIMARY KEY, phone text NOT NULL, state int NOT NULL, typed text NOT NULL, touched timestamptz NOT NULL)
  WITH (fillfactor = 70);
CREATE TABLE turn (session bigint, number int, typed text NOT NULL, shown text NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (session, number));
CREATE TABLE sign_up (reference bigint PRIMARY KEY, phone text NOT NULL, created timestamptz NOT NULL);
CREATE TABLE answer (sign_up bigint, field text, value text NOT NULL, PRIMARY KEY (sign_up, field));

CREATE FUNCTION take(of_session bigint, of_phone text, step int, words text, screen text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  IF step = 0 THEN
    INSERT INTO contact VALUES (of_phone, now()) ON CONFLICT (phone) DO UPDATE SET seen = excluded.seen;
    INSERT INTO session VALUES (of_session, of_phone, step, words, now());
  ELSE
    UPDATE session SET state = step, typed = words, touched = now() WHERE id = of_session AND state = step - 1;
    IF NOT FOUND THEN RAISE EXCEPTION 'out of step'; END IF;
  END IF;
  INSERT INTO turn VALUES (of_session, step, words, screen, now());
  IF step = 11 THEN
    INSERT INTO sign_up VALUES (of_session, of_phone, now());
    INSERT INTO answer SELECT of_session, 'field-' || at, value FROM regexp_split_to_table(words, '\*') WITH ORDINALITY AS given (value, at);
  END IF;
  RETURN screen;
END $$;
