-- What only people can put right: since when it is known, and who looks after it
CREATE TABLE task (
    id TEXT PRIMARY KEY,
    since BIGINT NOT NULL,           -- UTC milliseconds
    staff BLOB,                      -- NULL: nobody has taken it
    name TEXT,                       -- theirs, as their machine told
    node BLOB                        -- that machine
) WITHOUT ROWID
-- next
-- Of a hub: staff said that this customer was called and didn't come; their terminal hears it until it says that it did
ALTER TABLE house_token ADD COLUMN no_show INTEGER NOT NULL DEFAULT 0
-- next
CREATE INDEX house_token_no_show ON house_token (token) WHERE no_show = 1
