-- What was said of who is who: since known_at the reference is of this person, or of its own again. Each statement as it was made, in whatever
-- order they come; whose a reference is, is asked for a moment.
CREATE TABLE merge_statement (
    event_id uuid PRIMARY KEY,
    reference text NOT NULL,
    known_at timestamptz NOT NULL,
    -- of the reference's own stream: tells statements of one moment apart
    stream_version bigint NOT NULL,
    -- null: of its own
    person text
);
CREATE INDEX merge_statement_latest ON merge_statement (reference, known_at DESC, stream_version DESC);

-- Of whom each merged reference is, as it was known at the moment: never more than one step, for nobody is merged into who is merged.
CREATE FUNCTION merged_as_of(moment timestamptz) RETURNS TABLE (reference text, person text) LANGUAGE sql STABLE AS $$
    SELECT latest.reference, latest.person
    FROM (
        SELECT DISTINCT ON (s.reference) s.reference, s.person FROM merge_statement s
        WHERE s.known_at <= moment ORDER BY s.reference, s.known_at DESC, s.stream_version DESC
    ) AS latest
    WHERE latest.person IS NOT NULL
$$;

GRANT SELECT, INSERT ON merge_statement TO "${app_role}";
GRANT EXECUTE ON FUNCTION merged_as_of(timestamptz) TO "${app_role}";
