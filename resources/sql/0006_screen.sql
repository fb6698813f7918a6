-- What this node's screen goes on with after a restart: one row, once staff took it out or a customer called for them.
CREATE TABLE screen (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    out_of_service INTEGER NOT NULL, -- by staff, until staff bring it back
    staff_called INTEGER NOT NULL    -- and neither taken back nor ended yet
)
