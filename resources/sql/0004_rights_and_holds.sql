-- No row: the seat is in its authority's pool. The key is the last line of defence.
CREATE TABLE seat_right (
    performance INTEGER NOT NULL,
    seat INTEGER NOT NULL,
    state INTEGER NOT NULL,      -- SeatState
    node BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    incarnation INTEGER NOT NULL,
    fence BIGINT NOT NULL,
    hold BLOB,                   -- the hold that uses the right here
    PRIMARY KEY (performance, seat)
) WITHOUT ROWID
-- next
CREATE TABLE seats_left (        -- kept with every change of seat_right, so that a list of dates never counts seats
    performance INTEGER NOT NULL,
    category TEXT NOT NULL,
    seats INTEGER NOT NULL CHECK (seats >= 0),
    PRIMARY KEY (performance, category)
) WITHOUT ROWID
-- next
CREATE TABLE hold (
    id BLOB PRIMARY KEY,
    token BLOB NOT NULL,
    performance INTEGER NOT NULL,
    state INTEGER NOT NULL,      -- HoldState
    deadline BIGINT NOT NULL,    -- steady milliseconds of this run of the program
    prolonged INTEGER NOT NULL
) WITHOUT ROWID
-- next
CREATE UNIQUE INDEX hold_live ON hold (token, performance) WHERE state < 3
-- next
CREATE INDEX hold_lapsing ON hold (deadline) WHERE state = 1
-- next
CREATE INDEX hold_paying ON hold (id) WHERE state = 2
-- next
CREATE TABLE hold_seat (
    hold BLOB NOT NULL,
    seat INTEGER NOT NULL,
    ticket_type INTEGER NOT NULL,
    price BIGINT NOT NULL,       -- fixed when held
    PRIMARY KEY (hold, seat)
) WITHOUT ROWID
-- next
-- Asked of an authority that is elsewhere; kept until its answer came.
CREATE TABLE right_request (
    id BLOB PRIMARY KEY,
    token BLOB NOT NULL,
    performance INTEGER NOT NULL,
    seats TEXT NOT NULL          -- JSON array
) WITHOUT ROWID
