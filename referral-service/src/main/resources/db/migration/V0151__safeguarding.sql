-- Concerns that somebody may be at risk of harm, apart from referrals: few may see them.
CREATE TABLE safeguarding_concern (
    id              text COLLATE "C" NOT NULL,
    version         bigint      NOT NULL,
    referral        uuid        NOT NULL,
    person          uuid        NOT NULL,
    programme       text        NOT NULL,
    area            text        NOT NULL,
    kind            text        NOT NULL,
    raised_at       timestamptz NOT NULL,
    raised_by       text        NOT NULL,
    overdue         boolean     NOT NULL,
    acknowledged_at timestamptz,
    acknowledged_by text,
    actions         text        NOT NULL,             -- codes, with commas
    PRIMARY KEY (id, version)
);
CREATE INDEX safeguarding_concern_unacknowledged ON safeguarding_concern (raised_at) WHERE acknowledged_at IS NULL;

-- What was said about the person, sealed with their key and bound to the concern.
CREATE TABLE safeguarding_note (
    concern uuid PRIMARY KEY,
    sealed  bytea NOT NULL
);

GRANT SELECT, INSERT, DELETE ON safeguarding_concern TO ${app_role};
GRANT SELECT, INSERT ON safeguarding_note TO ${app_role};
