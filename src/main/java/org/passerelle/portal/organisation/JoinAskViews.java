package org.passerelle.portal.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.JoinAsk;
import org.passerelle.organisation.JoinAsk.About;
import org.passerelle.organisation.Members;
import org.passerelle.pack.Packs;
import org.passerelle.portal.organisation.OrganisationPage.Badge;
import org.passerelle.portal.organisation.OrganisationPage.Request;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Frame;
import org.springframework.stereotype.Component;

/// Says what somebody asked to join. Never more than they said themselves, and the day until which
/// an account holder, if there is one, has time (ACC-06).
@Component
class JoinAskViews {
    private final Members members;
    private final Packs packs;
    private final Clock clock;

    JoinAskViews(Members members, Packs packs, Clock clock) {
        this.members = members;
        this.packs = packs;
        this.clock = clock;
    }

    /// Open ones, newest first, each with the way to its page.
    List<Request> open(PersonId person, Frame frame) {
        return members.openAsks(person).stream()
                .map(ask ->
                        new Request(
                                title(ask, frame),
                                frame.word(
                                        "organisation.ask.short" + known(ask),
                                        day(ask.asked(), ask, frame),
                                        lastDay(ask, frame)),
                                JoinAskPages.PATH + "/" + ask.id()))
                .toList();
    }

    JoinAskPage page(JoinAsk ask, Frame frame) {
        var state = ask.outcome().map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("open");
        var tone =
                switch (state) {
                    case "accepted" -> "ok";
                    case "refused" -> "bad";
                    case "open" -> "info";
                    default -> "mute";
                };
        var late = ask.isOpen() && !clock.instant().isBefore(ask.holderUntil());
        return new JoinAskPage(
                ask.id().toString(),
                title(ask, frame),
                new Badge(tone, frame.word("organisation.ask.state." + state)),
                facts(ask, frame),
                frame.word(
                        "organisation.ask.happens."
                                + (late ? "late" : state)
                                + (ask.isOpen() ? known(ask) : ""),
                        lastDay(ask, frame)),
                ask.isOpen());
    }

    /// What staff found the same is registered: there is nothing to keep back about that.
    private static String known(JoinAsk ask) {
        return ask.about().filter(About.KnownAs.class::isInstance).isPresent() ? ".known" : "";
    }

    private List<Fact> facts(JoinAsk ask, Frame frame) {
        var facts = new ArrayList<Fact>();
        var office = packs.get(ask.office()).office();
        facts.add(fact("organisation.ask.asked", day(ask.asked(), ask, frame), frame));
        facts.add(fact("organisation.ask.office", office.name().in(frame.language()), frame));
        if (!ask.message().isEmpty()) {
            facts.add(fact("organisation.join.message", ask.message(), frame));
        }
        return facts;
    }

    private static Fact fact(String key, String value, Frame frame) {
        return Fact.of(frame.word(key), value);
    }

    private static String title(JoinAsk ask, Frame frame) {
        return ask.about()
                .map(about ->
                        switch (about) {
                            case About.Number(var scheme, var number) ->
                                    frame.word(
                                            "organisation.ask.number",
                                            NumberFields.label(scheme, frame.words()),
                                            number);
                            case About.KnownAs(var name) ->
                                    frame.word("organisation.ask.known-as", name);
                        })
                .orElseGet(() -> frame.word("organisation.ask.title"));
    }

    /// The office's day ends at the next midnight.
    private String lastDay(JoinAsk ask, Frame frame) {
        return day(ask.holderUntil().minusSeconds(1), ask, frame);
    }

    private String day(Instant instant, JoinAsk ask, Frame frame) {
        var zone = packs.get(ask.office()).office().zone();
        return frame.words().date(instant.atZone(zone).toLocalDate());
    }
}
