-- By which people are suspected to be one and the same although no number says so: keyed hashes of name and birth date, and of both with the
-- postcode. Taken away when the person is erased; absent in files older than this.
ALTER TABLE referral_file
    ADD COLUMN likeness bytea,
    ADD COLUMN likeness_and_postcode bytea;        -- absent where no postcode is known that says anything
CREATE INDEX referral_file_likeness ON referral_file (likeness) WHERE likeness IS NOT NULL;

GRANT UPDATE (likeness, likeness_and_postcode) ON referral_file TO ${app_role};
