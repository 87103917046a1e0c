-- Partners' systems and practices' doors. No secret is anywhere in here: they are derived, see docs/adr/0016.
CREATE TABLE partner (
  id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  code text NOT NULL,
  access text NOT NULL,
  generation integer NOT NULL,
  previous_until timestamptz,
  suspended text,
  PRIMARY KEY (id, version)
);

CREATE TABLE partner_code (
  kind text NOT NULL,
  code text NOT NULL,
  partner text NOT NULL,
  PRIMARY KEY (kind, code)
);

GRANT SELECT, INSERT, DELETE ON partner TO ${app_role};
GRANT SELECT, INSERT ON partner_code TO ${app_role};
