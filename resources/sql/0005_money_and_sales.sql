CREATE TABLE wallet (
    id BLOB PRIMARY KEY,
    member BLOB,                 -- NULL: a guest's, or a voucher
    currency TEXT NOT NULL,
    balance BIGINT NOT NULL,     -- always the sum of its postings
    blocked INTEGER NOT NULL
) WITHOUT ROWID
-- next
CREATE TABLE movement (
    id BLOB PRIMARY KEY,
    kind INTEGER NOT NULL,
    at BIGINT NOT NULL,          -- UTC milliseconds
    currency TEXT NOT NULL,
    cause BLOB NOT NULL          -- the tender or sale behind it
) WITHOUT ROWID
-- next
CREATE TABLE posting (           -- those of a movement sum to zero
    movement BLOB NOT NULL,
    line INTEGER NOT NULL,
    account INTEGER NOT NULL,
    wallet BLOB,
    amount BIGINT NOT NULL,
    PRIMARY KEY (movement, line)
) WITHOUT ROWID
-- next
CREATE INDEX posting_of_wallet ON posting (wallet, movement) WHERE wallet IS NOT NULL
-- next
CREATE TRIGGER movement_is_append_only BEFORE UPDATE ON movement BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
-- next
CREATE TRIGGER movement_is_kept BEFORE DELETE ON movement BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
-- next
CREATE TRIGGER posting_is_append_only BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
-- next
CREATE TRIGGER posting_is_kept BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
-- next
CREATE TABLE tender (
    id BLOB PRIMARY KEY,
    token BLOB,
    wallet BLOB NOT NULL,
    hold BLOB,                   -- paying while this is open
    kind INTEGER NOT NULL,
    direction INTEGER NOT NULL,
    state INTEGER NOT NULL,
    amount BIGINT NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL
) WITHOUT ROWID
-- next
CREATE INDEX tender_open ON tender (id) WHERE state < 3
-- next
CREATE INDEX tender_of_wallet ON tender (wallet)
-- next
CREATE TABLE claim (             -- whoever shows the code is paid what the wallet holds
    wallet BLOB PRIMARY KEY,
    code BLOB UNIQUE,            -- hash; NULL: made after a crash, found by staff
    paid INTEGER NOT NULL
) WITHOUT ROWID
-- next
CREATE TABLE sale (
    id BLOB PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    hold BLOB NOT NULL UNIQUE,
    token BLOB NOT NULL,
    wallet BLOB NOT NULL,
    performance INTEGER NOT NULL,
    state INTEGER NOT NULL,
    paid_at BIGINT NOT NULL,
    total BIGINT NOT NULL,
    tax BIGINT NOT NULL,
    currency TEXT NOT NULL,
    catalogue BIGINT NOT NULL    -- the version it was made under
) WITHOUT ROWID
-- next
CREATE INDEX sale_of_performance ON sale (performance)
-- next
CREATE TABLE ticket (
    id BLOB PRIMARY KEY,
    sale BLOB NOT NULL,
    performance INTEGER NOT NULL,
    seat INTEGER NOT NULL,
    category TEXT NOT NULL,
    ticket_type INTEGER NOT NULL,
    price BIGINT NOT NULL,
    code TEXT NOT NULL,
    live INTEGER NOT NULL        -- 0: refunded
) WITHOUT ROWID
-- next
CREATE INDEX ticket_of_sale ON ticket (sale)
-- next
CREATE UNIQUE INDEX seat_is_sold_once ON ticket (performance, seat) WHERE live = 1
