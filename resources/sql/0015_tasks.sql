-- Of a hub: staff have put it right with the customer; it stays for the books
ALTER TABLE conflict ADD COLUMN settled INTEGER NOT NULL DEFAULT 0
