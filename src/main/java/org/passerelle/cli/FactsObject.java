package org.passerelle.cli;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/// One object of the facts, read member by member. A member that is absent or null is not told; one
/// of the wrong kind is a problem and counts as not told, so that reading goes on.
final class FactsObject {
    private static final int MOST_DIGITS = 22;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final Instant FIRST = Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse(LAST_YEAR + 1 + "-01-01T00:00:00Z");

    private final JsonTree.Members members;
    private final FactsProblems problems;

    private FactsObject(JsonTree.Members members, FactsProblems problems) {
        this.members = members;
        this.problems = problems;
    }

    /// Reads an object whose members may only be `known`.
    static Optional<FactsObject> of(JsonTree tree, FactsProblems problems, Set<String> known) {
        if (!(tree instanceof JsonTree.Members members)) {
            problems.add(tree.spot(), "an object is expected");
            return Optional.empty();
        }
        for (var name : members.names().entrySet()) {
            if (!known.contains(name.getKey())) {
                problems.unknown(name.getValue(), "key", name.getKey(), known);
            }
        }
        return Optional.of(new FactsObject(members, problems));
    }

    JsonTree.Spot spot() {
        return members.spot();
    }

    Optional<JsonTree> member(String name) {
        return Optional.ofNullable(members.byName().get(name))
                .filter(tree -> !(tree instanceof JsonTree.Null));
    }

    /// The value of a member that must be there. Without it `instead` lets reading go on; nothing
    /// is made of facts that have a problem.
    <T> T required(String name, Optional<T> value, T instead) {
        if (member(name).isEmpty()) {
            problems.add(members.spot(), "'" + name + "' is missing");
        }
        return value.orElse(instead);
    }

    Optional<String> text(String name) {
        return member(name)
                .flatMap(tree -> {
                    if (tree instanceof JsonTree.Text(_, var value)) {
                        return Optional.of(value);
                    }
                    problems.add(tree.spot(), "a text is expected");
                    return Optional.empty();
                });
    }

    /// A text that `check` may complain about, given the place and the word.
    Optional<String> word(String name, BiConsumer<JsonTree.Spot, String> check) {
        var word = text(name);
        word.ifPresent(value -> check.accept(member(name).orElseThrow().spot(), value));
        return word;
    }

    Optional<Boolean> truth(String name) {
        return member(name)
                .flatMap(tree -> {
                    if (tree instanceof JsonTree.Truth(_, var value)) {
                        return Optional.of(value);
                    }
                    problems.add(tree.spot(), "true or false is expected");
                    return Optional.empty();
                });
    }

    /// A whole number within bounds, both included.
    Optional<Long> number(String name, long least, long most) {
        return member(name).flatMap(tree -> whole(tree, least, most));
    }

    Optional<Long> whole(JsonTree tree, long least, long most) {
        if (tree instanceof JsonTree.Number(_, var value, _)
                && value.stripTrailingZeros().scale() <= 0
                && value.compareTo(BigDecimal.valueOf(least)) >= 0
                && value.compareTo(BigDecimal.valueOf(most)) <= 0) {
            return Optional.of(value.longValueExact());
        }
        problems.add(tree.spot(), "a whole number from " + least + " to " + most + " is expected");
        return Optional.empty();
    }

    Optional<LocalDate> date(String name) {
        return parsed(name, "a date such as 2022-01-31", LocalDate::parse);
    }

    /// A moment with its offset.
    Optional<Instant> moment(String name) {
        return parsed(
                name,
                "a time with its offset, such as 2022-09-12T10:00:00+02:00,",
                text -> OffsetDateTime.parse(text).toInstant());
    }

