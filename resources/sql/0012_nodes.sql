-- Of a hub: codes that let one machine in each, by their hash.
CREATE TABLE enrol_code (
    hash BLOB PRIMARY KEY,
    name TEXT NOT NULL,              -- of the node to be
    kind INTEGER NOT NULL,           -- NodeKind
    expires_at BIGINT NOT NULL,      -- UTC milliseconds
    key BLOB,                        -- of the machine that used it
    wish BLOB                        -- that it was used for: that one alone is answered again
) WITHOUT ROWID
-- next
-- Of a hub: whom it knows. A node that was enrolled again with another key keeps the earlier one, which may only push.
CREATE TABLE node_key (
    key BLOB NOT NULL,               -- Ed25519, public
    node BLOB NOT NULL,
    epoch INTEGER NOT NULL,          -- the last that was enrolled with it
    name TEXT NOT NULL,
    kind INTEGER NOT NULL,
    enrolled_at BIGINT NOT NULL,     -- UTC milliseconds: the last of several nodes is who has the key now
    PRIMARY KEY (key, node)
) WITHOUT ROWID
-- next
-- Of a hub: every seat that ever changed hands since it had a terminal, and when, counted by head.change.
CREATE TABLE seat_change (
    performance INTEGER NOT NULL,
    seat INTEGER NOT NULL,
    change BIGINT NOT NULL,
    PRIMARY KEY (performance, seat)
) WITHOUT ROWID
-- next
CREATE UNIQUE INDEX seat_change_change ON seat_change (change)
-- next
-- The number of the last change; 0: no terminal has ever been enrolled here.
ALTER TABLE head ADD COLUMN change BIGINT NOT NULL DEFAULT 0
-- next
-- Of a terminal: its hub, and up to where its news were taken in.
CREATE TABLE hub (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    node BLOB NOT NULL,
    url TEXT NOT NULL,
    name TEXT NOT NULL,              -- this terminal's, as the hub has it
    incarnation INTEGER NOT NULL,    -- of the news; another one's are counted anew
    change BIGINT NOT NULL,
    catalogue BIGINT NOT NULL,
    heard_at BIGINT NOT NULL         -- UTC milliseconds, for people
)
-- next
-- Of a terminal: seats that others have, as last heard.
CREATE TABLE seat_elsewhere (
    performance INTEGER NOT NULL,
    seat INTEGER NOT NULL,
    state INTEGER NOT NULL,          -- SeatState
    PRIMARY KEY (performance, seat)
) WITHOUT ROWID
