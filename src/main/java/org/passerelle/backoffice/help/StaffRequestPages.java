package org.passerelle.backoffice.help;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.backoffice.TodayCards;
import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.help.HelpDesk;
import org.passerelle.help.HelpRequest;
import org.passerelle.help.HelpRequest.State;
import org.passerelle.help.HelpWords;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.RequestKind;
import org.passerelle.pack.model.RequestKind.AnsweredBy;
import org.passerelle.ui.Due;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.passerelle.ui.LogEntry;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Option;
import org.passerelle.ui.SafeDownload;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What people ask the office for, for the role that answers (HLP-02).
@Controller
@RequestMapping(StaffRequestPages.PATH)
public class StaffRequestPages implements TodayCards {
    static final String PATH = "/staff/requests";

    private final HelpDesk desk;
    private final Packs packs;
    private final Documents documents;
    private final Clock clock;

    StaffRequestPages(HelpDesk desk, Packs packs, Documents documents, Clock clock) {
        this.desk = desk;
        this.packs = packs;
        this.documents = documents;
        this.clock = clock;
    }

    public record ListPage(Form form, List<Option> kinds, List<Option> dues, List<Row> rows) {}

    public record Row(
            String number, String title, String asker, Due due, String tone, String state) {}

    public record OnePage(
            String number,
            String title,
            String tone,
            String state,
            Due due,
            String asker,
            String email,
            String organisation,
            boolean open,
            List<HelpWords.Line> lines,
            List<LogEntry> messages,
            List<File> documents,
            List<Ready> ready,
            String text) {}

    public record File(String name, String path, boolean opens) {}

