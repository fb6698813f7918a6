-- What a span of time brought costs that span, whatever the clocks said that ids were made by
CREATE INDEX sale_paid ON sale (paid_at)
-- next
CREATE INDEX movement_at ON movement (at)
-- next
CREATE INDEX movement_refund_at ON movement (at) WHERE kind = 3
-- next
CREATE INDEX movement_refund_of ON movement (cause) WHERE kind = 3
-- next
-- What devices were asked to give: twice each, so few
CREATE INDEX posting_paying_out ON posting (movement, amount) WHERE account = 5
-- next
CREATE INDEX wallet_in_debt ON wallet (id) WHERE balance < 0
-- next
-- How an order's money came, also of a member who paid in a hundred times
CREATE INDEX tender_of_hold ON tender (hold) WHERE hold IS NOT NULL
