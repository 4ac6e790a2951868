package org.passerelle.backoffice.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Account.Kind;
import org.passerelle.ledger.TrialBalance;
import org.passerelle.ledger.TrialBalance.OfAccount;
import org.passerelle.ledger.TrialBalance.OfKind;
import org.passerelle.ledger.TrialBalance.Sum;

@Requirement("PAY-05")
class MonthTest {
    private static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    private static Sum sum(String opening, String debit, String credit) {
        return new Sum(eur(opening), eur(debit), eur(credit));
    }

    private static OfAccount fees(String key, String debit, String credit) {
        return new OfAccount(new Account(Kind.FEES, key), sum("-500.00", debit, credit));
    }

    private static Month month(OfAccount... fees) {
        return Month.of(
                YearMonth.of(2026, 11),
                new TrialBalance(
                        CurrencyUnit.EUR,
                        List.of(
                                new OfKind(Kind.CUSTOMER, 2, sum("100.00", "58.50", "117.00")),
                                new OfKind(Kind.ORDERED, 2, sum("-100.00", "70.20", "58.50")),
                                new OfKind(Kind.FEES, 3, sum("-500.00", "10.00", "70.00")),
                                new OfKind(Kind.PAYOUTS, 1, sum("-5.00", "5.00", "12.00")),
                                new OfKind(Kind.CLEARING, 1, sum("0.00", "100.00", "130.00")))),
                Arrays.asList(fees),
                List.of(),
                List.of(),
                eur("4.00"));
    }

    @Test
    void what_was_invoiced_is_what_was_credited_less_what_was_taken_back() {
        assertThat(month().invoiced()).isEqualTo(eur("60.00"));
        assertThat(month().taxed()).isEqualTo(eur("0.00"));
    }

    @Test
    void what_is_open_is_what_stands_at_the_end_of_the_month() {
        var month = month();

        assertThat(month.owed()).isEqualTo(eur("41.50"));
        assertThat(month.toInvoice()).isEqualTo(eur("88.30"));
        assertThat(month.queued()).isEqualTo(eur("30.00"));
        assertThat(month.toReturn()).isEqualTo(eur("12.00"));
        assertThat(month.returned()).isEqualTo(eur("4.00"));
    }

    @Test
    void fees_are_told_by_partner_and_kind_the_largest_first_and_summed_by_kind() {
        var month =
                month(
                        fees("alpha:donation", "0.00", "20.00"),
                        fees("beta:donation", "10.00", "40.00"),
                        fees("with:colon:hardware", "0.00", "35.00"),
                        fees("gamma:discount", "0.00", "0.00"));

        assertThat(month.fees())
                .containsExactly(
                        new Month.Fees("with:colon", "hardware", eur("35.00")),
                        new Month.Fees("beta", "donation", eur("30.00")),
                        new Month.Fees("alpha", "donation", eur("20.00")));
        assertThat(month.byKind())
                .containsExactly(
                        new Month.Fees("", "donation", eur("50.00")),
                        new Month.Fees("", "hardware", eur("35.00")));
    }
}
