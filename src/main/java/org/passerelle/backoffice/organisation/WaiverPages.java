package org.passerelle.backoffice.organisation;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.document.TakeOutcome;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.OrganisationFacts.Waiver;
import org.passerelle.programme.Programmes;
import org.passerelle.programme.RecordedWaiver;
import org.passerelle.programme.RuleWords;
import org.passerelle.programme.WaiverId;
import org.passerelle.programme.WaiverOutcome;
import org.passerelle.programme.Waivers;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Option;
import org.passerelle.ui.Submission;
import org.passerelle.verification.CaseWords;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// Partners' written approvals of one organisation: recorded with their letter, taken back with a
/// reason (ELI-05).
@Controller
@RequestMapping("/staff/organisations/{organisation}/waivers")
@PreAuthorize("hasAnyRole('PROGRAMME_MANAGER', 'ADMINISTRATOR')")
public class WaiverPages {
    private final Waivers waivers;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Documents documents;
    private final Packs packs;
    private final Clock clock;

    WaiverPages(
            Waivers waivers,
            Programmes programmes,
            Organisations organisations,
            Documents documents,
            Packs packs,
            Clock clock) {
        this.waivers = waivers;
        this.programmes = programmes;
        this.organisations = organisations;
        this.documents = documents;
        this.packs = packs;
        this.clock = clock;
    }

    public record Page(
            String id,
            String organisation,
            List<Row> rows,
            List<Option> programmes,
            Form form,
            FormErrors errors) {}

    /// @param file path of the letter; empty when there is none, or the virus scanner keeps it
    /// @param withheld why the letter cannot be opened; empty when it can
    public record Row(
            String id,
            String programme,
            String days,
            String lifts,
            String document,
            String file,
            String withheld,
            String tone,
            String state,
            String detail,
            boolean mayRevoke) {}

    @GetMapping
    String list(@PathVariable OrganisationId organisation, Frame frame, Model model) {
        return show(find(organisation), Form.empty(), FormErrors.none(), frame, model);
    }

    @PostMapping
    String record(
            @PathVariable OrganisationId organisation,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal SignedIn who,
            Submission sent)
            throws IOException {
        var form = sent.form();
        var known = find(organisation);
        var staff = staff(who);
        var from = day(form.trimmed("from"));
        var to = day(form.trimmed("to"));
        var errors =
                FormErrors.none()
                        .withIf(
                                form.trimmed("programme").isEmpty(),
                                "programme",
                                "waivers.programme.missing")
                        .withIf(from.isEmpty(), "from", "waivers.from.missing")
                        .withIf(to.isEmpty(), "to", "waivers.to.missing")
                        .withIf(
                                form.trimmed("document").isEmpty(),
                                "document",
                                "waivers.document.missing")
                        .withIf(
                                from.isPresent() && to.isPresent() && to.get().isBefore(from.get()),
                                "to",
                                "waivers.days.backwards")
                        .withIf(file == null || file.isEmpty(), "file", "waivers.file.missing");
        var letter =
                errors.any() ? new Letter(Optional.empty(), errors) : letter(staff, file, known);
        if (letter.errors().isEmpty()) {
            var programme = ProgrammeId.of(form.trimmed("programme"));
            var outcome =
                    waivers.record(
                            staff,
                            organisation,
                            new Waiver(programme, from.orElseThrow(), to.orElseThrow()),
                            form.trimmed("document"),
                            letter.file());
            if (outcome instanceof WaiverOutcome.Recorded) {
                return sent.done(path(organisation), "waivers.recorded");
            }
            var unknown = errors.with("programme", "waivers.programme.missing");
            letter = new Letter(letter.file(), unknown);
        }
        sent.refuse();
        return show(known, form, letter.errors(), sent.frame(), sent.model());
    }

    private static String path(OrganisationId organisation) {
        return "/staff/organisations/" + organisation + "/waivers";
    }

    private record Letter(Optional<DocumentId> file, FormErrors errors) {}

