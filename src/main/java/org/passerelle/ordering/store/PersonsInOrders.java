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

    /// The seats they have or had; of seats they gave to others and freed, only that they did.
    private static final String SEATS =
            "select name, email, assigned_at, freed_at from ordering.line_person"
                    + " where lower(email) = lower(:email)"
                    + " union all select null, null,"
                    + " case when assigned_by_person = :id then assigned_at end,"
                    + " case when freed_by_person = :id then freed_at end"
                    + " from ordering.line_person where lower(email) <> lower(:email)"
                    + " and (assigned_by_person = :id or freed_by_person = :id)";

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
                                + " where accepted_by_person = :id",
                        "delete from ordering.cart_acceptance where accepted_by_person = :id")
                .erased(
                        "ordering.line_person",
                        SEATS,
                        "update ordering.line_person set name = '–', email = 'erased@invalid'"
                                + " where lower(email) = lower(:email)",
                        "update ordering.line_person"
                                + " set assigned_by = '–', assigned_by_person = null"
                                + " where assigned_by_person = :id",
                        "update ordering.line_person set freed_by = '–', freed_by_person = null"
                                + " where freed_by_person = :id")
                .kept(
                        "ordering.placed_order",
                        TAX,
                        "select number, case when placed_person = :id then placed_at end placed_at,"
                                + " case when placed_person = :id then deliver_to end deliver_to,"
                                + " case when ended_by_person = :id then since end ended_at"
                                + " from ordering.placed_order"
                                + " where placed_person = :id or ended_by_person = :id")
                .kept(
                        "ordering.line_acceptance",
                        TAX,
                        "select text, version, accepted_at from ordering.line_acceptance"
                                + " where accepted_by_person = :id")
                .kept(
                        "ordering.hand_over",
                        TAX,
                        "select at, kind from ordering.hand_over where by_person = :id")
                .kept(
                        "ordering.order_event",
                        TAX,
                        "select at, kind from ordering.order_event where by_person = :id")
                .kept(
                        "ordering.parcel_arrival",
                        TAX,
                        "select arrived_on, at from ordering.parcel_arrival where by_person = :id")
                .kept(
                        "ordering.cheque_permission",
                        TAX,
                        "select decided_at, reason from ordering.cheque_permission"
                                + " where decided_by_person = :id")
                .impersonal(
                        "ordering.cheque_order",
                        "ordering.support_contract",
                        "ordering.cart_line",
                        "ordering.cart_answer",
                        "ordering.order_line",
                        "ordering.line_tax",
                        "ordering.line_answer");
    }
}
