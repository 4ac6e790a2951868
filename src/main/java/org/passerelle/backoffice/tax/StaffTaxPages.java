package org.passerelle.backoffice.tax;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.document.TakeOutcome;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.tax.ExemptionId;
import org.passerelle.tax.ExemptionOutcome;
import org.passerelle.tax.Exemptions;
import org.passerelle.tax.Taxes;
import org.passerelle.tax.VatNumbers;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.SafeDownload;
import org.passerelle.ui.Submission;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/// VAT numbers to look up and exemptions to decide, by finance (INV-02, INV-05).
@Controller
@RequestMapping("/staff/tax")
@PreAuthorize("hasAnyRole('FINANCE', 'ADMINISTRATOR')")
class StaffTaxPages {
    private static final String DOCUMENTS = "/staff/tax/documents/";

    private final StaffTaxViews views;
    private final Taxes taxes;
    private final VatNumbers numbers;
    private final Exemptions exemptions;
    private final Organisations organisations;
    private final Documents documents;
    private final Packs packs;

    StaffTaxPages(
            StaffTaxViews views,
            Taxes taxes,
            VatNumbers numbers,
            Exemptions exemptions,
            Organisations organisations,
            Documents documents,
            Packs packs) {
        this.views = views;
        this.taxes = taxes;
        this.numbers = numbers;
        this.exemptions = exemptions;
        this.organisations = organisations;
        this.documents = documents;
        this.packs = packs;
    }

    static String document(DocumentId id) {
        return DOCUMENTS + id;
    }

