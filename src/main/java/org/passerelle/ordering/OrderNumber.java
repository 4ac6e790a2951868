package org.passerelle.ordering;

import org.passerelle.kernel.OfficeId;
import org.passerelle.notification.LetterAbout;
import org.passerelle.payment.PayableRef;

/// The number an office gave an order: five digits to begin with, never reused (ORD-05).
public record OrderNumber(OfficeId office, long value) implements Comparable<OrderNumber> {
    private static final String KIND = "order";

    /// How the order is billed and named across offices: `order an-office/10001`.
    public PayableRef payable() {
        return new PayableRef(KIND, key());
    }

    /// Under what its letters are found again.
    public LetterAbout letters() {
        return new LetterAbout(KIND, key());
    }

    /// Names the order among those of all offices: `an-office/10001`.
    public String key() {
        return office.value() + "/" + value;
    }

    /// Reads [#key] back.
    ///
    /// @throws IllegalArgumentException when the text is none
    public static OrderNumber ofKey(String key) {
        var slash = key.lastIndexOf('/');
        if (slash < 1 || !key.substring(slash + 1).matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("No order: " + key);
        }
        return new OrderNumber(
                OfficeId.of(key.substring(0, slash)), Long.parseLong(key.substring(slash + 1)));
    }

    /// The order a payable is for.
    ///
    /// @throws IllegalArgumentException when it is for something else
    public static OrderNumber of(PayableRef payable) {
        if (!isOrder(payable)) {
            throw new IllegalArgumentException("No order: " + payable);
        }
        return ofKey(payable.number());
    }

    /// Whether a payable is an order's.
    public static boolean isOrder(PayableRef payable) {
        return payable.kind().equals(KIND);
    }

    @Override
    public int compareTo(OrderNumber other) {
        var byOffice = office.compareTo(other.office);
        return byOffice != 0 ? byOffice : Long.compare(value, other.value);
    }

    /// As people say it: `10001`.
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
