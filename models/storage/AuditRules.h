#pragma once

#include <array>

/// What must hold between rows, one statement a rule: each row that comes back is a violation, with an id and up to two
/// values for the rule's words.
namespace foyer::auditrules {

struct Rule {
    const char *name;
    const char *words; ///< %1 and %2: the second and third column
    const char *sql;
};

struct Count {
    const char *name;
    const char *sql;
};

inline constexpr std::array rules{
    // seats
    Rule{"seat-has-two-tickets", "%1 live tickets for one seat", R"(
        SELECT CAST(performance AS TEXT) || '/' || CAST(seat AS TEXT), count(*) FROM ticket WHERE live = 1
        GROUP BY performance, seat HAVING count(*) > 1)"},
    Rule{"live-ticket-without-seat", "nobody keeps the seat %1 of this live ticket", R"(
        SELECT t.id, CAST(t.performance AS TEXT) || '/' || CAST(t.seat AS TEXT) FROM ticket t
        WHERE t.live = 1 AND NOT EXISTS (SELECT 1 FROM seat_right r
            WHERE r.performance = t.performance AND r.seat = t.seat AND r.state = 2))"},
    Rule{"sold-seat-without-ticket", "the seat is sold, but nobody has a live ticket for it", R"(
        SELECT CAST(r.performance AS TEXT) || '/' || CAST(r.seat AS TEXT) FROM seat_right r
        WHERE r.state = 2 AND r.node = (SELECT node FROM head) AND NOT EXISTS (SELECT 1 FROM ticket t
            WHERE t.performance = r.performance AND t.seat = r.seat AND t.live = 1))"},
    Rule{"right-without-hold", "the seat is given to a hold that doesn't live or doesn't list it", R"(
        SELECT CAST(r.performance AS TEXT) || '/' || CAST(r.seat AS TEXT) FROM seat_right r
        WHERE r.state = 1 AND r.hold IS NOT NULL AND NOT EXISTS (SELECT 1 FROM hold h
            JOIN hold_seat s ON s.hold = h.id AND s.seat = r.seat
            WHERE h.id = r.hold AND (h.state < 3 OR h.state = 5) AND h.performance = r.performance))"},
    // a node that was never enrolled is its own authority: its epoch is the first
    Rule{"right-unused", "the seat is given to nobody, though its authority is here", R"(
        SELECT CAST(r.performance AS TEXT) || '/' || CAST(r.seat AS TEXT) FROM seat_right r
        JOIN performance p ON p.key = r.performance JOIN head d ON d.node = p.root AND d.node = r.node AND d.epoch = 1
        WHERE r.state = 1 AND r.hold IS NULL)"},
    Rule{"fence-used-twice", "%1 seats have the right of this name", R"(
        SELECT CAST(incarnation AS TEXT) || '.' || CAST(fence AS TEXT), count(*) FROM seat_right
        GROUP BY incarnation, fence HAVING count(*) > 1)"},
    Rule{"fence-beyond-head", "the fence %1 was never given; the last is %2", R"(
        SELECT CAST(r.performance AS TEXT) || '/' || CAST(r.seat AS TEXT), r.fence, d.fence FROM head d
        CROSS JOIN seat_right r JOIN performance p ON p.key = r.performance AND p.root = d.node
        WHERE d.epoch = 1 AND (r.incarnation > d.incarnation OR (r.incarnation = d.incarnation AND r.fence > d.fence)))"},
    // holds
    Rule{"hold-without-right", "the seat %1 isn't given to this live hold", R"(
        SELECT h.id, s.seat FROM hold h JOIN hold_seat s ON s.hold = h.id
        WHERE (h.state < 3 OR h.state = 5) AND NOT EXISTS (SELECT 1 FROM seat_right r
            WHERE r.performance = h.performance AND r.seat = s.seat AND r.state = 1 AND r.hold = h.id))"},
    Rule{"paying-without-tender", "the hold is being paid, but by no open tender", R"(
        SELECT h.id FROM hold h WHERE h.state = 2
            AND NOT EXISTS (SELECT 1 FROM tender t WHERE t.hold = h.id AND t.state < 3))"},
    Rule{"sold-hold-without-sale", "the hold is sold without a sale", R"(
        SELECT h.id FROM hold h WHERE h.state = 3 AND NOT EXISTS (SELECT 1 FROM sale s WHERE s.hold = h.id))"},
    Rule{"sale-without-hold", "the hold of this sale isn't sold", R"(
        SELECT s.id FROM sale s WHERE NOT EXISTS (SELECT 1 FROM hold h WHERE h.id = s.hold AND h.state = 3))"},
    Rule{"held-by-nobody", "the hold's token has ended or never was", R"(
        SELECT h.id FROM hold h WHERE h.state = 1
            AND NOT EXISTS (SELECT 1 FROM token t WHERE t.id = h.token AND t.state < 4))"},
    Rule{"blocked-without-reason", "staff set it aside without a reason", R"(
        SELECT h.id FROM hold h WHERE h.state = 5 AND h.why = '')"},
    Rule{"queue-miscounted", "%1 are counted as waiting, %2 wait", R"(
        SELECT CAST(l.level AS TEXT), c.counted, w.waiting FROM (SELECT 1 AS level UNION ALL SELECT 2) l
        JOIN (SELECT level, sum(waiting) AS counted FROM queue_count GROUP BY level) c ON c.level = l.level
        CROSS JOIN (SELECT count(*) AS waiting FROM token WHERE state = 1) w WHERE c.counted <> w.waiting)"},
    // sales
    Rule{"sale-of-other-total", "the total is %1, its tickets' prices sum to %2", R"(
        SELECT s.id, s.total, coalesce(sum(t.price), 0) FROM sale s LEFT JOIN ticket t ON t.sale = s.id
        GROUP BY s.id HAVING s.total <> coalesce(sum(t.price), 0) OR count(t.id) = 0)"},
    Rule{"ticket-of-other-state", "the ticket's sale is missing, of another performance, or in another state", R"(
        SELECT t.id FROM ticket t LEFT JOIN sale s ON s.id = t.sale
        WHERE s.id IS NULL OR (t.live = 1 AND (s.state <> 1 OR t.refunded_at_hub = 1))
            OR t.performance <> s.performance)"},
    Rule{"sale-of-other-state", "the sale stands, but none of its tickets does",
        "SELECT s.id FROM sale s WHERE s.state = 1 AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.sale = s.id AND "
        "t.live = 1)"},
    Rule{"sale-unpaid", "the total is %1, the wallet paid %2", R"(
        WITH paid AS (
            SELECT m.cause AS sale, count(*) AS times, sum(p.amount) AS amount FROM movement m
            JOIN posting p ON p.movement = m.id AND p.account = 1 WHERE m.kind = 2 GROUP BY m.cause)
        SELECT s.id, s.total, -coalesce(p.amount, 0) FROM sale s LEFT JOIN paid p ON p.sale = s.id
        WHERE s.total <> -coalesce(p.amount, 0)
            OR coalesce(p.times, 0) <> CASE WHEN s.total = 0 THEN 0 ELSE 1 END)"},
    Rule{"refund-of-other-total", "the tickets refunded here cost %1, the wallet got %2 back", R"(
        WITH back AS (
            SELECT m.cause AS sale, count(*) AS times, sum(p.amount) AS amount FROM movement m
            JOIN posting p ON p.movement = m.id AND p.account = 1 WHERE m.kind = 3 GROUP BY m.cause),
        gone AS (
            SELECT sale, count(*) AS tickets, sum(price) AS amount FROM ticket
            WHERE live = 0 AND refunded_at_hub = 0 GROUP BY sale)
        SELECT s.id, coalesce(v.amount, 0), coalesce(b.amount, 0) FROM sale s
        LEFT JOIN back b ON b.sale = s.id LEFT JOIN gone v ON v.sale = s.id
        WHERE coalesce(b.amount, 0) <> coalesce(v.amount, 0) OR coalesce(b.times, 0) > coalesce(v.tickets, 0))"},
    Rule{"money-of-no-sale", "a purchase or refund without its sale, or from another's wallet", R"(
        SELECT m.id FROM movement m JOIN posting p ON p.movement = m.id AND p.account = 1
        WHERE m.kind IN (2, 3)
            AND NOT EXISTS (SELECT 1 FROM sale s WHERE s.id = m.cause AND s.wallet = p.wallet)
            AND NOT (m.kind = 3 AND EXISTS ( -- a guest's refund has a wallet of its own, which no visit has
                SELECT 1 FROM sale s JOIN wallet b ON b.id = s.wallet JOIN wallet w ON w.id = p.wallet
                WHERE s.id = m.cause AND b.member IS NULL AND w.member IS NULL
                    AND w.id NOT IN (SELECT wallet FROM token WHERE wallet IS NOT NULL)))
            AND NOT EXISTS (SELECT 1 FROM house_refund r WHERE r.sale = m.cause AND r.paid_to = p.wallet))"},
    Rule{"hub-refund-miscounted", "refunds of %1 are noted here, the wallets got %2", R"(
        WITH back AS (
            SELECT m.cause AS sale, count(*) AS times, sum(p.amount) AS amount FROM movement m
            JOIN posting p ON p.movement = m.id AND p.account = 1 WHERE m.kind = 3 GROUP BY m.cause),
        noted AS (
            SELECT sale, count(*) AS times, sum(amount) AS amount FROM house_refund
            WHERE paid_to IS NOT NULL AND amount > 0 GROUP BY sale)
        SELECT o.id, coalesce(n.amount, 0), coalesce(b.amount, 0) FROM house_order o
        LEFT JOIN back b ON b.sale = o.id LEFT JOIN noted n ON n.sale = o.id
        WHERE coalesce(b.amount, 0) <> coalesce(n.amount, 0) OR coalesce(b.times, 0) <> coalesce(n.times, 0))"},
    Rule{
        "refunded-beyond-total", "the order's total is %1, and %2 more than that is refunded that no task tells of", R"(
        WITH back AS (SELECT sale, sum(amount) AS amount FROM house_refund GROUP BY sale)
        SELECT o.id, o.total, b.amount - o.beyond - o.total FROM house_order o JOIN back b ON b.sale = o.id
        WHERE b.amount - o.beyond > o.total OR o.beyond < 0 OR o.settled > o.beyond)"},
    Rule{"refund-of-no-order", "money of an order went back that nobody sold",
        "SELECT r.sale FROM house_refund r WHERE NOT EXISTS (SELECT 1 FROM house_order o WHERE o.id = r.sale)"},
    Rule{"redeemed-astray", "%1 moved between %2 wallets", R"(
        SELECT m.id, sum(CASE WHEN p.amount > 0 THEN p.amount ELSE 0 END), count(DISTINCT p.wallet) FROM movement m JOIN posting p ON p.movement = m.id
        WHERE m.kind = 11 GROUP BY m.id
        HAVING count(*) <> 2 OR count(DISTINCT p.wallet) <> 2 OR count(DISTINCT p.account) <> 1)"},
    // the ledger
    Rule{"movement-unbalanced", "its %2 postings sum to %1", R"(
        SELECT movement, sum(amount), count(*) FROM posting GROUP BY movement
        HAVING sum(amount) <> 0 OR count(*) < 2)"},
    Rule{"movement-without-postings", "the movement moves nothing", R"(
        SELECT m.id FROM movement m WHERE NOT EXISTS (SELECT 1 FROM posting p WHERE p.movement = m.id))"},
    Rule{"posting-astray", "a posting of no movement, to no wallet, or of an account with the wrong kind of owner", R"(
        SELECT p.movement FROM posting p LEFT JOIN movement m ON m.id = p.movement LEFT JOIN wallet w ON w.id = p.wallet
        WHERE m.id IS NULL OR (p.account IN (1, 6)) <> (w.id IS NOT NULL) OR (p.wallet IS NOT NULL AND w.id IS NULL))"},
    Rule{"two-currencies", "the movement is in %1, its wallet in %2", R"(
        SELECT m.id, m.currency, w.currency FROM wallet w JOIN posting p ON p.wallet = w.id
        JOIN movement m ON m.id = p.movement WHERE m.currency <> w.currency)"},
    Rule{"ledger-unbalanced", "the ledger sums to %1", R"(
        SELECT 'ledger', coalesce(sum(amount), 0) FROM posting HAVING coalesce(sum(amount), 0) <> 0)"},
    Rule{"balance-of-other-sum", "the balance is %1, its postings sum to %2", R"(
        SELECT w.id, w.balance, coalesce(sum(p.amount), 0) FROM wallet w
        LEFT JOIN posting p ON p.wallet = w.id AND p.account = 1 GROUP BY w.id HAVING w.balance <> coalesce(sum(p.amount), 0))"},
    // at a hub it is a task: money that moved at terminals is booked all the same
    Rule{"wallet-negative", "the balance is %1",
        "SELECT id, balance FROM wallet WHERE balance < 0 AND NOT EXISTS (SELECT 1 FROM epoch)"},
    Rule{"elsewhere-of-other-sum", "others hold %1 of it, the ledger says %2", R"(
        WITH held AS (SELECT wallet, sum(amount + given) AS amount FROM amount_right GROUP BY wallet)
        SELECT w.id, coalesce(h.amount, 0), coalesce(sum(p.amount), 0) FROM wallet w
        LEFT JOIN held h ON h.wallet = w.id LEFT JOIN posting p ON p.wallet = w.id AND p.account = 6
        WHERE EXISTS (SELECT 1 FROM epoch) GROUP BY w.id HAVING coalesce(h.amount, 0) <> coalesce(sum(p.amount), 0))"},
    Rule{"amount-negative", "%1 of the wallet is held, %2 on its way", R"(
        SELECT wallet, amount, given FROM amount_right WHERE amount < 0 OR given < 0)"},
    Rule{"top-up-miscounted", "the tender of %1 brought %2 into its wallet", R"(
        WITH brought AS (
            SELECT m.cause AS tender, sum(p.amount) AS amount FROM movement m
            JOIN posting p ON p.movement = m.id AND p.account = 1 WHERE m.kind = 1 GROUP BY m.cause)
        SELECT t.id, t.amount, coalesce(b.amount, 0) FROM tender t LEFT JOIN brought b ON b.tender = t.id
        WHERE t.direction = 1 AND coalesce(b.amount, 0) <> CASE WHEN t.state = 3 THEN t.amount ELSE 0 END)"},
    Rule{"set-aside-miscounted", "%1 is set aside, tenders on their way out sum to %2", R"(
        SELECT 'paying-out', a.amount, o.amount FROM
            (SELECT coalesce(sum(amount), 0) AS amount FROM posting WHERE account = 5) a
            CROSS JOIN (SELECT coalesce(sum(amount), 0) AS amount FROM tender WHERE direction = 2 AND state < 3) o
        WHERE a.amount <> o.amount AND NOT EXISTS (SELECT 1 FROM epoch))"},
    // drawers
    Rule{"shift-half-closed", "it is neither open nor closed", R"(
        SELECT id FROM shift WHERE CASE WHEN open = 1 THEN 1 ELSE 0 END <> CASE WHEN closed_at IS NULL THEN 1 ELSE 0 END
            OR (closed_at IS NULL) <> (counted IS NULL) OR (closed_at IS NULL) <> (expected IS NULL))"},
    Rule{"two-shifts-open", "%1 drawers are open at once", R"(
        SELECT max(id), count(*) FROM shift WHERE closed_at IS NULL HAVING count(*) > 1)"},
    Rule{"shift-of-other-expected", "%1 should have been in the drawer, its rows sum to %2", R"(
        WITH paid AS (
            SELECT shift, sum(CASE direction WHEN 1 THEN amount ELSE -amount END) AS amount FROM tender
            WHERE shift IS NOT NULL AND state = 3 AND kind = 1 GROUP BY shift),
        moved AS (SELECT shift, sum(amount) AS amount FROM drawer_movement GROUP BY shift)
        SELECT s.id, s.expected, s.opening + coalesce(p.amount, 0) + coalesce(m.amount, 0) FROM shift s
        LEFT JOIN paid p ON p.shift = s.id LEFT JOIN moved m ON m.shift = s.id
        WHERE s.expected <> s.opening + coalesce(p.amount, 0) + coalesce(m.amount, 0))"},
    Rule{"tender-open-in-closed-shift", "its device owes an answer, but the drawer was counted", R"(
        SELECT t.id FROM tender t JOIN shift s ON s.id = t.shift WHERE t.state < 3 AND s.closed_at IS NOT NULL)"},
    Rule{"shift-unknown", "it is counted with a drawer that never was", R"(
        SELECT x.id FROM (SELECT id, shift FROM sale UNION ALL SELECT id, shift FROM tender
            UNION ALL SELECT id, shift FROM drawer_movement) x
        WHERE x.shift IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift s WHERE s.id = x.shift))"},
};

