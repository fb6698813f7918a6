-- Of a hub: each time that money of an order went back, wherever; the amount, not how often, is what staff may have to
-- settle.
CREATE TABLE house_refund (
    sale BLOB NOT NULL,              -- the order
    number INTEGER NOT NULL,         -- counts its refunds
    seats TEXT NOT NULL,             -- a JSON array, in order; []: all of them
    amount BIGINT NOT NULL,
    request BLOB UNIQUE,             -- that it was done on here; NULL: by the seller, or by a hub that this one forgot
    paid_to BLOB,                    -- the wallet that the money went to from here; NULL: by the seller
    told INTEGER NOT NULL,           -- the seller knows
    PRIMARY KEY (sale, number)
) WITHOUT ROWID
-- next
CREATE INDEX house_refund_untold ON house_refund (sale) WHERE told = 0
-- next
WITH RECURSIVE times (n) AS (
    SELECT 1 UNION ALL SELECT n + 1 FROM times WHERE n < (SELECT max(refunds) FROM house_order))
INSERT INTO house_refund (sale, number, seats, amount, request, paid_to, told)
SELECT o.id, t.n, '[]', o.total, CASE WHEN t.n = 1 THEN o.refund END, CASE WHEN t.n = 1 THEN o.paid_to END,
    CASE WHEN t.n = 1 THEN o.told ELSE 1 END
FROM house_order o JOIN times t ON t.n <= o.refunds
-- next
CREATE TABLE house_order_before AS
SELECT id, node, epoch, seq, beside, wallet, performance, total,
    CASE WHEN refunds > 1 THEN (refunds - 1) * total ELSE 0 END AS beyond, settled * total AS settled
FROM house_order
-- next
DROP TABLE house_order
-- next
CREATE TABLE house_order (
    id BLOB PRIMARY KEY,
    node BLOB NOT NULL,              -- the seller
    epoch INTEGER NOT NULL,
    seq BIGINT NOT NULL,             -- of its sale in that epoch's journal
    beside INTEGER NOT NULL,         -- that journal isn't the chain: another of the same name
    wallet BLOB NOT NULL,
    performance INTEGER NOT NULL,
    total BIGINT NOT NULL,
    beyond BIGINT NOT NULL,          -- refunded, wherever, beyond what its tickets had cost
    settled BIGINT NOT NULL          -- how much of that staff have put right
) WITHOUT ROWID
-- next
INSERT INTO house_order SELECT id, node, epoch, seq, beside, wallet, performance, total, beyond, settled
FROM house_order_before
-- next
DROP TABLE house_order_before
-- next
CREATE INDEX house_order_refunded_beyond ON house_order (id) WHERE beyond > settled
-- next
-- The hub did it: the money isn't in this node's books
ALTER TABLE ticket ADD COLUMN refunded_at_hub INTEGER NOT NULL DEFAULT 0
-- next
UPDATE ticket SET refunded_at_hub = 1 WHERE sale IN (SELECT id FROM sale WHERE refunded_at_hub = 1)
-- next
ALTER TABLE sale DROP COLUMN refunded_at_hub