    public record Ready(String id, String name) {}

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn who, Form form, Frame frame, Model model) {
        var pack = packs.get(StaffOffice.of(frame));
        var roles = roles(who);
        var words = frame.words();
        var kinds =
                pack.requests().values().stream()
                        .filter(kind -> kind.doneBy().isEmpty())
                        .filter(kind -> roles.contains(kind.answeredBy()))
                        .map(kind -> Option.of(kind.id(), kind.title().in(words.language())))
                        .toList();
        var dues =
                List.of("late", "today", "waiting").stream()
                        .map(due -> Option.of(due, words.get("help.staff.due." + due)))
                        .toList();
        var rows =
                desk.queue(pack.id(), roles).stream()
                        .filter(one -> fits(one, form))
                        .map(one -> row(one, pack, frame))
                        .toList();
        model.addAttribute("page", new ListPage(form, kinds, dues, rows));
        return "backoffice/help/requests";
    }

    private boolean fits(HelpRequest one, Form form) {
        var kind = form.trimmed("kind");
        var late = one.due().filter(due -> !due.isAfter(clock.instant())).isPresent();
        var today = one.due().filter(due -> daysLeft(due.minusNanos(1), one) == 0).isPresent();
        var due =
                switch (form.trimmed("due")) {
                    case "late" -> late;
                    case "today" -> today && !late;
                    case "waiting" -> one.state() != State.OPEN;
                    default -> true;
                };
        return due && (kind.isEmpty() || one.kind().equals(kind));
    }

    /// By the calendar of the office that promised, wherever its request is read.
    private long daysLeft(Instant end, HelpRequest of) {
        return ChronoUnit.DAYS.between(
                LocalDate.ofInstant(clock.instant(), zone(of)), LocalDate.ofInstant(end, zone(of)));
    }

    private ZoneId zone(HelpRequest of) {
        return packs.get(of.office()).office().zone();
    }

    private Row row(HelpRequest one, Pack pack, Frame frame) {
        var said = new HelpWords(pack, frame.words());
        return new Row(
                "" + one.number(),
                said.title(one),
                one.asker().name(),
                due(one, frame),
                HelpWords.tone(one.state()),
                said.stateForStaff(one.state()));
    }

    private Due due(HelpRequest one, Frame frame) {
        var words = frame.words();
        if (one.due().isEmpty()) {
            return Due.paused(words.get("help.staff.paused"), words);
        }
        var end = one.due().get().minusNanos(1);
        var days = daysLeft(end, one);
        var day = words.weekday(LocalDate.ofInstant(end, zone(one)));
        var detail = words.get("verification.end-of-day", day);
        if (days < 0) {
            return new Due("bad", "warn", words.get("ui.due.late", -days), detail);
        }
        if (days == 0) {
            return new Due("warn", "clock", words.get("ui.due.today"), detail);
        }
        return days == 1
                ? new Due("info", "clock", words.get("ui.due.tomorrow"), detail)
                : new Due("mute", "clock", words.get("verification.due.days", days), detail);
    }

    /// `ready` puts one of the kind's ready texts into the field.
    @GetMapping("/{number}")
    String one(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String ready,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            Model model) {
        var one = mine(number, who);
        var pack = packs.get(one.office());
        var words = frame.words();
        var said = new HelpWords(pack, words);
        var texts = pack.request(one.kind()).map(RequestKind::readyTexts).orElse(List.of());
        model.addAttribute(
                "page",
                new OnePage(
                        "" + number,
                        said.title(one),
                        HelpWords.tone(one.state()),
                        said.stateForStaff(one.state()),
                        due(one, frame),
                        one.asker().name(),
                        one.asker().email(),
                        one.asker().organisation().map(Object::toString).orElse(""),
                        one.state() != State.CLOSED,
                        said.lines(one),
                        one.messages().reversed().stream().map(StaffRequestPages::entry).toList(),
                        documents.all(one.documents()).stream()
                                .map(document ->
                                        new File(
                                                document.fileName(),
                                                PATH + "/" + number + "/documents/" + document.id(),
                                                document.scan().mayBeServed()))
                                .toList(),
                        texts.stream()
                                .map(text -> new Ready(text.id(), text.name().in(words.language())))
                                .toList(),
                        texts.stream()
                                .filter(text -> text.id().equals(ready))
                                .findFirst()
                                .map(text -> text.text().in(one.asker().language()))
                                .orElse("")));
        return "backoffice/help/request";
    }

    private static LogEntry entry(HelpRequest.Message message) {
        var tone = message.byStaff() ? "brand" : "mute";
        return new LogEntry(tone, message.text(), message.at(), message.by().name(), "");
    }

    @PostMapping("/{number}/messages")
    String write(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam String act,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            RedirectAttributes redirect) {
        mine(number, who);
        if (!(who.actor() instanceof Actor.Staff staff)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var done =
                switch (act) {
                    case "answer" -> desk.answer(staff, number, text);
                    case "ask" -> desk.askBack(staff, number, text);
                    case "close" -> close(staff, number, text);
                    default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                };
        var notice =
                done
                        ? Notice.ok(frame.word("help.staff.done." + act))
                        : Notice.warn(frame.word("help.staff.not-done"));
        notice.showAfter(redirect);
        return "redirect:" + PATH + "/" + number;
    }

    /// What stands in the field is the last word: it is sent, not thrown away.
    private boolean close(Actor.Staff staff, long number, String text) {
        return (text.isBlank() || desk.answer(staff, number, text)) && desk.close(staff, number);
    }

    @GetMapping("/{number}/documents/{id}")
    ResponseEntity<Resource> document(
            @PathVariable long number,
            @PathVariable DocumentId id,
            @AuthenticationPrincipal SignedIn who) {
        var belongs = mine(number, who).documents().contains(id);
        return SafeDownload.of(documents.open(id).filter(_ -> belongs));
    }

    /// What another role answers is as unknown as what never was.
    private HelpRequest mine(long number, SignedIn who) {
        return desk.find(number)
                .filter(one -> roles(who).contains(desk.answeredBy(one)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Set<AnsweredBy> roles(SignedIn who) {
        var roles = EnumSet.noneOf(AnsweredBy.class);
        for (var role : AnsweredBy.values()) {
            if (who.has(Role.ADMINISTRATOR) || who.has(Role.valueOf(role.name()))) {
                roles.add(role);
            }
        }
        return roles;
    }

    @Override
    public String group() {
        return "requests";
    }

    @Override
    public List<Card> of(SignedIn who, OfficeId office, Frame frame) {
        var open =
                desk.queue(office, roles(who)).stream()
                        .filter(one -> one.state() == State.OPEN)
                        .toList();
        var late =
                open.stream()
                        .map(HelpRequest::due)
                        .flatMap(Optional::stream)
                        .anyMatch(due -> !due.isAfter(clock.instant()));
        return List.of(
                new Card(
                        frame.word("help.staff.title"),
                        open.size(),
                        frame.word("help.staff.hint"),
                        open.isEmpty() ? "mute" : late ? "bad" : "info",
                        PATH));
    }
}
