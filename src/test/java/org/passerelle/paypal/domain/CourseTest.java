package org.passerelle.paypal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.paypal.AttemptState;
import org.passerelle.paypal.AttemptState.Asked;
import org.passerelle.paypal.AttemptState.Captured;
import org.passerelle.paypal.AttemptState.Left;
import org.passerelle.paypal.AttemptState.Open;
import org.passerelle.paypal.AttemptState.Pending;
import org.passerelle.paypal.AttemptState.Refused;
import org.passerelle.paypal.domain.PayPalOrder.Capture;
import org.passerelle.paypal.domain.PayPalOrder.Status;

@Requirement("PAY-03")
class CourseTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Money TEN = Money.parse("CAD 10.00");

    private static PayPalOrder order(Status status) {
        return new PayPalOrder("O1", status, Optional.of("https://pay"), Optional.empty());
    }

    private static PayPalOrder captured(Capture.Status status) {
        return new PayPalOrder(
                "O1",
                Status.COMPLETED,
                Optional.empty(),
                Optional.of(new Capture("C1", status, TEN, Optional.empty(), "ECHECK")));
    }

    @Test
    void what_paypal_tells_is_where_it_stands() {
        var asked = new Asked(NOW, "O1");

        assertThat(Course.after(asked, captured(Capture.Status.COMPLETED), NOW))
                .isEqualTo(new Captured(NOW, "O1", "C1", TEN, Optional.empty()));
        assertThat(Course.after(asked, captured(Capture.Status.PENDING), NOW))
                .isEqualTo(new Pending(NOW, "O1", "C1", "ECHECK"));
        assertThat(Course.after(asked, captured(Capture.Status.DECLINED), NOW))
                .isInstanceOf(Refused.class);
        assertThat(Course.after(asked, order(Status.VOIDED), NOW)).isInstanceOf(Left.class);
        assertThat(Course.after(asked, order(Status.PAYER_ACTION_REQUIRED), NOW))
                .isEqualTo(new Open(NOW, "O1", "https://pay"));
        assertThat(Course.after(asked, order(Status.APPROVED), NOW)).isEqualTo(asked);
        assertThat(Course.after(asked, captured(Capture.Status.UNKNOWN), NOW)).isEqualTo(asked);
    }

    @Test
    void in_whatever_order_it_is_told_money_that_came_is_there_at_the_end() {
        var told =
                List.of(
                        order(Status.CREATED),
                        order(Status.APPROVED),
                        order(Status.VOIDED),
                        captured(Capture.Status.PENDING),
                        captured(Capture.Status.DECLINED),
                        captured(Capture.Status.REFUNDED),
                        captured(Capture.Status.COMPLETED));
        for (var seed = 0; seed < 500; seed++) {
            var shuffled = new ArrayList<>(told);
            Collections.shuffle(shuffled, new Random(seed));
            AttemptState state = new Open(NOW, "O1", "https://pay");
            for (var one : shuffled) {
                state = Course.after(state, one, NOW);
            }
            assertThat(state).as("seed %d", seed).isInstanceOf(Captured.class);
        }
    }

    @Test
    void paypal_is_asked_soon_at_first_and_twice_a_day_for_ever() {
        assertThat(Course.nextLook(0, NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(2)));
        assertThat(Course.nextLook(3, NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(16)));
        assertThat(Course.nextLook(60, NOW)).isEqualTo(NOW.plus(Duration.ofHours(12)));
    }
}
