-- What stands of a person as a whole: beside the holds, the household.
ALTER TABLE legal_hold RENAME TO person_standing;
ALTER TABLE person_standing RENAME COLUMN reasons TO holds;
ALTER TABLE person_standing ADD COLUMN household uuid;
CREATE INDEX person_standing_household ON person_standing (household) WHERE household IS NOT NULL;
