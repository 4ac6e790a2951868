package org.passerelle.ordering.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInOrders {
    private static final String TAX =
            "The law has orders and invoices kept for years, with who placed them.";
    private static final String THEIRS =
            "organisation::text = any(string_to_array(:organisations, ','))";

    @Bean
    PersonalData personsInOrders(JdbcClient db) {
        return new PersonalTables(db)
                .erased(
                        "ordering.cart_person",
                        "select offer, name, email from ordering.cart_person"
                                + " where lower(email) = lower(:email)",
                        "delete from ordering.cart_person where lower(email) = lower(:email)")
                .erased(
                        "ordering.cart_acceptance",
                        "select offer, text, version, accepted_at from ordering.cart_acceptance"
                                + " where accepted_by = :name and "
                                + THEIRS,
                        "delete from ordering.cart_acceptance where accepted_by = :name and "
                                + THEIRS)
                .erased(
                        "ordering.line_person",
                        "select name, email, assigned_at, freed_at from ordering.line_person"
                                + " where lower(email) = lower(:email)",
                        "update ordering.line_person set name = '–', email = 'erased@invalid'"
                                + " where lower(email) = lower(:email)",
                        "update ordering.line_person l set assigned_by = '–'"
                                + " from ordering.placed_order o"
                                + " where o.id = l.order_id and assigned_by = :name and "
                                + THEIRS,
                        "update ordering.line_person l set freed_by = '–'"
                                + " from ordering.placed_order o"
                                + " where o.id = l.order_id and freed_by = :name and "
                                + THEIRS)
                .kept(
                        "ordering.placed_order",
                        TAX,
                        "select number, placed_at, deliver_to from ordering.placed_order"
                                + " where placed_person = :id")
                .kept(
                        "ordering.line_acceptance",
                        TAX,
                        "select a.text, a.version, a.accepted_at from ordering.line_acceptance a"
                                + " join ordering.placed_order o on o.id = a.order_id"
                                + " where a.accepted_by = :name and o.placed_person = :id")
                .kept(
                        "ordering.hand_over",
                        TAX,
                        "select at, kind from ordering.hand_over where by = :name")
                .kept(
                        "ordering.order_event",
                        TAX,
                        "select e.at, e.kind from ordering.order_event e"
                                + " join ordering.placed_order o on o.id = e.order_id"
                                + " where e.by = :name and (o.placed_person = :id or "
                                + THEIRS
                                + ")")
                .kept(
                        "ordering.parcel_arrival",
                        TAX,
                        "select a.arrived_on, a.at from ordering.parcel_arrival a"
                                + " join ordering.hand_over h on h.id = a.hand_over"
                                + " join ordering.placed_order o on o.id = h.order_id"
                                + " where a.by = :name and "
                                + THEIRS)
                .impersonal(
                        "ordering.support_contract",
                        "ordering.cart_line",
                        "ordering.cart_answer",
                        "ordering.order_line",
                        "ordering.line_answer");
    }
}
