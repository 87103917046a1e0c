-- What identifies people, kept apart from what happened to them. Services keep sealed bytes in tables of their own;
-- here are the keys that open them. A person without a key can never be read again, wherever a copy may lie.

CREATE TABLE vault_key (
    person     uuid PRIMARY KEY,
    key_id     text        NOT NULL,              -- the key-encryption key that wraps this one
    wrapped    bytea       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Finds a person again by the keyed hash of a number; unique, so that two referrals at once make one person.
CREATE TABLE vault_identifier (
    hash   bytea PRIMARY KEY,
    person uuid NOT NULL
);
CREATE INDEX vault_identifier_person ON vault_identifier (person);

-- Who read or erased what, committed before they are answered. Nobody may change it.
CREATE TABLE vault_audit (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at             timestamptz NOT NULL DEFAULT now(),
    action         text        NOT NULL CHECK (action IN ('read', 'erased')),
    person         uuid        NOT NULL,
    about          text        NOT NULL,          -- the resource that was asked for
    actor          text        NOT NULL,
    organisation   text,
    correlation_id uuid        NOT NULL
);
CREATE INDEX vault_audit_person ON vault_audit (person, id);

GRANT SELECT, INSERT, DELETE, UPDATE (key_id, wrapped) ON vault_key TO ${app_role};
GRANT SELECT, INSERT, DELETE ON vault_identifier TO ${app_role};
GRANT SELECT, INSERT ON vault_audit TO ${app_role};
