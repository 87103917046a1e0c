-- Why nothing of somebody may be erased: their reasons, with commas, replaced in the commit that places or lifts one.
CREATE TABLE legal_hold (
    id      text COLLATE "C" NOT NULL,
    version bigint           NOT NULL,
    reasons text             NOT NULL,
    PRIMARY KEY (id, version)
);

CREATE INDEX safeguarding_concern_person ON safeguarding_concern (person);

GRANT SELECT, INSERT, DELETE ON legal_hold TO ${app_role};
