-- Who was there, on each day (months = 0) and in each month (months = 1, day is its first): a question about a year reads
-- twelve rows of somebody who came every day. One row stands for all of an event's cells, because they share its subject.
-- A revision of V0101's member tables: what was counted into those is counted again from the facts at the next start.
DROP TABLE member, member_past;
UPDATE projection SET state = 'retired', retired_at = now() WHERE state = 'live';

CREATE TABLE member (
    projection int NOT NULL,
    series smallint NOT NULL,
    months smallint NOT NULL,
    day date NOT NULL,
    period_date date NOT NULL,
    subject text NOT NULL,
    cells int[] NOT NULL,
    known_from timestamptz NOT NULL,
    PRIMARY KEY (projection, series, months, day, period_date, subject, cells)
) PARTITION BY LIST (projection);

CREATE TABLE member_past (
    projection int NOT NULL,
    series smallint NOT NULL,
    months smallint NOT NULL,
    day date NOT NULL,
    period_date date NOT NULL,
    subject text NOT NULL,
    cells int[] NOT NULL,
    known_from timestamptz NOT NULL,
    known_to timestamptz NOT NULL
) PARTITION BY LIST (projection);
CREATE INDEX member_past_by_key ON member_past (series, months, day, subject);

-- A voided event's contributions are found by when it became known, in the order of which they lie: an index by random ids cost
-- more than all else of a batch.
DROP INDEX contribution_by_event;

COMMENT ON COLUMN contribution.period_date IS 'the date that a condition on the asked period is about; 1970-01-01 where there is no such condition';

GRANT SELECT, INSERT, UPDATE, DELETE ON member, member_past TO "${app_role}";
