package org.passerelle.programme;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.passerelle.pack.model.Criterion.Range;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.ProgrammeId;

/// What a criterion demands on the day of the decision: a typed value, never words for a reader.
public sealed interface Demand {

    record Truth(boolean value) implements Demand {}

    /// One of the first, where there are any, and none of the second.
    record Words(Collection<String> anyOf, Collection<String> noneOf) implements Demand {
        public Words {
            anyOf = java.util.List.copyOf(new TreeSet<>(anyOf));
            noneOf = java.util.List.copyOf(new TreeSet<>(noneOf));
        }
    }

    record AmountWithin(Range<Money> range) implements Demand {}

    record NumberWithin(Range<Long> range) implements Demand {}

    /// No purchase from the partner on this day or later.
    record NoPurchaseSince(PartnerId partner, LocalDate day) implements Demand {}

    record CurrentCustomer(PartnerId partner, boolean wanted) implements Demand {}

    /// The partner's waiver for the programme is valid on this day.
    record WaiverOn(ProgrammeId programme, LocalDate day) implements Demand {}

    /// Bought through this office what it has from the partner.
    record BoughtHere(PartnerId partner) implements Demand {}

    /// One of these offers was ordered here, on this day or later where one is given.
    record Had(List<OfferId> offers, Optional<LocalDate> since) implements Demand {}

    /// The attestation of this id was declared.
    record Attestation(String text) implements Demand {}

    /// A person answered the question of this id with yes.
    record Yes(String question) implements Demand {}

    /// Rules are in force: from a day on, or until one.
    record InForce(Optional<LocalDate> from, Optional<LocalDate> until) implements Demand {}

    /// As `pack try` and the API write it.
    default String canonical() {
        return switch (this) {
            case Truth(var value) -> Boolean.toString(value);
            case Words(var anyOf, var noneOf) -> words(anyOf, noneOf);
            case AmountWithin(var range) -> range(range, Figure::canonical);
            case NumberWithin(var range) -> range(range, String::valueOf);
            case NoPurchaseSince(_, var day) -> "no purchase since " + day;
            case CurrentCustomer(_, var wanted) ->
                    wanted ? "current customer" : "no current customer";
            case WaiverOn(_, var day) -> "waiver on " + day;
            case BoughtHere _ -> "bought here";
            case Had(var offers, var since) ->
                    "had "
                            + offers.stream()
                                    .map(OfferId::value)
                                    .collect(Collectors.joining(" or "))
                            + since.map(day -> " since " + day).orElse("");
            case Attestation(var text) -> text;
            case Yes(var question) -> question;
            case InForce(var from, var until) ->
                    from.map(day -> "from " + day)
                            .or(() -> until.map(day -> "until " + day))
                            .orElse("in force");
        };
    }

    private static String words(Collection<String> anyOf, Collection<String> noneOf) {
        var demand = new StringJoiner("; ");
        if (!anyOf.isEmpty()) {
            demand.add((anyOf.size() == 1 ? "" : "any of ") + String.join(", ", anyOf));
        }
        if (!noneOf.isEmpty()) {
            demand.add("none of " + String.join(", ", noneOf));
        }
        return demand.toString();
    }

    private static <T> String range(Range<T> range, Function<T, String> write) {
        var demand = new StringJoiner(" and ");
        range.above().ifPresent(value -> demand.add("above " + write.apply(value)));
        range.atLeast().ifPresent(value -> demand.add("at least " + write.apply(value)));
        range.below().ifPresent(value -> demand.add("below " + write.apply(value)));
        range.atMost().ifPresent(value -> demand.add("at most " + write.apply(value)));
        return demand.toString();
    }
}
