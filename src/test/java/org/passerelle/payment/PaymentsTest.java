package org.passerelle.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.joda.money.Money;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.payment.RecordOutcome.AlreadyRecorded;
import org.passerelle.payment.RecordOutcome.Differs;
import org.passerelle.payment.RecordOutcome.NoLongerOwed;
import org.passerelle.payment.RecordOutcome.OtherCurrency;
import org.passerelle.payment.RecordOutcome.Over;
import org.passerelle.payment.RecordOutcome.Settled;
import org.passerelle.payment.RecordOutcome.Short;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@Requirement("PAY-01")
class PaymentsTest {
    private static final OfficeId OFFICE = OfficeId.of("socialware-lu");
    private static final Actor STAFF = new Actor.Staff(PersonId.random(), "Finance");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Autowired Payments payments;
    @Autowired DSLContext db;

    private static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    private static String reference() {
        return "bank " + UUID.randomUUID();
    }

    private PayableRef expected(String amount) {
        var ref = new PayableRef("test", UUID.randomUUID().toString());
        payments.expect(ref, OrganisationId.random(), OFFICE, eur(amount));
        return ref;
    }

    @Test
    void what_is_expected_says_how_it_is_paid() {
        var payable = payments.get(expected("44.46"));

        assertThat(Iban.parse(payable.iban())).isPresent();
        assertThat(payable.missing()).isEqualTo(eur("44.46"));
        assertThat(payable.epc().orElseThrow().payload())
                .contains("EUR44.46", payable.communication().toString());
        assertThat(payments.findBy(payable.communication())).contains(payable);
    }

    @Test
    void expecting_the_same_again_answers_the_same_and_another_content_is_refused() {
        var ref = new PayableRef("test", UUID.randomUUID().toString());
        var organisation = OrganisationId.random();
        var first = payments.expect(ref, organisation, OFFICE, eur("10.00"));

        assertThat(payments.expect(ref, organisation, OFFICE, eur("10.00"))).isEqualTo(first);
        assertThatThrownBy(() -> payments.expect(ref, organisation, OFFICE, eur("11.00")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_whole_amount_settles() {
        var ref = expected("44.46");

        assertThat(payments.record(STAFF, ref, eur("44.46"), DAY, reference()))
                .isInstanceOf(Settled.class);
        assertThat(payments.get(ref).state()).isEqualTo(Payable.State.SETTLED);
    }

    @Test
    void part_stays_awaited_until_the_rest_has_come() {
        var ref = expected("44.46");

        var first = payments.record(STAFF, ref, eur("40.00"), DAY, reference());
        assertThat(((Short) first).missing()).isEqualTo(eur("4.46"));
        assertThat(payments.get(ref).state()).isEqualTo(Payable.State.AWAITING);

        assertThat(payments.record(STAFF, ref, eur("4.46"), DAY, reference()))
                .isInstanceOf(Settled.class);
    }

    @Test
    void too_much_settles_and_the_excess_can_go_back_once() {
        var ref = expected("44.46");

        var outcome = payments.record(STAFF, ref, eur("50.00"), DAY, reference());

        assertThat(((Over) outcome).excess()).isEqualTo(eur("5.54"));
        assertThat(payments.returnExcess(STAFF, ref, "zu viel")).isEqualTo(eur("5.54"));
        assertThat(payments.returnExcess(STAFF, ref, "zu viel")).isEqualTo(eur("0.00"));
        assertThat(payments.get(ref).excess()).isEqualTo(eur("0.00"));
    }

    @Test
    void one_receipt_recorded_twice_counts_once_and_another_content_is_named() {
        var ref = expected("44.46");
        var reference = reference();
        payments.record(STAFF, ref, eur("44.46"), DAY, reference);

        assertThat(payments.record(STAFF, ref, eur("44.46"), DAY, reference))
                .isInstanceOf(AlreadyRecorded.class);
        assertThat(payments.record(STAFF, ref, eur("44.47"), DAY, reference))
                .isEqualTo(new Differs(Differs.Field.AMOUNT));
        assertThat(payments.record(STAFF, ref, eur("44.46"), DAY.plusDays(1), reference))
                .isEqualTo(new Differs(Differs.Field.DAY));
        assertThat(payments.record(STAFF, expected("44.46"), eur("44.46"), DAY, reference))
                .isEqualTo(new Differs(Differs.Field.PAYABLE));
        assertThat(payments.get(ref).receipts()).hasSize(1);
    }

    @Test
    void one_receipt_recorded_by_many_at_once_counts_once() throws Exception {
        var ref = expected("44.46");
        var reference = reference();
        var outcomes = new ArrayList<RecordOutcome>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Callable<RecordOutcome>>();
            for (var i = 0; i < 20; i++) {
                tries.add(() -> payments.record(STAFF, ref, eur("44.46"), DAY, reference));
            }
            for (Future<RecordOutcome> done : threads.invokeAll(tries)) {
                outcomes.add(done.get());
            }
        }

        assertThat(outcomes).filteredOn(Settled.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(AlreadyRecorded.class::isInstance).hasSize(19);
        assertThat(payments.get(ref).received()).isEqualTo(eur("44.46"));
    }

    @Test
    void another_currency_is_not_taken() {
        assertThat(payments.record(STAFF, expected("10.00"), Money.parse("USD 10.00"), DAY, "x"))
                .isInstanceOf(OtherCurrency.class);
    }

    @Test
    void money_for_what_is_no_longer_owed_is_noted_and_goes_back() {
        var ref = expected("44.46");
        payments.record(STAFF, ref, eur("20.00"), DAY, reference());

        assertThat(payments.returnMoney(STAFF, ref, "refused")).isEqualTo(eur("20.00"));
        assertThat(payments.returnMoney(STAFF, ref, "refused")).isEqualTo(eur("0.00"));
        var late = payments.record(STAFF, ref, eur("24.46"), DAY, reference());

        assertThat(((NoLongerOwed) late).excess()).isEqualTo(eur("24.46"));
        assertThat(payments.get(ref).excess()).isEqualTo(eur("24.46"));
        assertThat(payments.get(ref).state()).isEqualTo(Payable.State.WITHDRAWN);
    }

    @Test
    void nothing_to_pay_is_settled_at_once() {
        assertThat(payments.get(expected("0.00")).state()).isEqualTo(Payable.State.SETTLED);
    }

    @Test
    void the_database_refuses_to_change_or_forget_a_receipt() {
        payments.record(STAFF, expected("1.00"), eur("1.00"), DAY, reference());

        assertThatThrownBy(() -> db.execute("update payment.receipt set amount_minor = 1"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> db.execute("delete from payment.receipt"))
                .hasMessageContaining("append-only");
    }
}
