-- That checks were seen and are good, never what stands in them: a row for each time one was recorded or ended. Of each kind the latest
-- holds; one without evidence says that it ended.
CREATE TABLE volunteer_check (
  volunteer text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  kind text NOT NULL,
  evidence text,
  issued_on date,
  checked_on date,
  renew_by date,
  PRIMARY KEY (volunteer, kind, version)
);
CREATE INDEX volunteer_check_renew_by ON volunteer_check (renew_by) WHERE renew_by IS NOT NULL;

-- With commas: children, adults.
ALTER TABLE volunteer ADD COLUMN regulated_roles text NOT NULL DEFAULT '';

GRANT SELECT, INSERT ON volunteer_check TO ${app_role};
