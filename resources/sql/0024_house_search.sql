-- Of a hub: what its terminals sold, to be found by what people know of it. It is read from their journals when
-- somebody looks for an order or nothing else is to be done, not when they arrive: up to where each was read
CREATE TABLE house_reading (
    node BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (node, epoch)
) WITHOUT ROWID
-- next
CREATE TABLE house_sale (
    id BLOB PRIMARY KEY,             -- the order
    number TEXT NOT NULL,
    wallet BLOB NOT NULL
) WITHOUT ROWID
-- next
CREATE INDEX house_sale_number ON house_sale (number)
-- next
CREATE INDEX house_sale_number_end ON house_sale (substr(number, length(number) - 5))
-- next
CREATE INDEX house_sale_of_wallet ON house_sale (wallet)
-- next
CREATE TABLE house_ticket (
    id BLOB PRIMARY KEY,
    sale BLOB NOT NULL
) WITHOUT ROWID
-- next
-- Where terminals' journals tell of an order after its sale
CREATE TABLE house_entry (
    sale BLOB NOT NULL,
    node BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (sale, node, epoch, seq)
) WITHOUT ROWID
-- next
-- Of a terminal: orders whose buyers want to be found otherwise than its hub knows
CREATE TABLE contact_untold (
    sale BLOB PRIMARY KEY
) WITHOUT ROWID
-- next
INSERT INTO contact_untold SELECT sale FROM sale_contact WHERE EXISTS (SELECT 1 FROM hub)
