-- Who of the staff serves this customer at a counter; NULL: they serve themselves, and wait for their turn
ALTER TABLE token ADD COLUMN staff BLOB
-- next
DROP INDEX token_admitted
-- next
CREATE INDEX token_admitted ON token (place) WHERE state = 2 AND staff IS NULL
-- next
-- Why these seats aren't for sale, where staff set them aside (state 5): without a deadline, until staff release them
ALTER TABLE hold ADD COLUMN why TEXT NOT NULL DEFAULT ''
-- next
CREATE INDEX hold_blocked ON hold (performance) WHERE state = 5
-- next
-- Why nothing is paid for it; empty: it has its price
ALTER TABLE hold_seat ADD COLUMN free_because TEXT NOT NULL DEFAULT ''
-- next
ALTER TABLE ticket ADD COLUMN free_because TEXT NOT NULL DEFAULT ''
-- next
-- A drawer at a counter, from its opening to its count; at most one is open
CREATE TABLE shift (
    id BLOB PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,   -- of its report, counted at this node
    open INTEGER UNIQUE,             -- 1, or NULL: closed
    staff BLOB NOT NULL,             -- who answers for it
    opened_at BIGINT NOT NULL,       -- UTC milliseconds
    closed_at BIGINT,
    currency TEXT NOT NULL,
    opening BIGINT NOT NULL,         -- cash that was in it
    expected BIGINT,                 -- when it was closed
    counted BIGINT
) WITHOUT ROWID
-- next
-- Cash into or out of a drawer beside sales: to the safe, from it, for an errand
CREATE TABLE drawer_movement (
    id BLOB PRIMARY KEY,
    shift BLOB NOT NULL,
    at BIGINT NOT NULL,              -- UTC milliseconds
    staff BLOB NOT NULL,
    amount BIGINT NOT NULL,          -- positive: into it
    why TEXT NOT NULL
) WITHOUT ROWID
-- next
CREATE INDEX drawer_movement_of_shift ON drawer_movement (shift)
-- next
-- Who sold it, and in which shift; NULL: nobody did, at a kiosk
ALTER TABLE sale ADD COLUMN staff BLOB
-- next
ALTER TABLE sale ADD COLUMN shift BLOB
-- next
CREATE INDEX sale_of_shift ON sale (shift) WHERE shift IS NOT NULL
-- next
CREATE INDEX sale_of_wallet ON sale (wallet)
-- next
ALTER TABLE tender ADD COLUMN shift BLOB
-- next
CREATE INDEX tender_of_shift ON tender (shift) WHERE shift IS NOT NULL
-- next
-- How the buyer wants to be found, where they said so. In no journal: it can be forgotten.
CREATE TABLE sale_contact (
    sale BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,          -- as it is searched for
    last_digits TEXT NOT NULL        -- of a phone number
) WITHOUT ROWID
-- next
CREATE INDEX contact_name ON sale_contact (name_key, sale)
-- next
CREATE INDEX contact_digits ON sale_contact (last_digits, sale)
-- next
CREATE INDEX member_digits ON member (last_digits)
