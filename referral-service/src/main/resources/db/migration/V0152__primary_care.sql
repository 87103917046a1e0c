-- Practices' staff engaged with a programme.
CREATE TABLE primary_care_engagement (
    engagement  uuid PRIMARY KEY,
    programme   text        NOT NULL,
    area        text        NOT NULL,
    practice    text        NOT NULL,
    kind        text        NOT NULL,
    occurred_at timestamptz NOT NULL
);

GRANT SELECT, INSERT ON primary_care_engagement TO ${app_role};
