-- A retried POST gets the answer of the first. The row is written in the commit of the events that it led to, so that a key
-- is there exactly when its command happened; a simultaneous twin waits on the primary key until that commit.
CREATE TABLE idempotency_key (
  caller text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  -- keyed hash of method, path and body: enough to tell another request from the same one, useless to guess a body from
  request_hash bytea NOT NULL,
  status integer NOT NULL,
  location text,
  version bigint,
  -- the answer as it was given; ids and states only, nothing about a person
  body text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (caller, key)
) WITH (autovacuum_vacuum_insert_threshold = 100000);

-- Rows arrive in the order of time, so a few pages of summary find the old ones; a B-tree would cost every POST.
CREATE INDEX idempotency_key_created_at ON idempotency_key USING brin (created_at) WITH (pages_per_range = 32, autosummarize = on);

GRANT SELECT, INSERT, DELETE ON idempotency_key TO ${app_role};
