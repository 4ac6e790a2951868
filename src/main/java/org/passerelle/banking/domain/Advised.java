package org.passerelle.banking.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.passerelle.banking.Movement;

/// A booking as a report within the day (camt.052) or an advice (camt.054) tells it (PAY-02). Only
/// the statement counts money; this says which payments a booking is made of.
///
/// @param on the bank's day, as far as it tells one
/// @param names references of the booking, one of which the statement may bear
/// @param payments in the booking, which they sum to; none where the bank tells no amounts
public record Advised(
        String account, LocalDate on, Money amount, Set<String> names, List<Movement> payments) {
    /// Between an advice and the booking lies a weekend at most.
    public static final long DAYS_APART = 3;

    public Advised {
        names = Set.copyOf(names);
        payments = List.copyOf(payments);
    }

    /// All that makes it this one, however often and by which file it is told.
    public String fingerprint() {
        return String.join(
                "\n",
                on.toString(),
                amount.toString(),
                names.stream().sorted().collect(Collectors.joining("|")),
                payments.stream().map(Movement::key).sorted().collect(Collectors.joining("\n")));
    }

    /// Whether a movement bears one of its references, to the cent.
    public boolean isNamed(Movement movement) {
        return movement.amount().equals(amount)
                && (names.contains(movement.bank().servicer())
                        || names.contains(movement.bank().endToEnd()));
    }

    /// Whether a movement may be this booking where the bank named one of the two or neither.
    public boolean mayBe(Movement movement) {
        var named = !names.isEmpty() && !movement.bank().servicer().isEmpty();
        return !named
                && movement.amount().equals(amount)
                && Math.abs(ChronoUnit.DAYS.between(on, movement.bookedOn())) <= DAYS_APART;
    }
}
