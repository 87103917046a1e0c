-- Senders are told what became of their referrals.

-- What is to be told: a row in the commit of the event, taken out in the commit of the deliveries that follow from it.
CREATE TABLE webhook_notice (
    referral uuid   NOT NULL,
    version  bigint NOT NULL,                      -- of the event, which lies in referral_history
    kind     text   NOT NULL,
    PRIMARY KEY (referral, version)
);

-- Where an organisation wants to be told. Its secrets are derived from its id and a generation, and are not here.
CREATE TABLE webhook_endpoint (
    id            uuid PRIMARY KEY,
    organisation  text        NOT NULL,
    url           text        NOT NULL,
    kinds         text[]      NOT NULL,
    format        text        NOT NULL CHECK (format IN ('json', 'fhir')),
    state         text        NOT NULL CHECK (state IN ('active', 'disabled', 'deleted')),
    version       bigint      NOT NULL,
    registered_at timestamptz NOT NULL DEFAULT now(),
    registered_by text        NOT NULL,
    changed_at    timestamptz NOT NULL DEFAULT now(),
    changed_by    text        NOT NULL,
    taken_by      uuid,                            -- the process that delivers to it at the moment: one at a time
    taken_until   timestamptz NOT NULL DEFAULT '-infinity'
);
CREATE INDEX webhook_endpoint_organisation ON webhook_endpoint (organisation, id);

-- Which generations of an endpoint's secret sign: the current one, and older ones until they end.
CREATE TABLE webhook_secret (
    endpoint    uuid        NOT NULL REFERENCES webhook_endpoint (id),
    generation  integer     NOT NULL,
    valid_until timestamptz NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (endpoint, generation)
);

-- One event for one endpoint. Its id is what the receiver knows it by, however often it is sent.
CREATE TABLE webhook_delivery (
    id           uuid PRIMARY KEY,
    endpoint     uuid        NOT NULL REFERENCES webhook_endpoint (id),
    organisation text        NOT NULL,
    referral     uuid        NOT NULL,
    version      bigint      NOT NULL,
    event        uuid        NOT NULL,
    kind         text        NOT NULL,
    detail       text,                             -- the reason or the outcome, a code
    format       text        NOT NULL,
    occurred_at  timestamptz NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    state        text        NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'failed', 'cancelled')),
    tries        integer     NOT NULL DEFAULT 0,   -- since it was made or asked for again
    due_at       timestamptz NOT NULL DEFAULT now(),
    ended_at     timestamptz,
    UNIQUE (endpoint, event)
);
CREATE INDEX webhook_delivery_referral ON webhook_delivery (referral);
CREATE INDEX webhook_delivery_organisation ON webhook_delivery (organisation, id);
CREATE INDEX webhook_delivery_pending ON webhook_delivery (endpoint, referral, version) WHERE state = 'pending';
CREATE INDEX webhook_delivery_due ON webhook_delivery (due_at) WHERE state = 'pending';

CREATE TABLE webhook_attempt (
    delivery     uuid        NOT NULL REFERENCES webhook_delivery (id),
    at           timestamptz NOT NULL DEFAULT now(),
    status       integer,                          -- of HTTP, if there was an answer
    failure      text,                             -- a code, if there was none
    milliseconds integer     NOT NULL
);
CREATE INDEX webhook_attempt_delivery ON webhook_attempt (delivery, at);

-- What may be sent now: nothing overtakes an earlier one of the same referral.
CREATE VIEW webhook_due AS
SELECT d.* FROM webhook_delivery d
WHERE d.state = 'pending' AND d.due_at <= now() AND NOT EXISTS (
    SELECT FROM webhook_delivery b
    WHERE b.endpoint = d.endpoint AND b.referral = d.referral AND b.version < d.version AND b.state = 'pending');

GRANT SELECT, INSERT, DELETE ON webhook_notice TO ${app_role};
GRANT SELECT, INSERT, UPDATE (url, kinds, format, state, version, changed_at, changed_by, taken_by, taken_until) ON webhook_endpoint TO ${app_role};
GRANT SELECT, INSERT, UPDATE (valid_until) ON webhook_secret TO ${app_role};
GRANT SELECT, INSERT, UPDATE (state, tries, due_at, ended_at) ON webhook_delivery TO ${app_role};
GRANT SELECT, INSERT ON webhook_attempt TO ${app_role};
GRANT SELECT ON webhook_due TO ${app_role};
