-- Measures and case studies, one row each, written in the commit of their events.

CREATE TABLE measure (
  id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  programme text NOT NULL,
  area text NOT NULL,
  subject text NOT NULL,
  subject_kind text NOT NULL,
  instrument text NOT NULL,
  occasion text NOT NULL,
  raw integer NOT NULL,
  metric text,
  taken_at timestamptz NOT NULL,
  PRIMARY KEY (id, version)
);
CREATE INDEX measure_subject ON measure (subject);

CREATE TABLE case_study (
  id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  programme text NOT NULL,
  area text NOT NULL,
  provider text,
  theme text NOT NULL,
  shows text NOT NULL,
  consent_how text NOT NULL,
  consent_on date NOT NULL,
  occurred_at timestamptz NOT NULL,
  PRIMARY KEY (id, version)
);

-- What a case study tells may be about somebody: it stays here and never goes into an event.
CREATE TABLE case_study_text (
  id text COLLATE "C" PRIMARY KEY,
  title text NOT NULL,
  content text NOT NULL
);

GRANT SELECT, INSERT, DELETE ON measure, case_study TO ${app_role};
GRANT SELECT, INSERT ON case_study_text TO ${app_role};
