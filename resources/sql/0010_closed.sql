-- Of a terminal: the present epoch has given up everything for good
ALTER TABLE head ADD COLUMN closed INTEGER NOT NULL DEFAULT 0
-- next
-- Who holds what that isn't sold: asked in every session, of few rows among all that were ever sold
CREATE INDEX seat_right_held ON seat_right (node, epoch, state) WHERE state <> 2
