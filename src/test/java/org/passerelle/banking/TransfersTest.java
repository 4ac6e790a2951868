package org.passerelle.banking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.banking.BankMovement.Kind;
import org.passerelle.banking.ExportOutcome.NotPossible;
import org.passerelle.banking.ExportOutcome.Written;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payer;
import org.passerelle.payment.Payout;
import org.passerelle.payment.PayoutId;
import org.passerelle.payment.Payouts;
import org.passerelle.payment.TransferSchema;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@Requirement({"ORD-09", "PAY-02"})
class TransfersTest {
    private static final OfficeId OFFICE = OfficeId.of("socialware-lu");
    private static final Actor STAFF = new Actor.Staff(PersonId.random(), "Finance");
    private static final String IBAN = "BE68 5390 0754 7034";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 5);

    @Autowired Banking banking;
    @Autowired Transfers transfers;
    @Autowired Payouts payouts;

    private final BankFiles bank = new BankFiles();

    private PayoutId due(String iban) {
        var movement = BankFiles.booked(banking, OFFICE);
        var id = PayoutId.of(BankFiles.sentBack(movement, banking, payouts));
        payouts.direct(STAFF, id, Means.TRANSFER, Payer.of("Café & Co", iban));
        return id;
    }

    private TransferFile written(PayoutId... chosen) {
        return ((Written) transfers.export(STAFF, OFFICE, List.of(chosen))).file();
    }

    private String endToEnd(PayoutId payout) {
        var turn = payouts.find(payout).orElseThrow().turn();
        return payout.value().toString().replace("-", "") + "-" + turn;
    }

    private BankMovement taken(BankFiles files) {
        var file = files.file().getBytes(StandardCharsets.UTF_8);
        assertThat(banking.take(STAFF, OFFICE, "f", file)).isInstanceOf(ImportOutcome.Taken.class);
        files.close();
        return BankFiles.newest(banking, OFFICE);
    }

    @Test
    void what_is_due_is_written_once_and_again_only_as_a_copy() {
        var one = due("BE68 5390 0754 7034");
        var other = due("LU28 0019 4006 4475 0000");

        var file = written(one, other);

        assertThat(file.transfers()).isEqualTo(2);
        var copy = transfers.copy(OFFICE, file.name()).orElseThrow().content();
        assertThat(TransferSchema.complaints(copy)).isEmpty();
        assertThat(new String(copy, StandardCharsets.UTF_8))
                .contains("pain.001.001.09", endToEnd(one), endToEnd(other), "BE68539007547034");
        assertThat(transfers.export(STAFF, OFFICE, List.of(one)))
                .isEqualTo(new NotPossible(List.of(one)));
        assertThat(transfers.copy(OFFICE, file.name()).orElseThrow().content()).isEqualTo(copy);
        assertThat(transfers.copy(OfficeId.of("techsoup-ca"), file.name())).isEmpty();
    }

    @Test
    void a_transfer_without_an_iban_is_in_no_file_and_keeps_the_others_out() {
        var good = due("BE68 5390 0754 7034");
        var bad = due("nowhere");

        assertThat(transfers.export(STAFF, OFFICE, List.of(good, bad)))
                .isEqualTo(new NotPossible(List.of(bad)));
        assertThat(written(good).transfers()).isEqualTo(1);
    }

    @Test
    void the_statement_says_what_left_and_what_came_back_and_it_can_be_sent_anew() {
        var payout = due("BE68 5390 0754 7034");
        written(payout);

        var left = taken(bank.pays(DAY, "3.21", endToEnd(payout)));

        assertThat(payouts.find(payout).orElseThrow().state())
                .isEqualTo(new Payout.State.Sent(DAY, endToEnd(payout)));
        assertThat(left.decisions().getFirst().kind()).isEqualTo(Kind.PAID_OUT);

        var back = taken(bank.comesBack(DAY.plusDays(1), "3.21", endToEnd(payout)));

        assertThat(back.isOpen()).isFalse();
        assertThat(payouts.find(payout).orElseThrow().state())
                .isEqualTo(new Payout.State.Failed("AC04"));
        payouts.direct(STAFF, payout, Means.TRANSFER, Payer.of("X", "BE68539007547034"));
        assertThat(written(payout).transfers()).isEqualTo(1);
    }

    @Test
    void another_amount_under_its_reference_is_not_it() {
        var payout = due("BE68 5390 0754 7034");
        written(payout);

        taken(bank.pays(DAY, "3.20", endToEnd(payout)));

        assertThat(payouts.find(payout).orElseThrow().state()).isInstanceOf(Payout.State.Due.class);
    }

    private boolean hasLeft(PayoutId payout) {
        return payouts.find(payout).orElseThrow().state() instanceof Payout.State.Sent;
    }

    @Test
    void one_debit_for_a_whole_file_says_that_all_of_it_left() {
        var one = due("BE68 5390 0754 7034");
        var other = due("LU28 0019 4006 4475 0000");
        var file = written(one, other);

        var debit = taken(bank.paysFile(DAY, "6.42", file.name(), 2));

        assertThat(debit.decisions().getFirst().kind()).isEqualTo(Kind.PAID_OUT);
        assertThat(debit.isOpen()).isFalse();
        assertThat(hasLeft(one) && hasLeft(other)).isTrue();
    }

    @Test
    void a_debit_of_another_sum_under_a_files_name_waits_for_a_decision() {
        var payout = due("BE68 5390 0754 7034");
        var file = written(payout, due("LU28 0019 4006 4475 0000"));

        assertThat(taken(bank.paysFile(DAY, "3.21", file.name(), 1)).isOpen()).isTrue();
        assertThat(hasLeft(payout)).isFalse();
    }

    @Test
    void a_debit_without_a_name_is_the_only_file_of_that_sum_that_was_lately_written() {
        var four = new PayoutId[] {due(IBAN), due(IBAN), due(IBAN), due(IBAN)};
        var file = written(four);
        var writtenOn = file.writtenAt().atZone(java.time.ZoneOffset.UTC).toLocalDate();

        taken(bank.paysFile(writtenOn.plusDays(30), "12.84", "", 4));
        assertThat(hasLeft(four[0])).isFalse();

        taken(new BankFiles().paysFile(writtenOn.plusDays(1), "12.84", "", 4));
        assertThat(java.util.Arrays.stream(four)).allMatch(this::hasLeft);
    }
}
