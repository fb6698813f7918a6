-- Of a terminal: up to where the present epoch's journal may have been sent
ALTER TABLE head ADD COLUMN sent BIGINT NOT NULL DEFAULT 0
