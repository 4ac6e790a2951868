package org.passerelle.backoffice.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.backoffice.CasePanels;
import org.passerelle.organisation.Organisation;
import org.passerelle.registry.Entry;
import org.passerelle.registry.Match;
import org.passerelle.registry.RegisterId;
import org.passerelle.registry.RegisterView;
import org.passerelle.registry.Registers;
import org.passerelle.registry.Sought;
import org.passerelle.ui.Frame;
import org.passerelle.verification.CaseView;
import org.springframework.stereotype.Component;

/// The registers' entries beside the case: those with the organisation's own number, else those
/// most like it by name and place (VER-05, VER-08). Nothing is said where no register of the
/// country is installed.
@Component
class RegisterPanels implements CasePanels {
    private static final int SHOWN = 5;

    /// Less is no likeness a reviewer should lose time on.
    private static final int LEAST_SCORE = 40;

    private final Registers registers;

    RegisterPanels(Registers registers) {
        this.registers = registers;
    }

    @Override
    public List<Panel> of(CaseView view, Organisation organisation, Frame frame) {
        return of(organisation, frame);
    }

    List<Panel> of(Organisation organisation, Frame frame) {
        var installed =
                registers.all().stream()
                        .filter(register -> register.installed().isPresent())
                        .collect(Collectors.toMap(RegisterView::id, Function.identity()));
        var country = organisation.profile().country();
        if (installed.values().stream().noneMatch(one -> one.country().equals(country))) {
            return List.of();
        }
        var sought = EntryWords.sought(organisation);
        var entries = registers.byNumbers(organisation.profile().identifiers());
        var panels = new ArrayList<Panel>();
        for (var entry : entries) {
            var register = installed.get(entry.register());
            if (register != null) {
                panels.add(exact(sought, entry, register, panels.size(), frame));
            }
        }
        return panels.isEmpty() ? List.of(byName(organisation, sought, installed, frame)) : panels;
    }

    private Panel exact(
            Sought sought, Entry entry, RegisterView register, int position, Frame frame) {
        var words = new EntryWords(frame.words());
        return new Panel(
                "register-" + position,
                register.title().in(frame.language()),
                frame.word("registry.panel.exact", entry.number(), asOf(register))
                        + " "
                        + register.licence().in(frame.language()),
                Optional.of(words.standing(entry)),
                words.lines(sought, registers.compare(sought, entry), register),
                List.of(
                        new Link(frame.word("registry.panel.entry"), EntryWords.path(entry)),
                        new Link(register.keeper(), register.address())));
    }

    /// With nothing found by number: what does not stand there, and who is most like it.
    private Panel byName(
            Organisation organisation,
            Sought sought,
            Map<RegisterId, RegisterView> installed,
            Frame frame) {
        var words = new EntryWords(frame.words());
        var found =
                sought.names().isEmpty()
                        ? List.<Match>of()
                        : registers.search(sought, SHOWN).stream()
                                .filter(match -> match.score() >= LEAST_SCORE)
                                .filter(match -> installed.containsKey(match.entry().register()))
                                .toList();
        var links = new ArrayList<Link>();
        for (var match : found) {
            links.add(
                    new Link(
                            frame.word(
                                    "registry.panel.candidate",
                                    match.entry().name(),
                                    match.entry().place().town(),
                                    words.score(match).text(),
                                    words.standing(match.entry()).text(),
                                    match.entry().number()),
                            EntryWords.path(match.entry())));
        }
        links.add(new Link(frame.word("registry.panel.search"), searchPath(organisation)));
        var best = found.stream().findFirst();
        var register = best.map(match -> installed.get(match.entry().register()));
        return new Panel(
                "register",
                frame.word("registry.panel.title"),
                absent(organisation, installed, frame)
                        + frame.word(
                                best.isPresent()
                                        ? "registry.panel.likest"
                                        : "registry.panel.nothing"),
                best.map(words::score),
                best.isPresent() && register.isPresent()
                        ? lines(organisation, sought, best.get(), register.get(), words)
                        : List.of(),
                links);
    }

    private static List<Line> lines(
            Organisation organisation,
            Sought sought,
            Match match,
            RegisterView register,
            EntryWords words) {
        var lines = new ArrayList<Line>();
        lines.add(words.number(organisation, match.entry(), register));
        lines.addAll(words.lines(sought, match, register));
        return List.copyOf(lines);
    }

    /// Which of the numbers does not stand in the register that gives them out.
    private static String absent(
            Organisation organisation, Map<RegisterId, RegisterView> installed, Frame frame) {
        var numbers = organisation.profile().identifiers();
        var said = new StringBuilder();
        for (var register : installed.values()) {
            var number = numbers.get(register.scheme());
            if (number != null && register.vouches()) {
                said.append(
                                frame.word(
                                        "registry.panel.absent",
                                        number,
                                        register.title().in(frame.language()),
                                        asOf(register)))
                        .append(' ');
            }
        }
        return said.toString();
    }

    private static Object asOf(RegisterView register) {
        return register.installed().map(there -> (Object) there.asOf()).orElse("");
    }

    private static String searchPath(Organisation organisation) {
        var profile = organisation.profile();
        return RegisterPages.PATH
                + "/search?name="
                + encoded(profile.legalName())
                + "&town="
                + encoded(profile.address().map(one -> one.town()).orElse(""))
                + "&postal="
                + encoded(profile.address().map(one -> one.postalCode()).orElse(""))
                + "&country="
                + encoded(profile.country());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
