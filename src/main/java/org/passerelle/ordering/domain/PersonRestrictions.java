package org.passerelle.ordering.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.ordering.Restriction;
import org.passerelle.ordering.Restriction.AnswersMissing;
import org.passerelle.ordering.Restriction.NotANewUser;
import org.passerelle.ordering.Restriction.PersonAlreadyHasOne;
import org.passerelle.ordering.WayOut;
import org.passerelle.ordering.domain.Situation.Wish;
import org.passerelle.pack.model.Programme;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.History;

/// What must be said before an order, and for whom the units are: questions answered (ORD-07), one
/// unit for one person, new users only (ORD-03).
public final class PersonRestrictions {
    private PersonRestrictions() {}

    public static List<Restriction> of(Situation situation) {
        var restrictions = new ArrayList<Restriction>();
        var named = new HashMap<ProgrammeId, Set<String>>();
        for (var wish : situation.wishes()) {
            answersMissing(wish).ifPresent(restrictions::add);
            if (isFor(wish, Programme.Seats::onePerPerson)) {
                var seen =
                        named.computeIfAbsent(
                                wish.programme().id(),
                                programme -> holders(situation.history().counted(), programme));
                alreadyHasOne(wish, seen).ifPresent(restrictions::add);
            }
            if (isFor(wish, Programme.Seats::newUsersOnly)) {
                notNew(situation, wish).ifPresent(restrictions::add);
            }
        }
        return restrictions;
    }

    private static boolean isFor(Wish wish, Predicate<Programme.Seats> what) {
        return wish.seats().filter(what).isPresent();
    }

    private static Optional<Restriction> answersMissing(Wish wish) {
        var questions =
                Stream.concat(
                                wish.rules().flatMap(Programme.Version::approval).stream()
                                        .flatMap(approval -> approval.questions().stream()),
                                wish.offer().questions().stream())
                        .filter(Programme.Question::required)
                        .map(Programme.Question::id)
                        .distinct()
                        .filter(question -> !wish.line().answers(question))
                        .toList();
        var personsToName =
                isFor(wish, Programme.Seats::onePerPerson)
                        ? Math.max(0, wish.quantity() - wish.line().persons().size())
                        : 0;
        if (questions.isEmpty() && personsToName == 0) {
            return Optional.empty();
        }
        var ways = new ArrayList<WayOut>();
        if (!questions.isEmpty()) {
            ways.add(new WayOut.AnswerQuestions());
        }
        if (personsToName > 0) {
            ways.add(new WayOut.NamePersons());
        }
        return Optional.of(
                new AnswersMissing(
                        wish.place(), wish.offer().id(), questions, personsToName, ways));
    }

    /// Adds the persons of the wish to those `seen`, and names those who were there before.
    private static Optional<Restriction> alreadyHasOne(Wish wish, Set<String> seen) {
        var again = new LinkedHashSet<String>();
        for (var person : wish.line().persons()) {
            if (!seen.add(person.email())) {
                again.add(person.email());
            }
        }
        return again.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PersonAlreadyHasOne(
                                wish.place(),
                                wish.offer().id(),
                                wish.programme().id(),
                                List.copyOf(again),
                                List.of(new WayOut.NameOthers())));
    }

    private static Optional<Restriction> notNew(Situation situation, Wish wish) {
        var delivered =
                situation.history().lines().stream()
                        .filter(line -> line.state() == History.State.DELIVERED)
                        .toList();
        var users = holders(delivered, wish.programme().id());
        users.addAll(
                situation.history().formerUsers().getOrDefault(wish.programme().id(), Set.of()));
        var known =
                wish.line().persons().stream()
                        .filter(person ->
                                person.newUser().equals(Optional.of(false))
                                        || users.contains(person.email()))
                        .map(History.Person::email)
                        .distinct()
                        .toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new NotANewUser(
                                wish.place(),
                                wish.offer().id(),
                                wish.programme().id(),
                                known,
                                List.of(new WayOut.NameOthers())));
    }

    private static Set<String> holders(List<History.Line> lines, ProgrammeId programme) {
        return lines.stream()
                .filter(line -> line.programme().equals(programme))
                .flatMap(line -> line.persons().stream())
                .map(History.Person::email)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
