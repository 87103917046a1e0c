-- What has changed since somebody last asked. `xact` is the number of the transaction that wrote the row: a reader who shows nothing
-- from the oldest unfinished transaction on can go by it and misses nothing, in whichever order transactions commit.

ALTER TABLE referral_file ADD COLUMN xact xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX referral_file_changed ON referral_file (organisation, xact, referral);

ALTER TABLE referral_progress
    ADD COLUMN organisation text,                  -- who referred
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN xact xid8 NOT NULL DEFAULT pg_current_xact_id();
UPDATE referral_progress p
SET organisation = f.organisation,
    changed_at = coalesce((SELECT max(h.recorded_at) FROM referral_history h WHERE h.referral = p.referral), f.occurred_at)
FROM referral_file f WHERE f.referral = p.referral;
ALTER TABLE referral_progress ALTER COLUMN organisation SET NOT NULL;
CREATE INDEX referral_progress_changed ON referral_progress (organisation, xact, referral);
