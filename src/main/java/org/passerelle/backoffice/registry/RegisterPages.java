package org.passerelle.backoffice.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.backoffice.CasePanels.Badge;
import org.passerelle.registry.Entry;
import org.passerelle.registry.EntryChange;
import org.passerelle.registry.ImportFault;
import org.passerelle.registry.ImportRecord;
import org.passerelle.registry.Match;
import org.passerelle.registry.Place;
import org.passerelle.registry.RegisterId;
import org.passerelle.registry.RegisterView;
import org.passerelle.registry.Registers;
import org.passerelle.registry.Sought;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Option;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The public registers: what is installed, the search in it, one entry (VER-05, VER-08).
@Controller
@PreAuthorize("hasAnyRole('REVIEWER', 'SUPPORT', 'ADMINISTRATOR')")
class RegisterPages {
    static final String PATH = "/staff/registers";

    private static final int SHOWN = 20;

    private final Registers registers;

    RegisterPages(Registers registers) {
        this.registers = registers;
    }

    @GetMapping(PATH)
    String list(Frame frame, Model model) {
        model.addAttribute(
                "page",
                new RegistersPage(registers.all().stream().map(one -> row(one, frame)).toList()));
        return "backoffice/registry/registers";
    }

    private static RegistersPage.Row row(RegisterView register, Frame frame) {
        var words = frame.words();
        var there = register.installed();
        return new RegistersPage.Row(
                register.id().toString(),
                register.title().in(frame.language()),
                register.keeper(),
                register.address(),
                register.licence().in(frame.language()),
                there.map(one -> words.date(one.asOf())).orElse("–"),
                there.map(one -> words.number(one.entries())).orElse("–"),
                there.map(one -> words.number(one.active())).orElse("–"),
                register.lastImport().map(last -> outcome(last, frame)),
                register.lastImport().map(last -> told(last, frame)).orElse(""));
    }

    private static Badge outcome(ImportRecord last, Frame frame) {
        var refused = last.result() == ImportRecord.Result.REFUSED;
        return new Badge(
                refused ? "bad" : "ok", frame.word("registry.result." + key(last.result())));
    }

    private static String told(ImportRecord last, Frame frame) {
        var figures = last.figures();
        var what =
                last.fault()
                        .map(fault -> fault(fault, frame))
                        .orElseGet(() ->
                                frame.word(
                                        "registry.figures",
                                        figures.records(),
                                        figures.added(),
                                        figures.changed(),
                                        figures.gone(),
                                        figures.back()));
        return frame.word(
                "registry.told",
                frame.words().dateTime(last.finishedAt(), frame.zone()),
                last.fault().isPresent() ? "" : String.join(", ", last.files()) + " · ",
                what);
    }

    private static String fault(ImportFault fault, Frame frame) {
        var place = fault.line() > 0 ? fault.file() + ":" + fault.line() : fault.file();
        return place
                + " : "
                + frame.word("registry.fault." + key(fault.kind()), fault.details().toArray());
    }

    @GetMapping(PATH + "/search")
    String search(Form form, Frame frame, Model model) {
        var views =
                registers.all().stream().collect(Collectors.toMap(RegisterView::id, one -> one));
        var name = form.trimmed("name");
        var sought =
                new Sought(
                        List.of(name),
                        new Place(
                                "",
                                form.trimmed("postal"),
                                form.trimmed("town"),
                                "",
                                form.trimmed("country")));
        var matches = name.isEmpty() ? List.<Match>of() : found(name, sought);
        var licences =
                matches.stream()
                        .map(match -> views.get(match.entry().register()))
                        .flatMap(Stream::ofNullable)
                        .map(view -> view.licence().in(frame.language()))
                        .distinct()
                        .toList();
        model.addAttribute(
                "page",
                new RegisterSearchPage(
                        form,
                        views.values().stream()
                                .filter(view -> view.installed().isPresent())
                                .map(RegisterView::country)
                                .distinct()
                                .sorted()
                                .map(code -> Option.of(code, country(code, frame)))
                                .toList(),
                        !name.isEmpty(),
                        matches.stream().map(match -> hit(match, views, frame)).toList(),
                        licences));
        return "backoffice/registry/search";
    }

