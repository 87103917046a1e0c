-- A revision of V0103's function. As a table it was joined, and the planner, expecting one row of it, read it again for each of many
-- thousands of memberships; one value is made once for each question, and is looked into.
DROP FUNCTION merged_as_of(timestamptz);

-- Of whom each merged reference is, as it was known at the moment: {"reference": "person"}, null where nobody was merged. Never more than one
-- step, for nobody is merged into who is merged.
CREATE FUNCTION merged_as_of(moment timestamptz) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_object_agg(latest.reference, latest.person)
    FROM (
        SELECT DISTINCT ON (s.reference) s.reference, s.person FROM merge_statement s
        WHERE s.known_at <= moment ORDER BY s.reference, s.known_at DESC, s.stream_version DESC
    ) AS latest
    WHERE latest.person IS NOT NULL
$$;

GRANT EXECUTE ON FUNCTION merged_as_of(timestamptz) TO "${app_role}";
