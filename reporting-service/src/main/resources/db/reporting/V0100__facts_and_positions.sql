-- How far each partition has been read. It stands in the same database, and is moved in the same transaction, as what was
-- counted from it: that alone is what makes an event count once.
CREATE TABLE position (
    id smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic text NOT NULL,
    partition int NOT NULL,
    next_offset bigint NOT NULL,
    -- every record that entered the partition up to this moment of the broker's clock has been read
    through timestamptz NOT NULL DEFAULT '-infinity',
    UNIQUE (topic, partition)
);

-- Every public event, once, as it arrived first. known_at is the time the broker appended it: when it became known.
CREATE TABLE fact (
    event_id uuid PRIMARY KEY,
    source smallint NOT NULL REFERENCES position (id),
    source_offset bigint NOT NULL,
    known_at timestamptz NOT NULL,
    type text NOT NULL,
    schema_version smallint NOT NULL,
    stream text NOT NULL,
    stream_version bigint NOT NULL,
    occurred_at timestamptz NOT NULL,
    occurred_on date NOT NULL,
    programmes text[] NOT NULL,
    area text,
    provider text,
    -- events that this one says never counted
    voids uuid[],
    data json NOT NULL
);
CREATE INDEX fact_by_source ON fact (source, source_offset);

-- Events that another one says never counted, since when that is known. It may come before the event itself does.
CREATE TABLE voided (
    event_id uuid PRIMARY KEY,
    known_at timestamptz NOT NULL
);

-- Records that could not be counted, with the reason: kept whole, so that they can be tried again.
CREATE TABLE dead_letter (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    topic text NOT NULL,
    partition int NOT NULL,
    record_offset bigint NOT NULL,
    known_at timestamptz NOT NULL,
    record_key bytea,
    record_value bytea,
    -- as a JSON object
    headers text NOT NULL,
    reason text NOT NULL,
    detail text NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'resolved')),
    attempts int NOT NULL DEFAULT 1,
    failed_at timestamptz NOT NULL DEFAULT now(),
    resolved_at timestamptz,
    -- false until the dead-letter topic has it too
    published boolean NOT NULL DEFAULT false,
    UNIQUE (topic, partition, record_offset)
);
CREATE INDEX dead_letter_unpublished ON dead_letter (id) WHERE NOT published;
CREATE INDEX dead_letter_waiting ON dead_letter (known_at) WHERE state = 'waiting';

GRANT SELECT, INSERT, UPDATE ON position TO "${app_role}";
GRANT SELECT, INSERT ON fact TO "${app_role}";
GRANT SELECT, INSERT, UPDATE ON voided TO "${app_role}";
GRANT SELECT, INSERT, UPDATE ON dead_letter TO "${app_role}";
