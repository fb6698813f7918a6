CREATE TABLE house (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,          -- JSON, text by language
    plan TEXT NOT NULL           -- a plan's id: the newest version counts for new performances
)
-- next
-- One row a version; immutable. The body is read whole and never searched, so seats have no rows of their own.
CREATE TABLE seating_plan (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    hash BLOB NOT NULL,          -- SHA-256 of body
    seats INTEGER NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (id, version)
)
-- next
CREATE TABLE show (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    subtitle TEXT NOT NULL,
    description TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    age_from INTEGER NOT NULL,
    color TEXT NOT NULL
)
-- next
CREATE TABLE ticket_type (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,   -- 0 is the default
    name TEXT NOT NULL,
    proof TEXT NOT NULL
)
-- next
CREATE TABLE performance (
    key INTEGER PRIMARY KEY,     -- made of the id: a late answer must not name another date's seat
    id TEXT NOT NULL UNIQUE,
    show INTEGER NOT NULL REFERENCES show (key),
    house INTEGER NOT NULL REFERENCES house (key),
    plan INTEGER NOT NULL REFERENCES seating_plan (key),
    starts_at BIGINT NOT NULL,   -- UTC milliseconds
    sales_open BIGINT,           -- NULL: always
    sales_close BIGINT,          -- NULL: by the house's rule
    state INTEGER NOT NULL,
    capacity INTEGER NOT NULL,
    root BLOB NOT NULL           -- the node that is its authority
)
-- next
CREATE INDEX performance_by_start ON performance (starts_at)
-- next
CREATE TABLE price (
    performance INTEGER NOT NULL REFERENCES performance (key),
    category TEXT NOT NULL,
    ticket_type INTEGER NOT NULL REFERENCES ticket_type (key),
    amount BIGINT NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (performance, category, ticket_type)
) WITHOUT ROWID
