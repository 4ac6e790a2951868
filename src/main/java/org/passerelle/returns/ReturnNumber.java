package org.passerelle.returns;

import java.util.Optional;
import java.util.regex.Pattern;
import org.passerelle.notification.LetterAbout;
import org.passerelle.ordering.OrderNumber;

/// Names a return: its order, and which of that order's returns it is, from one on. It is what a
/// parcel bears: `10001-1`.
public record ReturnNumber(OrderNumber order, int sequence) {

    /// Under what its letters are found again.
    public LetterAbout letters() {
        return new LetterAbout("return", key());
    }

    /// Names it among those of all offices: `an-office/10001-1`.
    public String key() {
        return order.key() + "-" + sequence;
    }

    /// Reads [#key] back.
    ///
    /// @throws IllegalArgumentException when the text is none
    public static ReturnNumber ofKey(String key) {
        var dash = key.lastIndexOf('-');
        if (dash < 1 || !key.substring(dash + 1).matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException("No return: " + key);
        }
        return new ReturnNumber(
                OrderNumber.ofKey(key.substring(0, dash)),
                Integer.parseInt(key.substring(dash + 1)));
    }

    /// The same from what stands in an address; empty where it is none.
    public static Optional<ReturnNumber> find(String key) {
        return key.matches("[a-z0-9-]{1,80}/[0-9]{1,18}-[1-9][0-9]{0,5}")
                ? Optional.of(ofKey(key))
                : Optional.empty();
    }

    /// What people say: it names the order without its office.
    record Said(long order, int sequence) {
        private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([1-9][0-9]{0,5})");

        static Optional<Said> of(String text) {
            var parts = FORM.matcher(text);
            return parts.matches()
                    ? Optional.of(
                            new Said(
                                    Long.parseLong(parts.group(1)),
                                    Integer.parseInt(parts.group(2))))
                    : Optional.empty();
        }
    }

    /// As people say it: `10001-1`.
    @Override
    public String toString() {
        return order + "-" + sequence;
    }
}
