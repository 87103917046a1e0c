-- Indexes of deprivation as the nations publish them: public data, of nobody. Which tenth a postcode is in, by edition.

CREATE TABLE deprivation_edition (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    index_code   text NOT NULL,
    edition      text NOT NULL,
    applies_from date,                             -- null while parts of it are still to come
    applied_at   timestamptz,
    applied_by   text,
    UNIQUE (index_code, edition),
    UNIQUE (index_code, applies_from)
);

CREATE TABLE deprivation_part (
    edition   integer     NOT NULL REFERENCES deprivation_edition (id) ON DELETE CASCADE,
    part      integer     NOT NULL,
    sha256    bytea       NOT NULL,                -- of what was sent: the same again is the same part
    postcodes integer     NOT NULL,
    loaded_at timestamptz NOT NULL DEFAULT now(),
    loaded_by text        NOT NULL,
    PRIMARY KEY (edition, part)
);

CREATE TABLE deprivation_postcode (
    edition      integer          NOT NULL REFERENCES deprivation_edition (id) ON DELETE CASCADE,
    postcode     text COLLATE "C" NOT NULL,
    decile       smallint         NOT NULL CHECK (decile BETWEEN 1 AND 10),
    council_area text,
    PRIMARY KEY (edition, postcode)
);

GRANT SELECT, INSERT, DELETE, UPDATE (applies_from, applied_at, applied_by) ON deprivation_edition TO ${app_role};
GRANT SELECT, INSERT ON deprivation_part, deprivation_postcode TO ${app_role};
