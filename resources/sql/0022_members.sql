-- What staff changed of members, by the request it was asked under: again under the same id, it isn't done again
CREATE TABLE member_request (
    id BLOB PRIMARY KEY,
    body BLOB NOT NULL               -- hash of all that was asked
) WITHOUT ROWID
