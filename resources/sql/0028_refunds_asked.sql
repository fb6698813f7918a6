-- What a customer wants their hub to refund, until its answer is here: the same wish again bears the same id
CREATE TABLE refund_asked (
    wish BLOB PRIMARY KEY,       -- digest of the order, the seats and what showed that it is theirs
    request BLOB NOT NULL UNIQUE
) WITHOUT ROWID
