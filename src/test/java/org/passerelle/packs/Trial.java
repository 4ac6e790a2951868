package org.passerelle.packs;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.passerelle.ordering.Basket;
import org.passerelle.ordering.Restriction;
import org.passerelle.ordering.Restrictions;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.AllotmentRules;
import org.passerelle.programme.AllotmentState;
import org.passerelle.programme.Eligibility;
import org.passerelle.programme.EligibilityDecision;
import org.passerelle.programme.FactsFixture;
import org.passerelle.programme.History;
import org.passerelle.programme.OrganisationFacts;

/// One described organisation and its basket, tried on a pack: what `pack try` does, in Java.
final class Trial {
    private final Pack pack;
    private final Instant now;
    private final FactsFixture facts = new FactsFixture();
    private final List<History.Line> history = new ArrayList<>();
    private final List<Basket.Line> basket = new ArrayList<>();

    private Trial(Pack pack, Instant now) {
        this.pack = pack;
        this.now = now;
    }

    static Trial of(Pack pack, String now) {
        return new Trial(pack, instant(now));
    }

    @CanIgnoreReturnValue
    Trial where(Consumer<FactsFixture> change) {
        change.accept(facts);
        return this;
    }

    @CanIgnoreReturnValue
    Trial had(String offer, long quantity, String placed, String... persons) {
        return had(offer, quantity, placed, History.State.DELIVERED, persons);
    }

    @CanIgnoreReturnValue
    Trial had(String offer, long quantity, String placed, History.State state, String... persons) {
        var line =
                History.Line.of(
                        pack,
                        pack.offer(OfferId.of(offer)).orElseThrow(),
                        quantity,
                        "order " + history.size(),
                        instant(placed),
                        state,
                        people(true, persons));
        history.add(line.paidAt(Optional.of(line.placed())));
        return this;
    }

    @CanIgnoreReturnValue
    Trial wants(String offer, long quantity) {
        return wants(offer, quantity, List.of());
    }

    @CanIgnoreReturnValue
    Trial wants(String offer, long quantity, List<History.Person> persons) {
        var answers = new HashMap<String, String>();
        var programme = pack.offer(OfferId.of(offer)).orElseThrow().programme();
        pack.programme(programme)
                .flatMap(p -> p.versionOn(today()))
                .flatMap(version -> version.approval())
                .ifPresent(
                        approval -> approval.questions().forEach(q -> answers.put(q.id(), "oui")));
        basket.add(
                new Basket.Line(OfferId.of(offer), quantity, Map.copyOf(answers), persons, true));
        return this;
    }

    /// The same line with nothing answered and nothing accepted.
    @CanIgnoreReturnValue
    Trial wantsWithoutAWord(String offer, long quantity) {
        basket.add(new Basket.Line(OfferId.of(offer), quantity, Map.of(), List.of(), false));
        return this;
    }

    static List<History.Person> people(boolean newUsers, String... emails) {
        var people = new ArrayList<History.Person>();
        for (var email : emails) {
            people.add(new History.Person(email, Optional.empty(), Optional.of(newUsers)));
        }
        return people;
    }

    /// `eligible`, `ineligible` or `undecided`.
    String outcome(String programme) {
        return decision(programme).outcome();
    }

    EligibilityDecision decision(String programme) {
        return Eligibility.decide(
                pack,
                pack.programme(ProgrammeId.of(programme)).orElseThrow(),
                facts(),
                new History(history),
                today());
    }

    List<Restriction> restrictions() {
        return Restrictions.of(
                pack,
                new Basket(basket),
                facts(),
                new History(history),
                _ -> Optional.empty(),
                now);
    }

    /// The restrictions by their codes, each with the offer of its line.
    List<String> refusals() {
        return restrictions().stream().map(r -> r.offer() + ": " + r.code().word()).toList();
    }

    /// The state of the programme's only allotment, or of its first for that offer.
    AllotmentState left(String programme) {
        return AllotmentRules.states(pack, facts().country(), new History(history), now).stream()
                .filter(state -> state.programme().value().equals(programme))
                .findFirst()
                .orElseThrow();
    }

    /// Every offer for which some allotment of its own is left.
    List<String> mayStillOrder() {
        return AllotmentRules.states(pack, facts().country(), new History(history), now).stream()
                .flatMap(state -> state.of().stream())
                .map(OfferId::value)
                .toList();
    }

    private OrganisationFacts facts() {
        return facts.facts();
    }

    private LocalDate today() {
        return now.atZone(pack.office().zone()).toLocalDate();
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
