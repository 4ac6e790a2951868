package org.passerelle.paypal.domain;

import java.util.Optional;
import org.joda.money.Money;

/// An order as PayPal tells it.
///
/// @param approveAt PayPal's page for the buyer: its link `payer-action` or `approve`
/// @param capture the latest capture, where one was tried
public record PayPalOrder(
        String id, Status status, Optional<String> approveAt, Optional<Capture> capture) {

    /// PayPal's own words; `UNKNOWN` for one that is new.
    public enum Status {
        CREATED,
        SAVED,
        PAYER_ACTION_REQUIRED,
        APPROVED,
        VOIDED,
        COMPLETED,
        UNKNOWN
    }

    /// @param reason why it is pending or was declined
    public record Capture(
            String id, Status status, Money amount, Optional<Money> fee, String reason) {

        public enum Status {
            COMPLETED,
            PENDING,
            DECLINED,
            FAILED,
            PARTIALLY_REFUNDED,
            REFUNDED,
            UNKNOWN
        }
    }
}
