-- Of a node that wants to be enrolled: the code that only the hub's answer to this very wish names (law 6)
ALTER TABLE head ADD COLUMN enrolment BLOB