    /// Days and moments are of the years 1900 to 2999: beyond, calendars know no holidays, and time
    /// zones no rules.
    private boolean isInReach(String name, Object value) {
        var year =
                value instanceof Instant moment
                        ? moment.isBefore(FIRST) || !moment.isBefore(AFTER_LAST) ? 0 : FIRST_YEAR
                        : ((LocalDate) value).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            problems.add(
                    member(name).orElseThrow().spot(),
                    "a year from " + FIRST_YEAR + " to " + LAST_YEAR + " is expected");
            return false;
        }
        return true;
    }

    private <T> Optional<T> parsed(String name, String what, Function<String, T> parse) {
        return text(name)
                .flatMap(text -> {
                    try {
                        return Optional.of(parse.apply(text))
                                .filter(value -> isInReach(name, value));
                    } catch (DateTimeException _) {
                        problems.add(
                                member(name).orElseThrow().spot(),
                                what + " is expected, not '" + text + "'");
                        return Optional.empty();
                    }
                });
    }

    /// The money of the members `amount` and `currency`.
    Money money() {
        var amount = required("amount", decimal("amount"), BigDecimal.ZERO);
        var currency = required("currency", currency(), CurrencyUnit.EUR);
        if (amount.signum() < 0) {
            problems.add(member("amount").orElseThrow().spot(), "an amount is not negative");
        }
        try {
            return Money.of(currency, amount);
        } catch (ArithmeticException _) {
            problems.add(
                    member("amount").orElseThrow().spot(),
                    currency + " has at most " + currency.getDecimalPlaces() + " decimals");
            return Money.zero(currency);
        }
    }

    private Optional<BigDecimal> decimal(String name) {
        return member(name)
                .flatMap(tree -> {
                    if (tree instanceof JsonTree.Number(_, var value, var written)
                            && written.length() <= MOST_DIGITS
                            && Math.abs(value.scale()) <= MOST_DIGITS) {
                        return Optional.of(value);
                    }
                    if (tree instanceof JsonTree.Text(_, var text)
                            && text.matches("-?[0-9]{1,15}([.][0-9]{1,6})?")) {
                        return Optional.of(new BigDecimal(text));
                    }
                    problems.add(tree.spot(), "an amount such as 350000.00 is expected");
                    return Optional.empty();
                });
    }

    private Optional<CurrencyUnit> currency() {
        return text("currency")
                .flatMap(code -> {
                    try {
                        return Optional.of(CurrencyUnit.of(code));
                    } catch (IllegalCurrencyException _) {
                        problems.unknown(
                                member("currency").orElseThrow().spot(),
                                "currency",
                                code,
                                CurrencyUnit.registeredCurrencies().stream()
                                        .map(CurrencyUnit::getCode)
                                        .toList());
                        return Optional.empty();
                    }
                });
    }

    /// A list of words, each of which `check` may complain about.
    Optional<Set<String>> words(String name, BiConsumer<JsonTree.Spot, String> check) {
        return items(name)
                .map(items -> {
                    var words = new LinkedHashSet<String>();
                    for (var item : items) {
                        if (item instanceof JsonTree.Text(var spot, var word)) {
                            check.accept(spot, word);
                            words.add(word);
                        } else {
                            problems.add(item.spot(), "a text is expected");
                        }
                    }
                    return words;
                });
    }

    Optional<List<JsonTree>> items(String name) {
        return member(name)
                .flatMap(tree -> {
                    if (tree instanceof JsonTree.Items(_, var items)) {
                        return Optional.of(items);
                    }
                    problems.add(tree.spot(), "a list is expected");
                    return Optional.empty();
                });
    }

    /// The objects of a list, whose members may only be `known`.
    Optional<List<FactsObject>> objects(String name, Set<String> known) {
        return items(name)
                .map(items -> {
                    var objects = new ArrayList<FactsObject>();
                    items.forEach(item -> of(item, problems, known).ifPresent(objects::add));
                    return objects;
                });
    }

    /// The object of a member, whose own members may only be `known`.
    Optional<FactsObject> object(String name, Set<String> known) {
        return member(name).flatMap(tree -> of(tree, problems, known));
    }

    /// All members of an object whose names are data.
    Map<String, JsonTree> all(String name) {
        return member(name)
                .map(tree -> {
                    if (tree instanceof JsonTree.Members all) {
                        return all.byName();
                    }
                    problems.add(tree.spot(), "an object is expected");
                    return Map.<String, JsonTree>of();
                })
                .orElse(Map.of());
    }
}
