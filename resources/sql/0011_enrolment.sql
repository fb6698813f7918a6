-- Of a node that wants to be enrolled: the code that only the hub's answer to this very wish names (law 6)
ALTER TABLE head ADD COLUMN enrolment BLOB
-- next
-- Of a hub: the code that the epoch was wanted with, so that the same wish is answered the same
ALTER TABLE epoch ADD COLUMN code BLOB