    /// Who has this number, of whatever kind; else who has such a name.
    private List<Match> found(String text, Sought sought) {
        var schemes = registers.all().stream().map(RegisterView::scheme).distinct().toList();
        var number = text.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
        var exact = new ArrayList<Match>();
        for (var scheme : schemes) {
            for (var entry : registers.byNumbers(Map.of(scheme, number))) {
                exact.add(new Match(entry, 100, java.util.Set.of(), 0));
            }
        }
        return exact.isEmpty() ? registers.search(sought, SHOWN) : exact;
    }

    private static RegisterSearchPage.Hit hit(
            Match match, Map<RegisterId, RegisterView> views, Frame frame) {
        var words = new EntryWords(frame.words());
        var entry = match.entry();
        var view = Optional.ofNullable(views.get(entry.register()));
        return new RegisterSearchPage.Hit(
                EntryWords.path(entry),
                entry.name(),
                String.join(" · ", entry.otherNames()),
                entry.number(),
                view.map(one -> one.title().in(frame.language())).orElse(""),
                place(entry.place()),
                words.standing(entry),
                words.score(match),
                match.differences().stream()
                        .sorted()
                        .map(difference -> frame.word("registry.difference." + key(difference)))
                        .collect(Collectors.joining(", ")));
    }

    @GetMapping(PATH + "/{register}/{number}")
    String entry(
            @PathVariable String register, @PathVariable String number, Frame frame, Model model) {
        var id = Optional.of(register).filter(RegisterId::isOne).map(RegisterId::of);
        var view = id.flatMap(registers::find).orElseThrow(RegisterPages::notFound);
        var entry = registers.entry(view.id(), number).orElseThrow(RegisterPages::notFound);
        var words = new EntryWords(frame.words());
        model.addAttribute(
                "page",
                new EntryPage(
                        entry.name(),
                        entry.number(),
                        words.standing(entry),
                        view.title().in(frame.language()),
                        view.keeper(),
                        view.address(),
                        view.licence().in(frame.language()),
                        view.installed().map(there -> frame.words().date(there.asOf())).orElse("–"),
                        facts(entry, view, words, frame),
                        registers.history(entry).stream()
                                .map(change -> event(change, frame))
                                .toList()));
        return "backoffice/registry/entry";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static List<Fact> facts(Entry entry, RegisterView view, EntryWords words, Frame frame) {
        var facts = new ArrayList<Fact>();
        add(facts, frame, "number", entry.scheme() + " " + entry.number());
        add(facts, frame, "name", entry.name());
        add(facts, frame, "other-names", String.join(" · ", entry.otherNames()));
        add(facts, frame, "standing", words.statusWord(entry, view));
        add(facts, frame, "place", place(entry.place()));
        add(facts, frame, "website", entry.website());
        add(facts, frame, "email", entry.email());
        return facts;
    }

    private static void add(List<Fact> facts, Frame frame, String field, String value) {
        if (!value.isBlank()) {
            facts.add(Fact.of(frame.word("registry.field." + field), value));
        }
    }

    private static EntryPage.Event event(EntryChange change, Frame frame) {
        return new EntryPage.Event(
                frame.words().date(change.asOf()),
                frame.word("registry.change." + key(change.kind())),
                change.fields().stream()
                        .map(field ->
                                frame.word(
                                        "registry.change.field",
                                        field.column(),
                                        field.before().isEmpty() ? "–" : field.before(),
                                        field.after().isEmpty() ? "–" : field.after()))
                        .toList());
    }

    private static String place(Place place) {
        return Stream.of(
                        place.street(),
                        (place.postalCode() + " " + place.town()).strip(),
                        place.region(),
                        place.country())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static String country(String code, Frame frame) {
        return Locale.of("", code).getDisplayCountry(frame.language().locale());
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
