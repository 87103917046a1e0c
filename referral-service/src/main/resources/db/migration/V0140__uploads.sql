-- Files of referrals, from those who have no system of their own.

-- One row for each file. Its key lies in vault_key under the file's id, as a person's does, until the file is finished.
CREATE TABLE referral_upload (
    id             uuid PRIMARY KEY,
    organisation   text        NOT NULL,
    actor          text        NOT NULL,
    programmes     text[]      NOT NULL,          -- that the sender could refer to
    correlation_id uuid        NOT NULL,
    key            text COLLATE "C",              -- of the request, see idempotency_key
    request_hash   bytea,
    columns        text[]      NOT NULL,
    row_count      integer     NOT NULL,
    received_at    timestamptz NOT NULL,
    taken_until    timestamptz NOT NULL,          -- whoever is at work on it says so before then, or has died
    finished_at    timestamptz,
    UNIQUE (actor, key)
);
CREATE INDEX referral_upload_unfinished ON referral_upload (id) WHERE finished_at IS NULL;

-- A row of a file: its cells, sealed with the file's key, until it is done; then what became of it.
CREATE TABLE referral_upload_row (
    upload   uuid    NOT NULL REFERENCES referral_upload (id),
    row      integer NOT NULL,
    sealed   bytea,
    result   text,
    referral uuid,
    errors   json,                                -- columns, codes and our own messages; never a value
    PRIMARY KEY (upload, row),
    CHECK ((sealed IS NULL) = (result IS NOT NULL))
);

-- What an organisation's files have brought in, by its own reference and as keyed hashes; written in the commit of the referral's
-- events. It outlives the referral, and the person's erasure: the same file again must not bring back either.
CREATE TABLE referral_upload_reference (
    hash     bytea PRIMARY KEY,
    content  bytea   NOT NULL,
    upload   uuid    NOT NULL,
    row      integer NOT NULL,
    referral uuid    NOT NULL
);

GRANT SELECT, INSERT, UPDATE (taken_until, finished_at) ON referral_upload TO ${app_role};
GRANT SELECT, INSERT, UPDATE (sealed, result, referral, errors) ON referral_upload_row TO ${app_role};
GRANT SELECT, INSERT ON referral_upload_reference TO ${app_role};
