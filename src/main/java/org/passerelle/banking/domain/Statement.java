package org.passerelle.banking.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.banking.Movement;

/// What a bank says of one account in one currency from a day to a day, both inclusive.
///
/// @param account an IBAN, or how else the bank names the account; without blanks
/// @param number the bank's running number of its statements, where it gives one
/// @param opening the balance before the first movement, where the bank gives it
/// @param closing the balance after the last
/// @param movements of the days of the statement, the earliest day first
/// @param line of the file on which the statement begins
public record Statement(
        String account,
        CurrencyUnit currency,
        String id,
        OptionalLong number,
        LocalDate from,
        LocalDate to,
        Optional<Money> opening,
        Optional<Money> closing,
        List<Movement> movements,
        int line) {

    public Statement {
        movements = List.copyOf(movements);
    }

    /// All that moved.
    public Money moved() {
        return movements.stream().map(Movement::amount).reduce(Money.zero(currency), Money::plus);
    }

    /// What the closing balance says too much; zero where it agrees or a balance is missing.
    public Money difference() {
        return opening.flatMap(before -> closing.map(after -> after.minus(before).minus(moved())))
                .orElseGet(() -> Money.zero(currency));
    }
}
