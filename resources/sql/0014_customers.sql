-- Of a hub: what each epoch holds of each wallet, members' and guests'.
CREATE TABLE amount_right (
    wallet BLOB NOT NULL,
    node BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    amount BIGINT NOT NULL,          -- that it has, as its journal says
    given BIGINT NOT NULL,           -- on its way there: its journal doesn't say yet that it was taken
    incarnation INTEGER NOT NULL,    -- of the right that is or was last on its way
    fence BIGINT NOT NULL,
    visit INTEGER NOT NULL,          -- the wallet's owner is there: what becomes free follows
    PRIMARY KEY (wallet, node, epoch)
) WITHOUT ROWID
-- next
CREATE INDEX amount_right_of_epoch ON amount_right (node, epoch) WHERE amount <> 0 OR given <> 0 OR visit <> 0
-- next
-- Of a terminal: the newest right to an amount of each wallet that was ever taken here: never that or an older one again.
CREATE TABLE amount_seen (
    wallet BLOB PRIMARY KEY,
    incarnation INTEGER NOT NULL,
    fence BIGINT NOT NULL
) WITHOUT ROWID
-- next
-- What may have to go back to the hub
CREATE INDEX wallet_with_money ON wallet (id) WHERE balance > 0
-- next
-- Of a hub: the last change that concerns a node beside seats: amounts for it, and the places of its customers.
CREATE TABLE node_change (
    node BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    change BIGINT NOT NULL,
    PRIMARY KEY (node, epoch)
) WITHOUT ROWID
-- next
-- Of a hub: which terminal has whom of the house's queue.
CREATE TABLE house_token (
    token BLOB PRIMARY KEY,
    node BLOB NOT NULL,
    epoch INTEGER NOT NULL
) WITHOUT ROWID
-- next
CREATE INDEX house_token_of_epoch ON house_token (node, epoch)
-- next
-- Of a terminal: where its customers stand in the house's queue, as last heard.
CREATE TABLE place_at_hub (
    token BLOB PRIMARY KEY,
    change BIGINT NOT NULL,          -- the hub's, when it came into the queue or here
    ahead INTEGER NOT NULL,
    wait_from BIGINT,                -- seconds; NULL: nobody knows
    wait_to BIGINT
) WITHOUT ROWID
-- next
-- Of a hub: the number of the lane that a node runs while it is offline
CREATE TABLE lane (
    node BLOB PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE
) WITHOUT ROWID
-- next
-- Of a terminal: that lane's letters
ALTER TABLE hub ADD COLUMN lane TEXT NOT NULL DEFAULT ''
-- next
-- A hub that was restored may give a number twice in a day; nobody is turned away for it.
DROP INDEX token_of_day
-- next
CREATE INDEX token_of_day ON token (day, lane, number)
