package org.passerelle.faults;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All books of the product laid side by side, by plain SQL that asks no line of the product: each
/// law names what breaks it.
final class Books {
    private static final String ORDERS =
            "(select o.*, o.office || '/' || o.number as key from ordering.placed_order o) o ";
    private static final String LINES = ORDERS + "join ordering.order_line l on l.order_id = o.id ";
    private static final String ENTRIES =
            LINES
                    + "left join programme.allotment_entry e"
                    + " on e.order_key = o.key and e.line = l.position - 1 ";
    private static final String OVER = "('CANCELLED', 'REFUSED', 'EXPIRED')";
    private static final String POOLED =
            "(select cause, count(*) as codes, bool_and(state = 'GIVEN') as given"
                    + " from catalogue.code where cause is not null group by cause)";

    private static final Map<String, String> LAWS = laws();

    private final String database;

    Books(String database) {
        this.database = database;
    }

    private static Map<String, String> laws() {
        var laws = new LinkedHashMap<String, String>();
        allotment(laws);
        money(laws);
        goods(laws);
        letters(laws);
        laws.put(
                "whoever waits for money is reminded and closed one day",
                "select o.key from "
                        + ORDERS
                        + "where o.state = 'AWAITING_PAYMENT' and (select count(distinct kind)"
                        + " from agenda.entry where subject = o.key and fell_due_at is null) < 2");
        laws.put(
                "nothing happened twice to an order",
                "select order_id, kind from ordering.order_event where kind in ('PLACED', 'PAID',"
                        + " 'TRANSMITTED', 'APPROVED', 'HANDED_OVER', 'LINE_DELIVERED',"
                        + " 'DELIVERED', 'CANCELLED', 'REFUSED') group by 1, 2"
                        + " having count(*) > 1");
        laws.put(
                "the trail tells of each order once",
                "select o.key from "
                        + ORDERS
                        + "where (select count(*) from audit.line where action = 'order.placed'"
                        + " and subject_id = o.key) <> 1");
        laws.put("every event was heard", "select event_type from event_publication");
        return laws;
    }

    private static void allotment(Map<String, String> laws) {
        laws.put(
                "each line is in the allotment ledger with its quantity",
                "select o.key from " + ENTRIES + "where e.quantity is distinct from l.quantity");
        laws.put(
                "nothing is in the allotment ledger that nobody ordered",
                "select e.order_key from programme.allotment_entry e where not exists (select from "
                        + LINES
                        + "where o.key = e.order_key and e.line = l.position - 1)");
        laws.put(
                "what was paid counts as paid",
                "select o.key from "
                        + ENTRIES
                        + "where (o.paid_at is not null) <> exists (select from"
                        + " programme.allotment_movement m where m.entry = e.id"
                        + " and m.kind = 'PAID')");
        laws.put(
                "what was delivered is used",
                "select o.key from "
                        + ENTRIES
                        + "where (l.delivered_at is not null) <> exists (select from"
                        + " programme.allotment_movement m where m.entry = e.id"
                        + " and m.kind = 'USED')");
        laws.put(
                "what is over is released",
                "select o.key from "
                        + ENTRIES
                        + "where (o.state in "
                        + OVER
                        + ") <> exists (select from programme.allotment_movement m"
                        + " where m.entry = e.id and m.kind = 'RELEASED')");
    }

    private static void money(Map<String, String> laws) {
        laws.put(
                "each order has one bill of its total",
                "select o.key from "
                        + ORDERS
                        + "where (select coalesce(sum(p.amount_minor), -1) from payment.payable p"
                        + " where p.kind = 'order' and p.number = o.key) <> (select"
                        + " sum(l.gross_minor) from ordering.order_line l where l.order_id"
                        + " = o.id)");
        laws.put(
                "no bill is without an order",
                "select p.number from payment.payable p where p.kind = 'order' and not exists"
                        + " (select from "
                        + ORDERS
                        + "where o.key = p.number)");
        laws.put(
                "what came is what was owed, or went back",
                "select o.key from "
                        + ORDERS
                        + "join payment.payable p on p.kind = 'order' and p.number = o.key"
                        + " where o.paid_at is not null and (select coalesce(sum(amount_minor), 0)"
                        + " from payment.receipt r where r.payable = p.id) - (select"
                        + " coalesce(sum(amount_minor), 0) from payment.repayment r"
                        + " where r.payable = p.id) <> case when o.state in "
                        + OVER
                        + " then 0 else p.amount_minor end");
    }

    private static void goods(Map<String, String> laws) {
        laws.put(
                "stock holds what open orders took and gave what was delivered",
                "select o.key from "
                        + LINES
                        + "join (select cause, sum(held) as held, sum(on_hand) as on_hand from"
                        + " catalogue.stock_movement group by cause) m"
                        + " on m.cause = 'order ' || o.key || '/' || l.position"
                        + " where m.held <> case when l.delivered_at is null and o.state not in "
                        + OVER
                        + " then l.quantity else 0 end"
                        + " or m.on_hand <> case when l.delivered_at is null then 0"
                        + " else -l.quantity end");
        laws.put(
                "every laptop that was ordered is in the stock's ledger",
                "select o.key from "
                        + LINES
                        + "where l.offer = 'refurbished-laptop' and not exists (select from"
                        + " catalogue.stock_movement m"
                        + " where m.cause = 'order ' || o.key || '/' || l.position)");
        laws.put(
                "stock and codes are held for nobody but orders",
                "select c.cause from (select cause from catalogue.stock_movement"
                        + " where kind in ('HELD', 'TAKEN') union select cause from"
                        + " catalogue.code where cause is not null) c"
                        + " where not exists (select from "
                        + LINES
                        + "where c.cause = 'order ' || o.key || '/' || l.position)");
        laws.put(
                "each line of the pool has its codes, given when it is delivered",
                "select o.key from "
                        + LINES
                        + "left join "
                        + POOLED
                        + " c on c.cause = 'order ' || o.key || '/' || l.position"
                        + " where l.offer = 'zoom-meetings-1y'"
                        + " and (c.codes is distinct from l.quantity"
                        + " or c.given <> (l.delivered_at is not null))");
    }

    private static void letters(Map<String, String> laws) {
        var written =
                Map.of(
                        "placed", "true",
                        "paid", "o.paid_at is not null",
                        "refused", "o.state = 'REFUSED'",
                        "cancelled", "o.state = 'CANCELLED'",
                        "delivery",
                                "exists (select from ordering.hand_over h"
                                        + " where h.order_id = o.id)");
        written.forEach((kind, when) ->
                laws.put(
                        "one letter says that an order is " + kind,
                        "select o.key from "
                                + ORDERS
                                + "where (select count(*) from notification.letter where template ="
                                + " 'ordering."
                                + kind
                                + "' and split_part(dedupe_key, ':', 2) = o.key) <> case when "
                                + when
                                + " then 1 else 0 end"));
        laws.put(
                "every letter left",
                "select dedupe_key from notification.letter where state <> 'sent'");
    }

    /// What is wrong, each with the law it breaks; empty when all is right.
    List<String> faults() throws SQLException {
        var faults = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(database)) {
            for (var law : LAWS.entrySet()) {
                try (var statement = connection.createStatement();
                        var broken = statement.executeQuery(law.getValue())) {
                    while (broken.next()) {
                        faults.add(law.getKey() + ": " + broken.getString(1));
                    }
                }
            }
        }
        return faults;
    }

    /// How many answers a question has.
    long count(String from) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select count(*) from " + from)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /// One value.
    String one(String query) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
