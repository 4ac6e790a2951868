package org.passerelle.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.agenda.ProductClock;
import org.passerelle.catalogue.Stockroom;
import org.passerelle.identity.People;
import org.passerelle.identity.SignInOutcome;
import org.passerelle.invoicing.Invoice;
import org.passerelle.invoicing.InvoiceQuery;
import org.passerelle.invoicing.InvoicesFound;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.EventLetters;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.Ordering;
import org.passerelle.organisation.Branches;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.payment.Iban;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableQuery;
import org.passerelle.payment.Payments;
import org.passerelle.registry.Registers;
import org.passerelle.returns.ReturnState;
import org.passerelle.returns.Returns;
import org.passerelle.token.TokenState;
import org.passerelle.token.Tokens;
import org.passerelle.verification.CaseEventLetters;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.Verification;
import org.springframework.beans.factory.annotation.Autowired;

@DemoProduct
@Requirement("OPS-01")
class DemoTest {
    private static final OfficeId OFFICE = OfficeId.of("socialware-lu");
    private static final OfficeId CANADA = OfficeId.of("techsoup-ca");

    @Autowired DemoStart demo;
    @Autowired Organisations organisations;
    @Autowired Branches branches;
    @Autowired Verification verification;
    @Autowired Ordering ordering;
    @Autowired People people;
    @Autowired Notification notification;
    @Autowired Tokens tokens;
    @Autowired Stockroom stockroom;
    @Autowired ProductClock clock;
    @Autowired Registers registers;
    @Autowired Invoicing invoicing;
    @Autowired Returns returns;
    @Autowired Payments payments;

    /// What a month delivered is invoiced, this month's waits, a unit came back with its money, and
    /// each organisation's books are even or say what is still ordered.
    @Test
    @Requirement({"INV-01", "PAY-05"})
    void has_invoices_of_last_month_and_a_credit_note_in_each_office() throws Exception {
        demo.awaitTold(Duration.ofMinutes(2));

        for (var office : Set.of(OFFICE, CANADA)) {
            var found = invoicing.search(office, new InvoiceQuery("", Optional.empty()), 0, 100);
            assertThat(found.rows())
                    .extracting(InvoicesFound.Row::kind)
                    .contains(Invoice.Kind.INVOICE)
                    .contains(Invoice.Kind.CREDIT_NOTE);
            for (var row : found.rows()) {
                assertThat(invoicing.pdf(office, row.number())).isPresent();
                assertThat(notification.ofOrganisation(row.organisation()))
                        .extracting(SentLetter::template)
                        .contains("invoicing.invoice");
            }
        }
        assertThat(invoicing.search(OFFICE, new InvoiceQuery("", Optional.empty()), 0, 100).rows())
                .anyMatch(InvoicesFound.Row::electronic);
    }

    /// By the means that each office takes: transfers with the account they came from, cards with
    /// their fee (PAY-02, PAY-03).
    @Test
    @Requirement({"PAY-02", "PAY-03"})
    void is_paid_by_the_means_of_each_office() throws Exception {
        demo.awaitTold(Duration.ofMinutes(2));

        for (var office : Map.of(OFFICE, Means.TRANSFER, CANADA, Means.CARD).entrySet()) {
            var all = new PayableQuery(PayableQuery.View.ALL, "", Set.of());
            var receipts =
                    payments.search(office.getKey(), all, 0, 100).payables().stream()
                            .flatMap(payable -> payable.receipts().stream())
                            .filter(receipt -> receipt.means() != Means.CHEQUE)
                            .toList();
            assertThat(receipts).hasSizeGreaterThan(5);
            assertThat(receipts).extracting(Payable.Receipt::means).containsOnly(office.getValue());
            assertThat(receipts).allMatch(receipt -> receipt.payer().account().isPresent());
        }
        assertThat(Iban.parse(StoryIban.of(OrganisationId.random()))).isPresent();
    }

    /// Something to do for staff at each step, and for members to look at (ORD-09).
    @Test
    @Requirement("ORD-09")
    void has_returns_at_every_step_in_each_office() throws Exception {
        demo.awaitTold(Duration.ofMinutes(2));

        for (var office : Set.of(OFFICE, CANADA)) {
            assertThat(returns.countByState(office).keySet())
                    .as(office.value())
                    .contains(
                            ReturnState.Code.ANNOUNCED,
                            ReturnState.Code.ACCEPTED,
                            ReturnState.Code.RECEIVED,
                            ReturnState.Code.SETTLED,
                            ReturnState.Code.REFUSED);
            var settled = returns.search(office, Set.of(ReturnState.Code.SETTLED), 0, 1);
            var order = settled.getFirst().number().order();
            assertThat(payments.get(order.payable()).payouts())
                    .as("the money is due, and may leave without another question")
                    .anyMatch(payout -> payout.counts() && payout.to().account().isPresent());
        }
    }

