package org.passerelle.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ledger.Posting.Line;

@Requirement("PAY-05")
class PostingTest {
    private static final Account BANK = new Account(Account.Kind.BANK, "LU28 0019 4006 4475 0000");
    private static final Account CUSTOMER = Account.customer(OrganisationId.random());

    private static Posting of(Line... lines) {
        return new Posting(
                OfficeId.of("somewhere"),
                LocalDate.of(2026, 11, 2),
                new Cause("test", "1"),
                Optional.empty(),
                "test 1",
                List.of(lines));
    }

    private static Line line(Account account, String amount) {
        return new Line(account, Money.parse(amount));
    }

    @Test
    void lines_that_do_not_sum_to_zero_are_no_posting() {
        assertThatThrownBy(() -> of(line(BANK, "EUR 10.00"), line(CUSTOMER, "EUR -9.99")))
                .hasMessageContaining("off by EUR 0.01");
        assertThatThrownBy(() -> of()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_currencies_are_no_posting_even_where_the_figures_match() {
        assertThatThrownBy(() -> of(line(BANK, "EUR 10.00"), line(CUSTOMER, "CAD -10.00")))
                .hasMessageContaining("one currency");
    }

    @Test
    void nothing_is_no_line() {
        assertThatThrownBy(() -> line(BANK, "EUR 0.00")).hasMessageContaining("nothing");
        assertThatThrownBy(() -> Line.debit(BANK, Money.parse("EUR -1.00")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_order_of_lines_makes_no_difference_an_amount_does() {
        var one = of(line(BANK, "EUR 10.00"), line(CUSTOMER, "EUR -10.00"));

        assertThat(one.sameAs(of(line(CUSTOMER, "EUR -10.00"), line(BANK, "EUR 10.00")))).isTrue();
        assertThat(one.sameAs(of(line(CUSTOMER, "EUR -10.01"), line(BANK, "EUR 10.01")))).isFalse();
        assertThat(one.sameAs(of(line(BANK, "EUR -10.00"), line(CUSTOMER, "EUR 10.00")))).isFalse();
    }
}
