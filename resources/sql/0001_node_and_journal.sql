-- Who this node is and where its chain stands: one row, updated by every transaction that appends to the journal.
CREATE TABLE head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    node BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    incarnation INTEGER NOT NULL,
    seq BIGINT NOT NULL,
    hash BLOB NOT NULL,
    fence BIGINT NOT NULL,       -- the highest fence number given in this incarnation
    sales BIGINT NOT NULL,       -- the highest order number for people
    catalogue BIGINT NOT NULL,   -- the catalogue's version
    settings TEXT NOT NULL       -- HouseSettings as JSON
)
-- next
CREATE TABLE journal (
    epoch INTEGER NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,          -- UTC milliseconds, for people
    kind TEXT NOT NULL,
    body TEXT NOT NULL,          -- canonical JSON
    hash BLOB NOT NULL,          -- of the previous hash and this entry
    PRIMARY KEY (epoch, seq)
) WITHOUT ROWID
-- next
CREATE TRIGGER journal_is_append_only BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
-- next
CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
