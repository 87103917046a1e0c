-- How long a referral has waited for its reply. A referral that nobody has touched has no row here: its id says when it came.
ALTER TABLE referral_progress
    ADD COLUMN asked_since timestamptz,
    ADD COLUMN chased boolean NOT NULL DEFAULT false;
CREATE INDEX referral_progress_asked ON referral_progress (asked_since) WHERE phase = 'awaiting-reply';
