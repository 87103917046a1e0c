-- What is kept of outreach beside its events.

-- One row for each entry, replaced in the commit that says it was an error. Its content lies in a text column as JSON: nothing is
-- ever looked for inside it.
CREATE TABLE outreach_entry (
    id          text COLLATE "C" NOT NULL,
    version     bigint           NOT NULL,
    kind        text             NOT NULL,
    programme   text             NOT NULL,
    area        text             NOT NULL,
    provider    text,
    day         date             NOT NULL,         -- in London
    occurred_at timestamptz      NOT NULL,
    content     text             NOT NULL,
    error       text,
    PRIMARY KEY (id, version)
);
CREATE INDEX outreach_entry_day ON outreach_entry (programme, kind, area, day);

-- Who a first contact form is of, where they gave their name: encrypted with their key. `known_person` guards against their
-- erasure at the same moment, as in referral_file.
CREATE TABLE outreach_person (
    entry        uuid PRIMARY KEY,
    person       uuid  NOT NULL,
    known_person uuid REFERENCES vault_key (person) ON DELETE SET NULL,
    programme    text  NOT NULL,
    sealed       bytea NOT NULL
);
CREATE INDEX outreach_person_person ON outreach_person (person);
CREATE INDEX outreach_person_known_person ON outreach_person (known_person) WHERE known_person IS NOT NULL;

GRANT SELECT, INSERT, DELETE ON outreach_entry TO ${app_role};
GRANT SELECT, INSERT ON outreach_person TO ${app_role};
