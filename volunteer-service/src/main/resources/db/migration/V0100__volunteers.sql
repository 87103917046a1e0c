-- What volunteers have come to: one row each, written in the commit of their events and replaced with them. Nobody's name is
-- here: `volunteer_details` holds it sealed with the person's own key, which lies in the vault and is destroyed to erase them.

CREATE TABLE volunteer (
  id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  programme text NOT NULL,
  area text NOT NULL,
  source text NOT NULL,
  recruited_at timestamptz NOT NULL,
  trained_at timestamptz,
  certificate text,
  PRIMARY KEY (id, version)
);

CREATE TABLE volunteer_details (
  id uuid PRIMARY KEY,
  person uuid NOT NULL,
  sealed bytea NOT NULL
);

-- Somebody whom other services know too is a volunteer of a programme once.
CREATE TABLE volunteer_person (
  person uuid NOT NULL,
  programme text NOT NULL,
  volunteer uuid NOT NULL,
  PRIMARY KEY (person, programme)
);

CREATE TABLE volunteer_module (
  volunteer text COLLATE "C" NOT NULL,
  module text NOT NULL,
  kind text NOT NULL,
  completed_at timestamptz NOT NULL,
  PRIMARY KEY (volunteer, module)
);

CREATE TABLE certificate (
  id text PRIMARY KEY,
  volunteer text NOT NULL,
  programme text NOT NULL,
  issued_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, DELETE ON volunteer TO ${app_role};
GRANT SELECT, INSERT ON volunteer_details, volunteer_person, volunteer_module, certificate TO ${app_role};