inline constexpr std::array counts{
    Count{"sales", "SELECT count(*) FROM sale"},
    Count{"refunded", "SELECT count(*) FROM sale WHERE state = 2"},
    Count{"tickets", "SELECT count(*) FROM ticket"},
    Count{"liveTickets", "SELECT count(*) FROM ticket WHERE live = 1"},
    Count{"seatsGiven", "SELECT count(*) FROM seat_right WHERE state = 1"},
    Count{"seatsSold", "SELECT count(*) FROM seat_right WHERE state = 2"},
    Count{"movements", "SELECT count(*) FROM movement"},
    Count{"wallets", "SELECT count(*) FROM wallet"},
    Count{"held", "SELECT count(*) FROM hold WHERE state = 1"},
    Count{"paying", "SELECT count(*) FROM hold WHERE state = 2"},
    Count{"blocked", "SELECT count(*) FROM hold WHERE state = 5"},
    Count{"openTenders", "SELECT count(*) FROM tender WHERE state < 3"},
    Count{"claims", "SELECT count(*) FROM claim WHERE paid = 0"},
    Count{"admitted", "SELECT count(*) FROM token WHERE state = 2"},
    Count{"conflicts", "SELECT count(*) FROM conflict WHERE settled = 0"},
    Count{"waiting", "SELECT count(*) FROM token WHERE state = 1"},
};

} // namespace foyer::auditrules
