-- What those who support a person must know of them whatever the referral: a row for each time it was said, the latest holds. Sealed
-- with the person's key and bound to its id; the rows go when the key is destroyed.
CREATE TABLE person_fact (
    person       uuid        NOT NULL REFERENCES vault_key (person) ON DELETE CASCADE,
    kind         text        NOT NULL,
    version      bigint      NOT NULL,
    id           uuid        NOT NULL,
    sealed       bytea       NOT NULL,
    recorded_at  timestamptz NOT NULL,
    actor        text        NOT NULL,
    organisation text,
    PRIMARY KEY (person, kind, version)
);

GRANT SELECT, INSERT ON person_fact TO ${app_role};
