-- What was asked of an authority elsewhere is kept in memory: no money moves by it, and what a lost answer gave is found
-- by the next session
DROP TABLE right_request
