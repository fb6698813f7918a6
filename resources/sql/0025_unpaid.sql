-- Claims that wait for somebody are few among all that ever were, and every desk asks for them every half minute
CREATE INDEX claim_unpaid ON claim (wallet) WHERE paid = 0