    private Letter letter(
            Actor.Staff staff, @Nullable MultipartFile file, Organisation organisation)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return new Letter(
                    Optional.empty(), FormErrors.none().with("file", "waivers.file.missing"));
        }
        var most = packs.get(organisation.office()).office().documents().largestMegabytes();
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try (var content = file.getInputStream()) {
            var none = FormErrors.none();
            return switch (documents.take(Optional.of(staff.person()), name, content, most)) {
                case TakeOutcome.Taken(var document) ->
                        new Letter(Optional.of(document.id()), none);
                case TakeOutcome.Empty _ -> refused("empty", name);
                case TakeOutcome.TooLarge _ -> refused("large", name, most);
                case TakeOutcome.TypeNotTaken(var found) -> refused("type", name, found);
                case TakeOutcome.Infected(var threat) -> refused("infected", name, threat);
            };
        }
    }

    private static Letter refused(String why, Object... arguments) {
        return new Letter(
                Optional.empty(),
                FormErrors.none().with("file", "verification.attach." + why, arguments));
    }

    @PostMapping("/{waiver}/revoke")
    String revoke(
            @PathVariable OrganisationId organisation,
            @PathVariable WaiverId waiver,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            Submission sent) {
        var frame = sent.frame();
        var mine = waivers.find(waiver).filter(one -> one.organisation().equals(organisation));
        if (mine.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var notice =
                reason.isBlank()
                        ? Notice.bad(frame.word("waivers.reason.missing"))
                        : waivers.revoke(staff(who), waiver, reason)
                                ? Notice.ok(frame.word("waivers.revoked"))
                                : Notice.warn(frame.word("waivers.revoked.before"));
        return sent.lead(path(organisation), notice);
    }

    private static Actor.Staff staff(SignedIn who) {
        if (who.actor() instanceof Actor.Staff staff) {
            return staff;
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private Organisation find(OrganisationId id) {
        return organisations
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String show(
            Organisation organisation, Form form, FormErrors errors, Frame frame, Model model) {
        var pack = packs.get(organisation.office());
        var words = frame.words();
        var programmes =
                pack.programmes().values().stream()
                        .filter(one -> Waivers.mayLift(pack, one.id()))
                        .map(one -> Option.of(one.id().value(), one.title().in(words.language())))
                        .toList();
        model.addAttribute(
                "page",
                new Page(
                        organisation.id().toString(),
                        organisation.name(),
                        waivers.of(organisation.id()).stream()
                                .map(one -> row(one, pack, frame))
                                .toList(),
                        programmes,
                        form,
                        errors));
        return "backoffice/organisation/waivers";
    }

    /// Only the rules that ask for it: all others still hold.
    private String lifts(RecordedWaiver one, Pack pack, Frame frame) {
        return programmes
                .decisionOf(one.organisation(), one.waiver().programme())
                .map(decision -> new RuleWords(frame.words(), pack).lifted(decision))
                .filter(rules -> !rules.isEmpty())
                .map(rules -> frame.word("eligibility.waiver.lifts", rules))
                .orElse("");
    }

    private Row row(RecordedWaiver one, Pack pack, Frame frame) {
        var words = frame.words();
        var today = clock.instant().atZone(pack.office().zone()).toLocalDate();
        var state =
                one.revoked().isPresent()
                        ? "revoked"
                        : one.isValidOn(today)
                                ? "valid"
                                : today.isAfter(one.waiver().to()) ? "ended" : "ahead";
        var tone =
                switch (state) {
                    case "valid" -> "ok";
                    case "revoked" -> "bad";
                    case "ahead" -> "info";
                    default -> "mute";
                };
        var withheld =
                one.file()
                        .flatMap(documents::find)
                        .map(file -> CaseWords.withheld(file.scan(), words))
                        .orElse("");
        return new Row(
                one.id().toString(),
                new RuleWords(words, pack).programme(one.waiver().programme()),
                words.get(
                        "programme.letter.waiver.from-to", one.waiver().from(), one.waiver().to()),
                lifts(one, pack, frame),
                one.document(),
                withheld.isEmpty()
                        ? one.file().map(file -> StaffDocumentPages.PATH + file).orElse("")
                        : "",
                withheld,
                tone,
                words.get("waivers.state." + state),
                one.revoked()
                        .map(revocation ->
                                words.get(
                                        "waivers.revoked-by",
                                        revocation.by().name(),
                                        revocation.reason()))
                        .orElseGet(() -> words.get("waivers.recorded-by", one.recordedBy().name())),
                state.equals("valid") || state.equals("ahead"));
    }
}
