-- Seats that a hold gives up in exchange once the authority has answered: a JSON array
ALTER TABLE right_request ADD COLUMN instead TEXT NOT NULL DEFAULT '[]'
