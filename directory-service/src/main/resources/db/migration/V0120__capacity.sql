-- How many people a post is there for, and when its holder is away.
ALTER TABLE post
  ADD COLUMN expected_clients integer,
  ADD COLUMN mobilisation_until date,
  ADD COLUMN mobilisation_clients integer,
  ADD COLUMN caseload_limit integer,
  ADD COLUMN specialisms text NOT NULL DEFAULT '',
  ADD COLUMN absent_from date,
  ADD COLUMN absent_until date;