    @GetMapping
    String queue(Frame frame, Model model) {
        model.addAttribute("page", views.queue(StaffOffice.of(frame), frame));
        return "backoffice/tax/queue";
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<Resource> open(@PathVariable DocumentId id) {
        return SafeDownload.of(documents.open(id).filter(_ -> taxes.ofFile(id).isPresent()));
    }

    @GetMapping("/{organisation}")
    String look(@PathVariable OrganisationId organisation, Frame frame, Model model) {
        var known = find(organisation);
        model.addAttribute("page", views.page(known, "", Form.empty(), FormErrors.none(), frame));
        return "backoffice/tax/organisation";
    }

    private String again(
            Organisation organisation, String refused, FormErrors errors, Submission sent) {
        sent.refuse();
        sent.model()
                .addAttribute(
                        "page",
                        views.page(organisation, refused, sent.form(), errors, sent.frame()));
        return "backoffice/tax/organisation";
    }

    @PostMapping("/{organisation}/check")
    String check(
            @PathVariable OrganisationId organisation,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal SignedIn who,
            Submission sent)
            throws IOException {
        var form = sent.form();
        var known = find(organisation);
        var on = day(form.trimmed("on"));
        var result = form.trimmed("result");
        var errors =
                FormErrors.none()
                        .withIf(on.isEmpty(), "on", "tax.on.missing")
                        .withIf(
                                !result.equals("valid") && !result.equals("invalid"),
                                "result",
                                "tax.result.missing");
        var taken = errors.any() ? new Taken(Optional.empty(), errors) : take(who, file, known);
        if (taken.errors().any()) {
            return again(known, "", taken.errors(), sent);
        }
        var seen =
                new VatNumbers.Seen(
                        on.orElseThrow(),
                        result.equals("valid"),
                        form.trimmed("reference"),
                        form.trimmed("name-found"),
                        taken.file());
        return switch (numbers.check(staff(who), organisation, form.trimmed("number"), seen)) {
            case RECORDED -> sent.done(path(organisation), "tax.staff.checked");
            case OTHER_NUMBER ->
                    sent.lead(
                            path(organisation),
                            Notice.warn(sent.frame().word("tax.staff.other-number")));
            case DAY_AHEAD -> again(known, "", FormErrors.none().with("on", "tax.on.ahead"), sent);
        };
    }

    private record Taken(Optional<DocumentId> file, FormErrors errors) {}

    private Taken take(SignedIn who, @Nullable MultipartFile file, Organisation organisation)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return new Taken(Optional.empty(), FormErrors.none());
        }
        var most = packs.get(organisation.office()).office().documents().largestMegabytes();
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try (var content = file.getInputStream()) {
            return switch (documents.take(Optional.of(who.id()), name, content, most)) {
                case TakeOutcome.Taken(var document) ->
                        new Taken(Optional.of(document.id()), FormErrors.none());
                case TakeOutcome.Empty _ -> refused("empty", name);
                case TakeOutcome.TooLarge _ -> refused("large", name, most);
                case TakeOutcome.TypeNotTaken(var found) -> refused("type", name, found);
                case TakeOutcome.Infected(var threat) -> refused("infected", name, threat);
            };
        }
    }

    private static Taken refused(String why, Object... arguments) {
        return new Taken(
                Optional.empty(),
                FormErrors.none().with("file", "verification.attach." + why, arguments));
    }

    @PostMapping("/{organisation}/exemptions/{exemption}/accept")
    String accept(
            @PathVariable OrganisationId organisation,
            @PathVariable ExemptionId exemption,
            @AuthenticationPrincipal SignedIn who,
            Submission sent) {
        var known = mine(organisation, exemption);
        var form = sent.form();
        var from = day(form.trimmed("from"));
        var until = day(form.trimmed("until"));
        var errors =
                FormErrors.none()
                        .withIf(from.isEmpty(), "from", "tax.from.missing")
                        .withIf(
                                until.isEmpty() && !form.trimmed("until").isEmpty(),
                                "until",
                                "tax.until.wrong")
                        .withIf(form.trimmed("reason").isEmpty(), "reason", "tax.law.missing");
        if (errors.any()) {
            return again(known, exemption.toString(), errors, sent);
        }
        var scope = new Exemptions.Scope(form.trimmed("place"), from.orElseThrow(), until);
        var outcome =
                exemptions.accept(
                        staff(who),
                        exemption,
                        scope,
                        new HashSet<>(form.all("taxes")),
                        form.trimmed("reason"));
        return switch (outcome) {
            case ExemptionOutcome.NoSuchPlace _ ->
                    again(known, exemption.toString(), fault("place"), sent);
            case ExemptionOutcome.EndsBeforeItBegins _ ->
                    again(known, exemption.toString(), fault("until"), sent);
            case ExemptionOutcome.Done _,
                    ExemptionOutcome.DecidedBefore _,
                    ExemptionOutcome.CertificateMissing _,
                    ExemptionOutcome.ReasonMissing _ ->
                    told(organisation, outcome, "accepted", sent);
        };
    }

    private static FormErrors fault(String field) {
        return FormErrors.none().with(field, "tax.outcome." + field);
    }

    @PostMapping("/{organisation}/exemptions/{exemption}/refuse")
    String refuse(
            @PathVariable OrganisationId organisation,
            @PathVariable ExemptionId exemption,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            Submission sent) {
        var known = mine(organisation, exemption);
        var outcome = exemptions.refuse(staff(who), exemption, reason);
        return told(known.id(), outcome, "refused", sent);
    }

    @PostMapping("/{organisation}/exemptions/{exemption}/revoke")
    String revoke(
            @PathVariable OrganisationId organisation,
            @PathVariable ExemptionId exemption,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            Submission sent) {
        var known = mine(organisation, exemption);
        var outcome = exemptions.revoke(staff(who), exemption, reason);
        return told(known.id(), outcome, "revoked", sent);
    }

    private static String told(
            OrganisationId organisation, ExemptionOutcome outcome, String done, Submission sent) {
        if (outcome instanceof ExemptionOutcome.Done) {
            return sent.done(path(organisation), "tax.staff." + done);
        }
        var why =
                outcome instanceof ExemptionOutcome.ReasonMissing
                        ? "tax.staff.reason-missing"
                        : "tax.exemption.decided-before";
        return sent.lead(path(organisation), Notice.warn(sent.frame().word(why)));
    }

    private static String path(OrganisationId organisation) {
        return "/staff/tax/" + organisation;
    }

    private Organisation mine(OrganisationId organisation, ExemptionId exemption) {
        if (exemptions
                .find(exemption)
                .filter(one -> one.organisation().equals(organisation))
                .isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return find(organisation);
    }

    private Organisation find(OrganisationId id) {
        return organisations
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Actor.Staff staff(SignedIn who) {
        if (who.actor() instanceof Actor.Staff staff) {
            return staff;
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
