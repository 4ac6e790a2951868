package org.passerelle.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/// What was found about an organisation when a criterion looked: a typed value, never words for a
/// reader.
public sealed interface Fact {

    /// Nobody has told.
    record Untold() implements Fact {}

    /// It is known that there is none: no purchase, no waiver, no purpose of that sort.
    record Nothing() implements Fact {}

    record Truth(boolean value) implements Fact {}

    /// Words or codes of the pack, such as `asbl` or `1100`.
    record Words(List<String> words) implements Fact {}

    /// An amount, and the same in the currency of the demand where that is another one.
    record Amount(Money money, Optional<Conversion> converted) implements Fact {}

    record Number(long value) implements Fact {}

    record Day(LocalDate day) implements Fact {}

    /// Both days included.
    record Days(LocalDate from, LocalDate to) implements Fact {}

    /// As `pack try` and the API write it; empty for what nobody told.
    default Optional<String> canonical() {
        return switch (this) {
            case Untold _ -> Optional.empty();
            case Nothing _ -> Optional.of("none");
            case Truth(var value) -> Optional.of(Boolean.toString(value));
            case Words(var words) -> Optional.of(String.join(", ", words));
            case Amount(var money, var converted) ->
                    Optional.of(
                            converted
                                    .map(Conversion::canonical)
                                    .orElseGet(() -> Figure.canonical(money)));
            case Number(var value) -> Optional.of(Long.toString(value));
            case Day(var day) -> Optional.of(day.toString());
            case Days(var from, var to) -> Optional.of(from + " to " + to);
        };
    }
}
