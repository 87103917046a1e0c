-- What was done in a referral, step by step.

-- One row for each event after a referral's receipt, written in its commit and never changed: codes and references as the event has
-- them, who recorded it, and a note about the person, sealed with their key and bound to the event.
CREATE TABLE referral_history (
    referral       uuid        NOT NULL,
    version        bigint      NOT NULL,
    event          uuid        NOT NULL,
    type           text        NOT NULL,
    schema_version integer     NOT NULL,
    occurred_at    timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL,
    actor          text        NOT NULL,
    data           json        NOT NULL,
    sealed         bytea,
    PRIMARY KEY (referral, version)
);

INSERT INTO referral_history
SELECT substr(stream_id, 10)::uuid, version, id, type, schema_version, occurred_at, recorded_at, actor, data, NULL
FROM event WHERE stream_id LIKE 'referral-%' AND type NOT IN ('referral.received', 'consent.given');

-- From the first contact on a referral is in support.
UPDATE referral_progress SET phase = 'in-support' WHERE phase = 'allocated' AND contacts > 0;
DROP INDEX referral_progress_worker;
CREATE INDEX referral_progress_worker ON referral_progress (worker, since, referral) WHERE worker IS NOT NULL;

-- Sessions for several people at once, of whom only a headcount is known.
CREATE TABLE support_session (
    session     uuid PRIMARY KEY,
    programme   text        NOT NULL,
    area        text        NOT NULL,
    strand      text        NOT NULL,
    kind        text        NOT NULL,
    theme       text,
    attended    integer     NOT NULL,
    occurred_at timestamptz NOT NULL
);

GRANT SELECT, INSERT ON referral_history, support_session TO ${app_role};
