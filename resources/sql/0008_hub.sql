-- Every enrolment that ever began here. Of a hub; empty elsewhere.
CREATE TABLE epoch (
    node BLOB NOT NULL,
    number INTEGER NOT NULL,
    state INTEGER NOT NULL,          -- EpochState
    position BIGINT NOT NULL,        -- of its journal here
    nonce BLOB,                      -- of the open challenge
    must_report INTEGER NOT NULL,    -- since a restore of this hub
    report_position BIGINT,          -- of a report that awaits the journal up to there
    report TEXT,                     -- all of it, as it came
    PRIMARY KEY (node, number)
) WITHOUT ROWID
-- next
-- The journals of other nodes, as they pushed them.
CREATE TABLE node_journal (
    node BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (node, epoch, seq)
) WITHOUT ROWID
-- next
CREATE TRIGGER node_journal_is_append_only BEFORE UPDATE ON node_journal BEGIN SELECT RAISE(ABORT, 'a journal is append-only'); END
-- next
CREATE TRIGGER node_journal_is_kept BEFORE DELETE ON node_journal BEGIN SELECT RAISE(ABORT, 'a journal is append-only'); END
-- next
-- Entries whose seq was taken under another hash: a restored disk wrote both. Kept beside the chain.
CREATE TABLE node_fork (
    node BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    seq BIGINT NOT NULL,
    hash BLOB NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (node, epoch, seq, hash)
) WITHOUT ROWID
-- next
-- What was answered to a request, so that the same request is answered the same.
CREATE TABLE answer (
    id BLOB PRIMARY KEY,
    asked BLOB NOT NULL,             -- SHA-256 of who asked and what
    answer TEXT                      -- JSON; NULL once the node has it: the id is refused from then on
) WITHOUT ROWID
-- next
-- Sales that no right here explains, or whose seat somebody else has: for staff to decide.
CREATE TABLE conflict (
    performance INTEGER NOT NULL,
    seat INTEGER NOT NULL,
    sale BLOB NOT NULL,              -- the late order
    node BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    incarnation INTEGER NOT NULL,
    fence BIGINT NOT NULL,
    PRIMARY KEY (performance, seat, sale)
) WITHOUT ROWID
-- next
ALTER TABLE seat_right ADD COLUMN sale BLOB
-- next
-- The newest fence of each seat that was ever taken or given here: a terminal never takes that or an older one again,
-- and others name the seat by its number, so that its plan stays. Fence 0.0: asked for, and never answered.
CREATE TABLE right_seen (
    performance INTEGER NOT NULL,
    seat INTEGER NOT NULL,
    incarnation INTEGER NOT NULL,
    fence BIGINT NOT NULL,
    PRIMARY KEY (performance, seat)
) WITHOUT ROWID
