-- Extracts for evaluation: of whom, under which agreement, for whom.

-- Why somebody was referred, with commas: codes, told in the event too.
ALTER TABLE referral_file ADD COLUMN reasons text;
UPDATE referral_file f SET reasons = r.codes
FROM (SELECT e.stream_id, string_agg(c.code, ',' ORDER BY c.place) AS codes
      FROM event e CROSS JOIN LATERAL json_array_elements_text(e.data -> 'reasons') WITH ORDINALITY AS c (code, place)
      WHERE e.type = 'referral.received' GROUP BY e.stream_id) r
WHERE r.stream_id = 'referral-' || f.referral;

-- The agreed key is sealed under a key of the agreement's own, which lies in the vault under its id and is destroyed to end it.
CREATE TABLE linkage_agreement (
    id           uuid PRIMARY KEY,
    organisation text        NOT NULL,             -- whose steward made it
    name         text        NOT NULL,
    recipient    text        NOT NULL,             -- reference of who gets the extracts
    purpose      text        NOT NULL,
    programmes   text[]      NOT NULL,
    consent      text        NOT NULL CHECK (consent IN ('given', 'unless-withdrawn')),
    expires_on   date        NOT NULL,
    sealed       bytea       NOT NULL,
    made_at      timestamptz NOT NULL DEFAULT now(),
    made_by      text        NOT NULL,
    revoked_at   timestamptz,
    revoked_by   text
);
CREATE INDEX linkage_agreement_organisation ON linkage_agreement (organisation, id);

CREATE TABLE linkage_extract (
    id             uuid PRIMARY KEY,
    agreement      uuid        NOT NULL REFERENCES linkage_agreement (id),
    taken_at       timestamptz NOT NULL DEFAULT now(),
    taken_by       text        NOT NULL,
    organisation   text,
    first_day      date        NOT NULL,
    last_day       date        NOT NULL,
    people         integer     NOT NULL,
    without_number integer     NOT NULL,
    withheld       integer     NOT NULL
);
CREATE INDEX linkage_extract_agreement ON linkage_extract (agreement, id);

-- Whose data were given with it, committed before it is.
CREATE TABLE linkage_disclosure (
    extract uuid NOT NULL REFERENCES linkage_extract (id),
    person  uuid NOT NULL,
    PRIMARY KEY (extract, person)
);
CREATE INDEX linkage_disclosure_person ON linkage_disclosure (person);

GRANT SELECT, INSERT, UPDATE (revoked_at, revoked_by) ON linkage_agreement TO ${app_role};
GRANT SELECT, INSERT ON linkage_extract, linkage_disclosure TO ${app_role};
