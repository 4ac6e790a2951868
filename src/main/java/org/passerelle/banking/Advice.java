package org.passerelle.banking;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/// A booking that a report within the day or an advice told of (PAY-02).
///
/// @param isReport of the day so far (camt.052); else an advice (camt.054)
/// @param payments how many it tells; 0 where the bank gives no amounts of them
/// @param movement the booking on the statement, once one shows it
public record Advice(
        String fileName,
        boolean isReport,
        LocalDate on,
        Money amount,
        int payments,
        Optional<Seen> movement) {

    /// @param split its payments are movements of their own now
    public record Seen(MovementId id, long number, boolean split) {}
}
