package org.passerelle.demo.paypal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// One order at the simulated PayPal; guarded by the [SimulatedPayPal] that keeps it.
final class SimulatedOrder {
    /// How the buyer has it go.
    enum Course {
        APPROVE,
        CARD,
        DECLINE,
        PENDING,
        TWICE,
        EARLY,
        SILENT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Money sent back.
    record Refund(String id, String requestId, String customId, Money amount, Instant at) {}

    final String id;
    final String client;
    final String customId;
    final String invoiceId;
    final String description;
    final Money amount;
    final String returnUrl;
    final String cancelUrl;
    final Instant createdAt;
    final List<Refund> refunds = new ArrayList<>();
    String createRequest = "";
    String status = "PAYER_ACTION_REQUIRED";
    Course course = Course.APPROVE;
    String captureId = "";
    String captureStatus = "";

    /// Whether what is sent back takes its time.
    boolean holdsRefunds;

    String captureRequest = "";
    @Nullable Instant capturedAt;

    SimulatedOrder(
            String id,
            String client,
            String customId,
            String invoiceId,
            String description,
            Money amount,
            String returnUrl,
            String cancelUrl,
            Instant createdAt) {
        this.id = id;
        this.client = client;
        this.customId = customId;
        this.invoiceId = invoiceId;
        this.description = description;
        this.amount = amount;
        this.returnUrl = returnUrl;
        this.cancelUrl = cancelUrl;
        this.createdAt = createdAt;
    }

    Money refunded() {
        return refunds.stream()
                .map(Refund::amount)
                .reduce(Money.zero(amount.getCurrencyUnit()), Money::plus);
    }
}
