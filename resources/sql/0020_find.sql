-- Where the journal tells of an order after its sale, so that what was done with it is found by it
CREATE TABLE order_entry (
    sale BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (sale, epoch, seq)
) WITHOUT ROWID
-- next
-- People say "123": without the year, and without the letters of whoever sold it
CREATE INDEX sale_number_end ON sale (substr(number, length(number) - 5))
-- next
-- The first consonants of a Korean name, as it is also searched for
ALTER TABLE sale_contact ADD COLUMN initials TEXT NOT NULL DEFAULT ''
-- next
-- Of people with the same name the newest order first
DROP INDEX contact_name
-- next
CREATE INDEX contact_name ON sale_contact (name_key, sale DESC)
-- next
CREATE INDEX contact_initials ON sale_contact (initials, sale DESC)
