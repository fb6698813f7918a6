-- Where the journal tells of it; all between the two is the shift's
ALTER TABLE shift ADD COLUMN opened_epoch INTEGER NOT NULL DEFAULT 0
-- next
ALTER TABLE shift ADD COLUMN opened_seq BIGINT NOT NULL DEFAULT 0
-- next
ALTER TABLE shift ADD COLUMN closed_epoch INTEGER
-- next
ALTER TABLE shift ADD COLUMN closed_seq BIGINT
-- next
ALTER TABLE shift ADD COLUMN closed_by BLOB
-- next
CREATE TRIGGER shift_is_closed_once BEFORE UPDATE ON shift WHEN OLD.open IS NULL
BEGIN SELECT RAISE(ABORT, 'a closed shift stays as it was counted'); END
-- next
CREATE TRIGGER shift_is_kept BEFORE DELETE ON shift BEGIN SELECT RAISE(ABORT, 'a shift stays in the books'); END
-- next
CREATE TRIGGER drawer_is_append_only BEFORE UPDATE ON drawer_movement
BEGIN SELECT RAISE(ABORT, 'what moved in a drawer is append-only'); END
-- next
CREATE TRIGGER drawer_is_kept BEFORE DELETE ON drawer_movement
BEGIN SELECT RAISE(ABORT, 'what moved in a drawer is append-only'); END
-- next
-- Refunds have no row that knows of a shift; of a shift's entries there are many, of these few
CREATE INDEX journal_refunded ON journal (epoch, seq) WHERE kind = 'refunded'
-- next
CREATE INDEX ticket_free ON ticket (sale) WHERE free_because <> ''
