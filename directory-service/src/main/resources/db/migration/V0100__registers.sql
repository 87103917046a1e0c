-- What the directory's streams have come to: one row per stream, written in the commit of its events and replaced with them,
-- so that the version is part of the key. Lists lie in text columns: nothing is ever looked for inside them.

CREATE TABLE programme (
  id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  name text NOT NULL,
  lawful_basis text NOT NULL,
  areas text NOT NULL,
  PRIMARY KEY (id, version)
);

CREATE TABLE code_list (
  id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  list_version integer NOT NULL,
  codes text NOT NULL,
  PRIMARY KEY (id, version)
);

CREATE TABLE practice (
  id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  name text NOT NULL,
  postcode text,
  list_size text,
  code_origin text NOT NULL,
  kind text NOT NULL,
  clusters text NOT NULL,
  PRIMARY KEY (id, version)
);

CREATE TABLE organisation (
  id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  programme text NOT NULL,
  area text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  delivers text NOT NULL,
  PRIMARY KEY (id, version)
);

-- An organisation is identified once in an area, whoever comes upon it again: names are compared without case and spacing.
CREATE TABLE organisation_name (
  programme text NOT NULL,
  area text NOT NULL,
  name text NOT NULL,
  organisation text NOT NULL,
  PRIMARY KEY (programme, area, name)
);

CREATE TABLE community_group (
  id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  programme text NOT NULL,
  area text NOT NULL,
  name text NOT NULL,
  formed_on date NOT NULL,
  prompt text NOT NULL,
  constituted boolean NOT NULL,
  supports integer NOT NULL,
  PRIMARY KEY (id, version)
);

CREATE TABLE group_support (
  id text COLLATE "C" PRIMARY KEY,
  group_id text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  dimension text,
  supported_at timestamptz NOT NULL
);
CREATE INDEX group_support_group ON group_support (group_id, id);

-- The budget is kept by the fund's stream, not here; the constraint would only catch a defect of ours.
CREATE TABLE fund (
  id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  programme text NOT NULL,
  area text,
  name text NOT NULL,
  amount_pence bigint NOT NULL,
  awarded_pence bigint NOT NULL CHECK (awarded_pence <= amount_pence),
  term text,
  from_day date NOT NULL,
  to_day date NOT NULL,
  PRIMARY KEY (id, version)
);

CREATE TABLE awarded_grant (
  id text COLLATE "C" PRIMARY KEY,
  fund text COLLATE "C" NOT NULL,
  area text,
  recipient text NOT NULL,
  recipient_name text NOT NULL,
  title text NOT NULL,
  amount_pence bigint NOT NULL,
  awarded_on date NOT NULL
);
CREATE INDEX awarded_grant_fund ON awarded_grant (fund, id);

CREATE TABLE post (
  id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  programme text NOT NULL,
  role text NOT NULL,
  areas text NOT NULL,
  fte_hundredths integer NOT NULL,
  worker text,
  held_from date,
  PRIMARY KEY (id, version)
);

GRANT SELECT, INSERT, DELETE ON programme, code_list, practice, organisation, community_group, fund, post TO ${app_role};
GRANT SELECT, INSERT ON organisation_name, group_support, awarded_grant TO ${app_role};
