-- Of a hub: what the holder of a given right does with it. 0: nothing, it can be recalled; 1: a customer has it, as its
-- journal says; 2: it was recalled in vain, until its holder reports again.
ALTER TABLE seat_right ADD COLUMN in_use INTEGER NOT NULL DEFAULT 0
