-- Who waits since when, and what may be a duplicate.
ALTER TABLE referral_progress
    ADD COLUMN waiting_since timestamptz,          -- the waiting clock's start, while it is on the list
    ADD COLUMN waited_seconds bigint,              -- until its last change, pauses taken out
    ADD COLUMN clock_running_since timestamptz,    -- absent while it stands still
    ADD COLUMN duplicate_of uuid;                  -- suspected, until confirmed or dismissed
CREATE INDEX referral_progress_waiting ON referral_progress (programme, referral) WHERE phase = 'waiting';

DROP VIEW referral_view;
CREATE VIEW referral_view AS
SELECT f.referral, f.person, f.programme, f.area, f.practice, f.organisation, f.source, f.safeguarding, f.occurred_at, f.sealed,
       coalesce(p.version, f.version) AS version,
       coalesce(p.phase, 'awaiting-reply') AS phase,
       p.worker, p.since, coalesce(p.contacts, 0) AS contacts, p.last_contact_at,
       p.waiting_since, p.waited_seconds, p.clock_running_since, p.duplicate_of
FROM referral_file f LEFT JOIN referral_progress p USING (referral);

GRANT SELECT ON referral_view TO ${app_role};
