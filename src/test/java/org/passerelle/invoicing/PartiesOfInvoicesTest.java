package org.passerelle.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.passerelle.ordering.CanadianFixture.CANADA;
import static org.passerelle.ordering.OrderingFixture.OFFICE;
import static org.passerelle.ordering.OrderingFixture.STAFF;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.faults.AtOnce;
import org.passerelle.invoicing.Invoice.Line;
import org.passerelle.invoicing.Invoice.Party;
import org.passerelle.invoicing.domain.Delivered;
import org.passerelle.invoicing.domain.InvoiceBook;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.CanadianFixture;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.tax.TaxCategory;
import org.passerelle.tax.VatNumbers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Whom invoices name, and by which numbers (INV-02, INV-03).
@ProductTest
@Requirement({"INV-02", "INV-03"})
class PartiesOfInvoicesTest {
    private static final int ROUNDS = 20;
    private static final int AT_ONCE = 6;
    private static final LocalDate LATER = LocalDate.of(2999, 1, 1);

    @Autowired OrderingFixture house;
    @Autowired CanadianFixture canada;
    @Autowired IssuedInvoice issued;
    @Autowired Invoicing invoicing;
    @Autowired InvoiceBook book;
    @Autowired VatNumbers numbers;
    @Autowired Billable billable;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;

    private Party buyer(OrganisationId organisation) {
        return book.buyer(organisation).orElseThrow();
    }

    /// From now on its facts are kept up to date.
    private void isKnown(OrganisationId organisation) {
        book.keep(organisation, Language.FR, AnyInvoice.of(1).buyer());
    }

    private void waits(OrganisationId organisation, TaxCategory category) {
        var fee = Money.parse("EUR 10.00");
        var tax = AnyInvoice.tax(category, BigDecimal.ZERO, fee);
        var line = new Line("1", 1, "A", "A", 1, fee, List.of(tax), Optional.of(LATER));
        var order = 5_000_000_000L + organisation.value().getLeastSignificantBits() % 1_000_000;
        book.add(new Delivered(OFFICE, organisation, order, "p", "donation", line, LATER));
    }

    private VatNumbers.Seen seen(boolean valid) {
        return new VatNumbers.Seen(LocalDate.of(2026, 11, 1), valid, "", "", Optional.empty());
    }

    @Test
    void a_number_is_named_with_the_day_it_was_found_and_not_when_the_register_does_not_know_it() {
        var member = house.qualified();
        isKnown(member.organisation());

        numbers.give(member.actor(), member.organisation(), "LU26375245");
        await().until(() ->
                buyer(member.organisation()).vatNumber().equals(Optional.of("LU26375245")));
        assertThat(buyer(member.organisation()).vatChecked()).isEmpty();
        assertThat(buyer(member.organisation()).electronic())
                .contains(new Invoice.Coded("9938", "LU26375245"));

        numbers.check(STAFF, member.organisation(), "LU26375245", seen(true));
        await().until(() ->
                buyer(member.organisation())
                        .vatChecked()
                        .equals(Optional.of(LocalDate.of(2026, 11, 1))));

        numbers.check(STAFF, member.organisation(), "LU26375245", seen(false));
        await().until(() -> buyer(member.organisation()).vatNumber().isEmpty());
        assertThat(buyer(member.organisation()).vatChecked()).isEmpty();
    }

    @Test
    void a_number_by_which_the_buyer_owes_the_tax_stays_until_that_is_invoiced() {
        var member = house.qualified();
        var other = house.qualified();
        for (var one : List.of(member, other)) {
            isKnown(one.organisation());
            numbers.give(one.actor(), one.organisation(), "LU26375245");
            numbers.check(STAFF, one.organisation(), "LU26375245", seen(true));
            await().until(() -> buyer(one.organisation()).vatChecked().isPresent());
        }
        waits(member.organisation(), TaxCategory.REVERSE_CHARGE);
        waits(other.organisation(), TaxCategory.ZERO);

        numbers.remove(member.actor(), member.organisation());
        numbers.remove(other.actor(), other.organisation());

        await().until(() -> buyer(other.organisation()).vatNumber().isEmpty());
        await().during(java.time.Duration.ofMillis(300))
                .until(() -> buyer(member.organisation()).vatNumber().isPresent());
        assertThat(buyer(member.organisation()).vatChecked()).isPresent();
    }

    /// Each reads the facts and writes them down: without a hold, who read first and writes last
    /// would leave the older number on the invoices for good.
    @Test
    void facts_that_change_at_once_leave_the_last_ones_on_the_invoice() {
        var member = house.qualified();
        var organisation = member.organisation();
        isKnown(organisation);
        waitsForWhoHolds(organisation);

        for (var round = 0; round < ROUNDS; round++) {
            var isGiven = round % 2 == 0;
            AtOnce.all(
                    AT_ONCE,
                    place -> {
                        if (place == 0) {
                            number(member, isGiven);
                        } else {
                            transaction.executeWithoutResult(
                                    _ -> billable.factsChanged(organisation));
                        }
                        return place;
                    });
            await().until(() -> everyChangeIsHeard(organisation));

            assertThat(buyer(organisation).vatNumber().isPresent())
                    .as("round %d", round)
                    .isEqualTo(isGiven);
        }
    }

    private void waitsForWhoHolds(OrganisationId organisation) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            transaction.executeWithoutResult(_ -> {
                book.hold(organisation);
                var other =
                        threads.submit(() ->
                                transaction.executeWithoutResult(
                                        _ -> billable.factsChanged(organisation)));
                assertThatThrownBy(() -> other.get(300, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
            });
        }
    }

    private void number(OrderingFixture.Buyer member, boolean isGiven) {
        if (isGiven) {
            numbers.give(member.actor(), member.organisation(), "LU26375245");
        } else {
            numbers.remove(member.actor(), member.organisation());
        }
    }

    private boolean everyChangeIsHeard(OrganisationId organisation) {
        return db.sql(
                        """
                        select not exists
                            (select from event_publication where serialized_event like ?)
                        """)
                .param("%" + organisation.value() + "%")
                .query(Boolean.class)
                .single();
    }

    @Test
    void a_seller_s_numbers_are_in_the_language_of_the_buyer() {
        var organisation = canada.qualified("CA-QC").organisation();

        var invoice = invoicing.find(CANADA, issued.to(organisation, CANADA)).orElseThrow();

        assertThat(invoice.language()).isEqualTo(Language.FR);
        assertThat(invoice.seller().numbers())
                .extracting(Invoice.Number::name)
                .contains("No de TPS/TVH", "No de TVQ");
        assertThat(invoice.hasElectronicForm()).isFalse();
    }
}
