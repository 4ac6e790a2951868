package org.passerelle.backoffice.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.backoffice.CasePanels.Badge;
import org.passerelle.backoffice.CasePanels.Line;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Organisation;
import org.passerelle.registry.Difference;
import org.passerelle.registry.Entry;
import org.passerelle.registry.EntryStatus;
import org.passerelle.registry.Match;
import org.passerelle.registry.Place;
import org.passerelle.registry.RegisterView;
import org.passerelle.registry.Sought;
import org.passerelle.words.Words;

/// Says what a register says, and in what it differs from what an organisation declared.
record EntryWords(Words words) {

    /// What to look for in registers.
    static Sought sought(Organisation organisation) {
        var profile = organisation.profile();
        var names = new ArrayList<String>();
        names.add(profile.legalName());
        names.addAll(profile.otherNames());
        return new Sought(
                names,
                profile.address()
                        .map(EntryWords::place)
                        .orElseGet(() -> new Place("", "", "", "", profile.country())));
    }

    private static Place place(Address address) {
        return new Place(
                address.street(),
                address.postalCode(),
                address.town(),
                address.region().orElse(""),
                address.country());
    }

    /// The standing, loud when it is not active.
    Badge standing(Entry entry) {
        if (entry.goneSince().isPresent()) {
            return new Badge("bad", words.get("registry.gone", entry.goneSince().get()));
        }
        var tone =
                switch (entry.status()) {
                    case ACTIVE -> "ok";
                    case ATTENTION, UNKNOWN -> "warn";
                    case REMOVED -> "bad";
                };
        return new Badge(tone, words.get("registry.status." + key(entry.status())));
    }

    private static String key(EntryStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /// The register's own word for the standing and what it means.
    String statusWord(Entry entry, RegisterView register) {
        var means =
                Optional.ofNullable(register.words().get(entry.statusWord()))
                        .map(text -> text.in(words.language()));
        if (entry.statusWord().isEmpty()) {
            return means.orElse("–");
        }
        return means.filter(text -> !text.equalsIgnoreCase(entry.statusWord()))
                .map(text -> text + " (" + entry.statusWord() + ")")
                .orElse(entry.statusWord());
    }

    /// The number of an entry that was not found by number: beside the one declared for the same
    /// register, where there is one.
    Line number(Organisation organisation, Entry entry, RegisterView register) {
        var declared = organisation.profile().identifiers().get(register.scheme());
        return line("number", declared == null ? "" : declared, entry.number(), true);
    }

    /// Field by field what was declared and what stands in the register.
    List<Line> lines(Sought sought, Match match, RegisterView register) {
        var entry = match.entry();
        var differences = match.differences();
        var lines = new ArrayList<Line>();
        var names = new ArrayList<>(List.of(entry.name()));
        names.addAll(entry.otherNames());
        var nameDiffers =
                differences.contains(Difference.NAME)
                        || differences.contains(Difference.NUMBERS_IN_NAME);
        lines.add(
                line(
                        "name",
                        String.join(" · ", sought.names()),
                        String.join(" · ", names),
                        nameDiffers));
        var ours = sought.place();
        var theirs = entry.place();
        lines.add(
                line(
                        "street",
                        ours.street(),
                        theirs.street(),
                        differences.contains(Difference.STREET)));
        lines.add(
                line(
                        "postal-code",
                        ours.postalCode(),
                        theirs.postalCode(),
                        differences.contains(Difference.POSTAL_CODE)));
        lines.add(line("town", ours.town(), theirs.town(), differences.contains(Difference.TOWN)));
        lines.add(
                line(
                        "country",
                        ours.country(),
                        theirs.country(),
                        differences.contains(Difference.COUNTRY)));
        lines.add(
                new Line(
                        words.get("registry.field.standing"),
                        "–",
                        statusWord(entry, register),
                        standing(entry)));
        return lines;
    }

    private Line line(String field, String declared, String found, boolean differs) {
        var compared = !declared.isBlank() && !found.isBlank();
        var verdict =
                !compared
                        ? new Badge("mute", words.get("registry.not-said"))
                        : differs
                                ? new Badge("warn", words.get("registry.differs"))
                                : new Badge("ok", words.get("registry.same"));
        return new Line(
                words.get("registry.field." + field), shown(declared), shown(found), verdict);
    }

    private static String shown(String text) {
        return text.isBlank() ? "–" : text;
    }

    /// How the likeness reads: the score in words, since a figure alone says too much.
    Badge score(Match match) {
        var key = match.isNearCertain() ? "near-certain" : match.score() >= 60 ? "likely" : "weak";
        return new Badge(
                match.isNearCertain() ? "ok" : match.score() >= 60 ? "warn" : "mute",
                words.get("registry.score." + key, Integer.toString(match.score())));
    }

    static String path(Entry entry) {
        return RegisterPages.PATH + "/" + entry.register() + "/" + entry.number();
    }
}
