-- What is kept of a referral beside its events.

-- One row for each referral, written in the commit of its receipt and never changed. `sealed` is who the person is, the note
-- and the sender's reference, encrypted with the person's key.
CREATE TABLE referral_file (
    referral     uuid PRIMARY KEY,
    person       uuid        NOT NULL,
    -- Set only where the person was known before. It makes the insert fail when they are being erased at that moment: else a
    -- referral would be answered with 201 and be unreadable for ever. A new person's key is of the same commit and needs no check.
    known_person uuid REFERENCES vault_key (person) ON DELETE SET NULL,
    programme    text        NOT NULL,
    area         text        NOT NULL,
    practice     text,
    organisation text        NOT NULL,
    source       text        NOT NULL,
    safeguarding boolean     NOT NULL,
    occurred_at  timestamptz NOT NULL,
    version      bigint      NOT NULL,             -- of the stream right after receipt
    sealed       bytea       NOT NULL
);
CREATE INDEX referral_file_person ON referral_file (person);
CREATE INDEX referral_file_known_person ON referral_file (known_person) WHERE known_person IS NOT NULL;

-- How far a referral has come: a row from the first step after its receipt on, replaced in the commit of each further step.
-- With the version in the key the new row may be there before the old one is gone.
CREATE TABLE referral_progress (
    referral        uuid    NOT NULL,
    version         bigint  NOT NULL,
    programme       text    NOT NULL,
    phase           text    NOT NULL,
    worker          text,
    since           timestamptz,
    contacts        integer NOT NULL,
    last_contact_at timestamptz,
    PRIMARY KEY (referral, version)
);
CREATE INDEX referral_progress_worker ON referral_progress (worker, since, referral) WHERE phase = 'allocated';
CREATE INDEX referral_progress_accepted ON referral_progress (programme, referral) WHERE phase = 'accepted';

CREATE VIEW referral_view AS
SELECT f.referral, f.person, f.programme, f.area, f.practice, f.organisation, f.source, f.safeguarding, f.occurred_at, f.sealed,
       coalesce(p.version, f.version) AS version,
       coalesce(p.phase, 'awaiting-reply') AS phase,
       p.worker, p.since, coalesce(p.contacts, 0) AS contacts, p.last_contact_at
FROM referral_file f LEFT JOIN referral_progress p USING (referral);

-- A sender's own reference for a person, as a keyed hash, while the referral is open: the same one again is the same referral.
CREATE TABLE referral_reference (
    hash     bytea PRIMARY KEY,
    referral uuid NOT NULL
);
CREATE INDEX referral_reference_referral ON referral_reference (referral);

GRANT SELECT, INSERT ON referral_file TO ${app_role};
GRANT SELECT, INSERT, DELETE ON referral_progress, referral_reference TO ${app_role};
GRANT SELECT ON referral_view TO ${app_role};