    /// One whose letter was accepted, and one that waits for it (ORG-06).
    private void thereAreBranches() {
        var library = found(CANADA, "Elm Corners");
        assertThat(library.standing()).isInstanceOf(Standing.Qualified.class);
        assertThat(branches.of(library.id()).orElseThrow().parent())
                .contains(found(CANADA, "999990013").id());
        var section = found(OFFICE, "Wiltz");
        assertThat(verification.caseOf(section.id()).orElseThrow().state())
                .isEqualTo(CaseState.IN_REVIEW);
        assertThat(branches.of(section.id()).orElseThrow().isAccepted()).isFalse();
    }

    private Organisation found(OfficeId office, String text) {
        return organisations.search(office, text).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(text));
    }

    /// An entry that is equal, one that was struck off since it was first seen, one under another
    /// number than the organisation says.
    @Test
    @Requirement("VER-05")
    void has_a_made_up_register_for_each_office() throws Exception {
        demo.awaitTold(Duration.ofMinutes(2));

        assertThat(registers.all())
                .filteredOn(one -> one.id().value().startsWith("demo-"))
                .hasSize(2)
                .allMatch(one -> one.installed().orElseThrow().entries() >= 12);
        var mines = registers.byNumbers(Map.of("LU-RCS", "F7321")).getFirst();
        assertThat(mines.isActive()).isFalse();
        assertThat(registers.history(mines)).hasSize(2);
        assertThat(registers.byNumbers(found("Radio Clairi").profile().identifiers())).isEmpty();
        for (var text : Set.of("Forêt et Ruisseaux", "Elm Corners", "Maison des jeunes")) {
            var organisation = found(text);
            assertThat(registers.byNumbers(organisation.profile().identifiers()))
                    .as(text)
                    .hasSize(text.contains("Elm") ? 0 : 1)
                    .allMatch(entry -> entry.isActive());
        }
    }

    private Organisation found(String text) {
        return organisations.search(OFFICE, text).stream()
                .findFirst()
                .orElseGet(() -> found(CANADA, text));
    }

    @Test
    void shows_organisations_in_every_state_at_the_present_time() throws Exception {
        demo.awaitTold(Duration.ofMinutes(2));

        var registered = organisations.search(OFFICE, "");
        assertThat(registered).hasSize(21);
        thereAreBranches();
        assertThat(clock.movedBy()).isBetween(Duration.ZERO, Duration.ofSeconds(1));
        var states =
                registered.stream()
                        .flatMap(one -> verification.casesOf(one.id()).stream())
                        .map(CaseView::state)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(states).containsExactlyInAnyOrder(CaseState.values());
        assertThat(registered).anyMatch(one -> one.isDraft());
        assertThat(verification.queue(OFFICE))
                .anyMatch(waiting -> waiting.isOverdue(clock.instant()));
        assertThat(demo.stumbles()).isEmpty();
        var orders =
                ordering.ofOffice(OFFICE, Set.of(), 200).stream()
                        .map(order -> order.state().code())
                        .collect(Collectors.toSet());
        assertThat(orders).containsExactlyInAnyOrder(OrderState.Code.values());
        assertThat(
                        registered.stream()
                                .flatMap(one -> tokens.of(one.id()).stream())
                                .map(token -> token.state().getClass())
                                .collect(Collectors.toSet()))
                .as("one whose code was replaced is valid again")
                .isEqualTo(
                        Set.of(
                                TokenState.Valid.class,
                                TokenState.Expired.class,
                                TokenState.Revoked.class));
        assertThat(stockroom.pools(OFFICE))
                .as("codes of a pool that is on sale")
                .anyMatch(pool -> pool.free() > 0 && pool.given() > 0);
        for (var username : Set.of("amelie", "bruno", "reviewer", "rosalie", "admin")) {
            assertThat(people.signIn(username, DemoAccounts.PASSWORD, "127.0.0.1"))
                    .as(username)
                    .isInstanceOf(SignInOutcome.Welcome.class);
        }
    }

    @Test
    @Requirement("NOT-01")
    void every_event_of_its_orders_and_cases_has_its_letter() throws Exception {
        demo.awaitTold(Duration.ofMinutes(2));

        for (var office : Set.of(OFFICE, CANADA)) {
            for (var order : ordering.ofOffice(office, Set.of(), 200)) {
                EventLetters.areAll(order, notification.about(order.number().letters()));
            }
            for (var one : organisations.search(office, "")) {
                for (var about : verification.casesOf(one.id())) {
                    CaseEventLetters.areAll(
                            verification.history(about.id()),
                            notification.ofOrganisation(one.id()));
                }
            }
        }
    }
}
