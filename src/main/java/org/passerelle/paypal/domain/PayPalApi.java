package org.passerelle.paypal.domain;

import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.paypal.Attempt;
import org.passerelle.paypal.Transmission;

/// The part of PayPal's REST API that is used: Orders v2, Payments v2 and the verification of
/// messages (PAY-03). Whatever is asked again under the same request id happens once.
public interface PayPalApi {

    /// Whether the office has an account there.
    boolean knows(OfficeId office);

    /// @param reference what the buyer reads on PayPal's page, such as `order 10001`
    /// @param returnTo where the buyer comes back to; `cancelTo` without having agreed
    record NewOrder(
            Attempt attempt,
            String reference,
            Language language,
            String country,
            String returnTo,
            String cancelTo) {}

    Answer<PayPalOrder> create(OfficeId office, NewOrder order);

    Answer<PayPalOrder> order(OfficeId office, String order);

    Answer<PayPalOrder> capture(OfficeId office, String order, String requestId);

    /// Money back to whoever paid a capture.
    ///
    /// @param named what we called it when we asked for it; else of the office's doing at PayPal
    record Refund(String id, Status status, Optional<Money> amount, String named) {
        public enum Status {
            COMPLETED,
            PENDING,
            FAILED,
            CANCELLED,
            UNKNOWN
        }
    }

    /// @param name what it is called at PayPal, `requestId` less the turn
    Answer<Refund> refund(
            OfficeId office,
            String capture,
            Money amount,
            String requestId,
            String name,
            String note);

    Answer<Refund> refund(OfficeId office, String refund);

    /// Whether PayPal says that it sent exactly this.
    Answer<Boolean> isGenuine(OfficeId office, Transmission transmission, String message);

    /// One message, read.
    ///
    /// @param attempt the `custom_id` it names, if any
    /// @param order PayPal's order it is about, if it says so
    /// @param capture the capture it is about, if it says so
    record Message(
            String id,
            String kind,
            String resource,
            Optional<String> attempt,
            Optional<String> order,
            Optional<String> capture) {}

    /// The message, or empty where the text is none.
    Optional<Message> read(String message);
}
