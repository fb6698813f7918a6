CREATE TABLE member (
    id BLOB PRIMARY KEY,
    phone BLOB NOT NULL UNIQUE,  -- hash keyed by the house
    last_digits TEXT NOT NULL,
    card BLOB UNIQUE,            -- hash keyed by the house
    pin TEXT NOT NULL,           -- Argon2id with the authority's pepper
    wallet BLOB NOT NULL,
    blocked INTEGER NOT NULL,
    since BIGINT NOT NULL
) WITHOUT ROWID
-- next
CREATE TABLE staff (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role INTEGER NOT NULL,
    pin TEXT NOT NULL
) WITHOUT ROWID
-- next
-- Failed PINs, counted before they are compared, also for numbers that don't exist.
CREATE TABLE pin_failure (
    subject BLOB PRIMARY KEY,    -- hash of a phone number or a card, or a member of staff's id
    failures INTEGER NOT NULL,
    locked_until BIGINT NOT NULL -- UTC milliseconds
) WITHOUT ROWID
-- next
CREATE TABLE token (
    id BLOB PRIMARY KEY,
    day BIGINT NOT NULL,         -- business day, julian
    lane TEXT NOT NULL,
    number INTEGER NOT NULL,
    place BIGINT NOT NULL UNIQUE, -- the order of joining over all days; never reused
    secret BLOB NOT NULL,        -- hash
    old_secret BLOB,             -- hash of the one before: 'continued elsewhere'
    member BLOB,                 -- NULL: a guest
    wallet BLOB NOT NULL,
    state INTEGER NOT NULL,
    slip INTEGER NOT NULL,       -- left with a slip: absent until it comes back
    expires BIGINT NOT NULL,     -- steady milliseconds; renewals live in memory until the next change
    absent_until BIGINT,         -- steady milliseconds: called, and passed over then
    admitted_at BIGINT,          -- steady milliseconds
    served_ms BIGINT             -- from admission to the end, when something was bought
) WITHOUT ROWID
-- next
CREATE UNIQUE INDEX token_of_day ON token (day, lane, number)
-- next
CREATE UNIQUE INDEX token_of_member ON token (member) WHERE member IS NOT NULL AND state < 4
-- next
CREATE INDEX token_waiting ON token (place) WHERE state = 1
-- next
CREATE INDEX token_admitted ON token (place) WHERE state = 2
-- next
CREATE INDEX token_expiring ON token (expires) WHERE state < 4
-- next
CREATE INDEX token_served ON token (place, served_ms) WHERE served_ms IS NOT NULL
-- next
-- How many wait in each run of 128 and of 16,384 places, so that a rank costs the same in a queue of any length.
CREATE TABLE queue_count (
    level INTEGER NOT NULL,
    bucket BIGINT NOT NULL,
    waiting INTEGER NOT NULL,
    PRIMARY KEY (level, bucket)
) WITHOUT ROWID
