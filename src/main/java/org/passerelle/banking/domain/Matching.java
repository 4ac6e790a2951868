package org.passerelle.banking.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.banking.Match;
import org.passerelle.banking.Match.Certain;
import org.passerelle.banking.Match.Suggestion;
import org.passerelle.banking.Match.Undecided;
import org.passerelle.banking.Movement;
import org.passerelle.banking.Owed;
import org.passerelle.banking.Sign;
import org.passerelle.kernel.Nearest;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.payment.Payable;
import org.passerelle.payment.StructuredCommunication;

/// Finds what a payment is for: by its communication, else by a number and the amount, else by
/// amount and name; whatever leaves a doubt is somebody's to decide (PAY-02).
public final class Matching {
    private static final int MOST_SUGGESTIONS = 5;
    private static final int LEAST_SCORE = 15;

    private Matching() {}

    /// @param owed what payments may be for: all that is awaited, and of the rest what the payment
    ///   names
    /// @param payers of which organisations this account paid before
    public static Match of(Movement payment, Collection<Owed> owed, Set<OrganisationId> payers) {
        if (!payment.isCredit()) {
            return new Undecided(List.of());
        }
        var named = Communications.of(payment);
        var suggestions = new ArrayList<Suggestion>();
        for (var one : owed) {
            if (one.amount().getCurrencyUnit().equals(payment.amount().getCurrencyUnit())) {
                suggestion(payment, named, one, payers).ifPresent(suggestions::add);
            }
        }
        suggestions.sort(
                Comparator.comparingInt(Suggestion::score)
                        .reversed()
                        .thenComparing(one -> one.owed().ref().number()));
        return certain(named, suggestions)
                .<Match>map(Certain::new)
                .orElseGet(
                        () -> new Undecided(suggestions.stream().limit(MOST_SUGGESTIONS).toList()));
    }

    /// The valid communications on a payment, wherever they stand.
    public static List<StructuredCommunication> communications(Movement payment) {
        return Communications.of(payment).valid().stream()
                .map(StructuredCommunication::new)
                .toList();
    }

    /// What on a payment may be the number of something.
    public static Set<String> numbers(Movement payment) {
        return Communications.of(payment).numbers();
    }

    private static Optional<Suggestion> suggestion(
            Movement payment, Communications named, Owed owed, Set<OrganisationId> payers) {
        var signs = new ArrayList<Sign>();
        communication(named, owed.communication()).ifPresent(signs::add);
        if (named.numbers().contains(owed.number())) {
            signs.add(Sign.of(Sign.Kind.NUMBER));
        }
        if (payers.contains(owed.organisation())) {
            signs.add(Sign.of(Sign.Kind.KNOWN_ACCOUNT));
        }
        Names.sign(payment.counterparty().name(), owed.name()).ifPresent(signs::add);
        signs.add(Sign.of(amount(payment, owed)));
        var suggestion =
                new Suggestion(
                        owed, signs.stream().sorted(Comparator.comparing(Sign::kind)).toList());
        return Optional.of(suggestion)
                .filter(one -> one.score() >= LEAST_SCORE && isNamedOrOpen(one, payment));
    }

    /// What is paid or over is only suggested where the payment names it or repeats its amount.
    private static boolean isNamedOrOpen(Suggestion one, Movement payment) {
        return isAwaited(one)
                || one.signs().getFirst().kind().compareTo(Sign.Kind.NUMBER) <= 0
                || one.owed().amount().equals(payment.amount());
    }

    private static Optional<Sign> communication(Communications named, String communication) {
        if (named.valid().contains(communication)) {
            return Optional.of(Sign.of(Sign.Kind.COMMUNICATION));
        }
        return named.misspelt().stream()
                .map(digits -> Nearest.slips(digits, communication))
                .filter(slips -> slips == 1)
                .map(slips -> new Sign(Sign.Kind.COMMUNICATION_MISSPELT, slips))
                .findFirst();
    }

    private static Sign.Kind amount(Movement payment, Owed owed) {
        return switch (owed.state()) {
            case SETTLED -> Sign.Kind.ALREADY_PAID;
            case WITHDRAWN -> Sign.Kind.NO_LONGER_OWED;
            case AWAITING -> {
                var difference = payment.amount().compareTo(owed.missing());
                yield difference == 0
                        ? Sign.Kind.SAME_AMOUNT
                        : difference < 0 ? Sign.Kind.LESS : Sign.Kind.MORE;
            }
        };
    }

    private static Optional<Suggestion> certain(
            Communications named, List<Suggestion> suggestions) {
        if (!named.valid().isEmpty()) {
            // Two communications share the money in a way that only people know; one that nobody
            // owes anything under was meant for something else.
            return named.valid().size() == 1
                    ? only(with(suggestions, Sign.Kind.COMMUNICATION)).filter(Matching::isAwaited)
                    : Optional.empty();
        }
        var exact = with(suggestions, Sign.Kind.SAME_AMOUNT);
        var misspelt = with(suggestions, Sign.Kind.COMMUNICATION_MISSPELT);
        var numbered = with(suggestions, Sign.Kind.NUMBER);
        var likely =
                exact.stream()
                        .filter(one ->
                                one.has(Sign.Kind.NUMBER)
                                        || one.has(Sign.Kind.SAME_NAME)
                                        || one.has(Sign.Kind.KNOWN_ACCOUNT))
                        .toList();
        return only(likely)
                .filter(one -> noneBut(one, misspelt) && noneBut(one, numbered))
                .filter(one ->
                        exact.stream()
                                .noneMatch(other ->
                                        other != one && other.has(Sign.Kind.NAME_MISSPELT)));
    }

    private static List<Suggestion> with(List<Suggestion> suggestions, Sign.Kind kind) {
        return suggestions.stream().filter(one -> one.has(kind)).toList();
    }

    private static Optional<Suggestion> only(List<Suggestion> suggestions) {
        return suggestions.size() == 1 ? Optional.of(suggestions.getFirst()) : Optional.empty();
    }

    private static boolean noneBut(Suggestion one, List<Suggestion> others) {
        return others.stream().allMatch(other -> other == one);
    }

    private static boolean isAwaited(Suggestion one) {
        return one.owed().state() == Payable.State.AWAITING;
    }
}
