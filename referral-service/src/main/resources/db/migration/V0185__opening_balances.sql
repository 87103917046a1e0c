-- Whether a file may say what had become of its referrals before their programme came here: its sender is a coordinator.
ALTER TABLE referral_upload ADD COLUMN may_bring_over boolean NOT NULL DEFAULT false;
