-- The events of one service, and what still has to be published.

-- One row per stream. An append moves the version from the one it expects; `appended` says by how many events the last
-- one moved it, which lets one INSERT … ON CONFLICT DO UPDATE tell for new and old streams alike which version it expects.
CREATE TABLE stream (
  id text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL CHECK (version >= 0),
  appended integer NOT NULL
) WITH (fillfactor = 80);

-- Append-only: nobody is granted UPDATE or DELETE. Mistakes are corrected by later events.
CREATE TABLE event (
  stream_id text COLLATE "C" NOT NULL,
  version bigint NOT NULL CHECK (version > 0),
  id uuid NOT NULL,
  type text NOT NULL,
  schema_version integer NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  actor text NOT NULL,
  correlation_id uuid NOT NULL,
  causation_id uuid,
  data json NOT NULL,
  CONSTRAINT event_stream_version UNIQUE (stream_id, version)
);

-- What the relay has not yet published. A position is drawn while the stream is locked, so within a stream positions are
-- in the order of versions; across streams they may become visible in another order, and the relay never skips by position.
CREATE TABLE outbox (
  position bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
  envelope text NOT NULL,
  data text NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000,
        autovacuum_vacuum_insert_threshold = -1, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 100000);

-- Who may publish. The epoch grows with every change of leader, and a leader deletes from the outbox only under its own.
CREATE TABLE relay_lease (
  name text PRIMARY KEY,
  holder uuid,
  epoch bigint NOT NULL,
  expires_at timestamptz NOT NULL
);
INSERT INTO relay_lease (name, epoch, expires_at) VALUES ('outbox', 0, '-infinity');

-- Two appends met in the middle of their statements: this one is rolled back whole and looked at again, alone.
CREATE FUNCTION lost_race() RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RAISE EXCEPTION 'another append was first' USING ERRCODE = 'KT001';
END $$;

GRANT SELECT, INSERT, UPDATE ON stream TO ${app_role};
GRANT SELECT, INSERT ON event TO ${app_role};
GRANT SELECT, INSERT, DELETE ON outbox TO ${app_role};
GRANT SELECT, UPDATE ON relay_lease TO ${app_role};
GRANT EXECUTE ON FUNCTION lost_race() TO ${app_role};
