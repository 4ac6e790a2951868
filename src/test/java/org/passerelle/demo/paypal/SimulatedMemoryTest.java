package org.passerelle.demo.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Requirement;
import org.passerelle.demo.paypal.SimulatedOrder.Course;
import org.passerelle.notification.WebAddress;
import org.springframework.mock.env.MockEnvironment;

/// The demo is stopped and started again; PayPal would not notice.
@Requirement({"PAY-03", "ORD-09"})
class SimulatedMemoryTest {
    private static final SimulatedPayPal.Wanted WANTED =
            new SimulatedPayPal.Wanted(
                    "attempt",
                    "CA10001",
                    "Order 10001",
                    cad("44.46"),
                    "http://localhost/agreed",
                    "http://localhost/cancelled");

    @TempDir Path folder;

    private static Money cad(String amount) {
        return Money.parse("CAD " + amount);
    }

    private SimulatedPayPal started() {
        var clock = Clock.systemUTC();
        var nowhere = new MockEnvironment().withProperty("local.server.port", "1");
        return new SimulatedPayPal(
                new SimulatedMemory(folder),
                new SimulatedMessages(nowhere, clock),
                new WebAddress("http://localhost"),
                clock);
    }

    /// Nobody is told of it on the way.
    private static String paid(SimulatedPayPal paypal) {
        var made = paypal.create("demo-nobody", WANTED, "create").body();
        var id = Objects.requireNonNull(made.get("id")).toString();
        paypal.approve(id, Course.SILENT);
        paypal.capture(id, "capture");
        return id;
    }

    @Test
    void what_was_paid_before_can_be_asked_for_and_sent_back_afterwards() {
        var before = started();
        var id = paid(before);

        var again = started();

        assertThat(again.show(id)).isEqualTo(before.show(id));
        assertThat(again.create("demo-nobody", WANTED, "create").body()).containsEntry("id", id);
        assertThat(again.capture(id, "capture").body()).containsEntry("status", "COMPLETED");
        var capture = again.find(id).orElseThrow().captureId;
        assertThat(again.refund(capture, Optional.of(cad("4.46")), "part", "").status())
                .isEqualTo(201);

        var third = started();
        assertThat(third.refund(capture, Optional.of(cad("4.46")), "part", "").status())
                .isEqualTo(200);
        assertThat(third.refund(capture, Optional.of(cad("40.01")), "rest", "").status())
                .isEqualTo(422);
        assertThat(third.find(id).orElseThrow().refunded()).isEqualTo(cad("4.46"));
        assertThat(third.showCapture(capture)).isEqualTo(again.showCapture(capture));
    }

    @Test
    void a_file_that_cannot_be_read_keeps_no_demo_from_starting() throws IOException {
        Files.writeString(folder.resolve("simulated-paypal.json"), "[{");

        var paypal = started();

        assertThat(paypal.captured()).isEmpty();
        assertThat(paypal.show(paid(paypal)).status()).isEqualTo(200);
    }
}
