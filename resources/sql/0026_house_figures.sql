-- What the house's orders were and how they were paid, so that their figures can be added up. Journals are read anew
-- for it: what a version before this one had read of them goes
DELETE FROM house_reading
-- next
DROP TABLE house_sale
-- next
CREATE TABLE house_sale (
    id BLOB PRIMARY KEY,             -- the order
    number TEXT NOT NULL,
    wallet BLOB NOT NULL,
    node BLOB NOT NULL,              -- the seller
    performance INTEGER NOT NULL,
    at BIGINT NOT NULL,              -- by the seller's clock, UTC milliseconds
    total BIGINT NOT NULL,
    tax BIGINT NOT NULL,
    hold BLOB NOT NULL,
    staff BLOB,                      -- of the seller's; NULL: nobody of them sold it
    sold_by TEXT NOT NULL            -- their name
) WITHOUT ROWID
-- next
CREATE INDEX house_sale_number ON house_sale (number)
-- next
CREATE INDEX house_sale_number_end ON house_sale (substr(number, length(number) - 5))
-- next
CREATE INDEX house_sale_of_wallet ON house_sale (wallet)
-- next
CREATE INDEX house_sale_at ON house_sale (at)
-- next
CREATE INDEX house_sale_of_performance ON house_sale (performance)
-- next
CREATE INDEX house_sale_of_staff ON house_sale (staff, at) WHERE staff IS NOT NULL
-- next
DROP TABLE house_ticket
-- next
CREATE TABLE house_ticket (
    id BLOB PRIMARY KEY,
    sale BLOB NOT NULL,
    seat INTEGER NOT NULL,
    category TEXT NOT NULL,
    type TEXT NOT NULL,              -- its id in the programme
    price BIGINT NOT NULL,
    free_because TEXT NOT NULL
) WITHOUT ROWID
-- next
CREATE INDEX house_ticket_of_sale ON house_ticket (sale)
-- next
-- Money that devices took for what was held, before it was paid
CREATE TABLE house_taken (
    node BLOB NOT NULL,
    hold BLOB NOT NULL,
    kind INTEGER NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (node, hold, kind)
) WITHOUT ROWID
-- next
-- When it was given back: by the seller's clock, or by the hub's where it was done there
ALTER TABLE house_refund ADD COLUMN at BIGINT NOT NULL DEFAULT 0
-- next
-- Of those before, the hub's books know when it heard of them: the first of an order is its first there
UPDATE house_refund SET at = coalesce(
    (SELECT m.at FROM movement m WHERE m.kind = 3 AND m.cause = sale AND number = (
        SELECT count(*) FROM movement e WHERE e.kind = 3 AND e.cause = m.cause
            AND (e.at < m.at OR (e.at = m.at AND e.id <= m.id)))),
    (SELECT max(m.at) FROM movement m WHERE m.kind = 3 AND m.cause = sale), 0)
-- next
CREATE INDEX house_refund_at ON house_refund (at)
