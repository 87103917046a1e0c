-- One round trip of the relay: deletes what is acknowledged and brings what comes next. It skips by position nothing but what is on its
-- way already: a row with a lower position may become visible later than one with a higher. A plan is kept for as long as a connection
-- lives. One made while the outbox is empty, as it mostly is, would read the whole table, and go on doing so when it is large: hence
-- no sequential scans here, by either key.
CREATE OR REPLACE FUNCTION relay_step(leader_epoch bigint, acknowledged bigint[], skipped bigint[], most bigint)
RETURNS TABLE ("position" bigint, envelope text, data text)
LANGUAGE sql VOLATILE SET enable_seqscan = off AS $$
  WITH fence AS MATERIALIZED (SELECT FROM relay_lease WHERE name = 'outbox' AND epoch = leader_epoch),
  gone AS (DELETE FROM outbox o WHERE o.position = ANY (acknowledged) AND EXISTS (SELECT FROM fence))
  SELECT o.position, o.envelope, o.data FROM outbox o
  WHERE o.position <> ALL (skipped) AND EXISTS (SELECT FROM fence) ORDER BY o.position LIMIT most
$$;

GRANT EXECUTE ON FUNCTION relay_step(bigint, bigint[], bigint[], bigint) TO ${app_role};
