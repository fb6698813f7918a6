-- What a customer wants their hub to refund, until its answer is here: the same wish again bears the same id
CREATE TABLE refund_asked (
    shown_by BLOB NOT NULL,      -- digest of the ticket's code, or of the member's visit
    sale BLOB NOT NULL,
    seats TEXT NOT NULL,         -- JSON, in order; none: all that is left
    request BLOB NOT NULL UNIQUE,
    PRIMARY KEY (shown_by, sale, seats)
) WITHOUT ROWID
-- next
CREATE INDEX house_refund_paid_to ON house_refund (paid_to) WHERE request IS NOT NULL
