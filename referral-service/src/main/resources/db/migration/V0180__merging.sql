-- References that were found to be of one person, as they stand: a row as long as one is merged into the other.
CREATE TABLE person_merge (
    person      uuid PRIMARY KEY,
    into_person uuid NOT NULL CHECK (into_person <> person)
);
CREATE INDEX person_merge_into ON person_merge (into_person);

-- What no stream can see, for it is about several of them: nobody is merged into who is merged themselves, and nobody who has others
-- merged into them is merged. Merges take turns, or two at one moment would make a chain, or a circle, between them. The keys are held
-- until the commit: who is being erased at that moment cannot be merged, nor merged into.
CREATE FUNCTION guard_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('person_merge', 0));
  IF EXISTS (SELECT FROM person_merge WHERE person = NEW.into_person OR into_person = NEW.person) THEN
    RAISE EXCEPTION 'merges would be a chain' USING ERRCODE = 'KT002';
  END IF;
  PERFORM FROM vault_key WHERE person = NEW.person FOR KEY SHARE;
  IF FOUND THEN
    PERFORM FROM vault_key WHERE person = NEW.into_person FOR KEY SHARE;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'one of them was erased' USING ERRCODE = 'KT002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON person_merge FOR EACH ROW EXECUTE FUNCTION guard_merge();

GRANT SELECT, INSERT, DELETE ON person_merge TO ${app_role};
