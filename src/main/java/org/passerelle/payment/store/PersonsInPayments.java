package org.passerelle.payment.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInPayments {
    @Bean
    PersonalData personsInPayments(JdbcClient db) {
        return new PersonalTables(db)
                .kept(
                        "payment.receipt",
                        "The law has accounts kept for years, with who recorded them.",
                        "select recorded_at, bank_reference from payment.receipt"
                                + " where recorded_by_person = :id")
                .kept(
                        "payment.repayment",
                        "The law has accounts kept for years, with who recorded them.",
                        "select noted_at, reason from payment.repayment"
                                + " where noted_by_person = :id")
                .kept(
                        "payment.taken_back",
                        "The law has accounts kept for years, with who recorded them.",
                        "select recorded_at, reason from payment.taken_back"
                                + " where recorded_by_person = :id")
                .kept(
                        "payment.banked",
                        "The law has accounts kept for years, with who recorded them.",
                        "select recorded_at, reference from payment.banked"
                                + " where recorded_by_person = :id")
                .kept(
                        "payment.payout",
                        "The law has accounts kept for years, with who sent money back.",
                        "select due_at, reason from payment.payout where due_by_person = :id")
                .impersonal("payment.payable", "payment.unposted");
    }
}
