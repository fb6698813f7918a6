-- Of a hub: what terminals sold, and whether the money is back with the customer (law 10).
CREATE TABLE house_order (
    id BLOB PRIMARY KEY,
    node BLOB NOT NULL,              -- the seller
    epoch INTEGER NOT NULL,
    seq BIGINT NOT NULL,             -- of its sale in that epoch's journal
    beside INTEGER NOT NULL,         -- that journal isn't the chain: another of the same name
    wallet BLOB NOT NULL,
    performance INTEGER NOT NULL,
    total BIGINT NOT NULL,
    refunds INTEGER NOT NULL,        -- how often, wherever: more than once is for staff to settle
    refund BLOB UNIQUE,              -- the request that it was refunded on here; NULL: none that is known
    paid_to BLOB,                    -- the wallet that its money went to from here; NULL: it wasn't refunded here
    told INTEGER NOT NULL,           -- its seller has said that it heard
    settled INTEGER NOT NULL         -- how many refunds beyond the first staff have put right
) WITHOUT ROWID
-- next
CREATE INDEX house_order_untold ON house_order (id) WHERE told = 0
-- next
CREATE INDEX house_order_refunded_twice ON house_order (id) WHERE refunds > 1
-- next
-- Of a hub: up to where the epoch's journal says that its node refunds nothing any more
ALTER TABLE epoch ADD COLUMN given_up BIGINT NOT NULL DEFAULT 0
-- next
-- Of a terminal: the same, of the present epoch
ALTER TABLE head ADD COLUMN given_up BIGINT NOT NULL DEFAULT 0
-- next
UPDATE head SET given_up = sent
-- next
-- The hub did it: the money isn't in this node's books
ALTER TABLE sale ADD COLUMN refunded_at_hub INTEGER NOT NULL DEFAULT 0
