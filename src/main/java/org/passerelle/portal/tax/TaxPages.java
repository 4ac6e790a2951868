package org.passerelle.portal.tax;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.passerelle.document.Document;
import org.passerelle.document.DocumentId;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.portal.Acting;
import org.passerelle.portal.Uploads;
import org.passerelle.tax.ExemptionId;
import org.passerelle.tax.ExemptionOutcome;
import org.passerelle.tax.Exemptions;
import org.passerelle.tax.VatNumberReading;
import org.passerelle.tax.VatNumbers;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
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

/// What an organisation pays in taxes and why; its holder gives its VAT number and asks for
/// exemptions (INV-02, INV-05).
@Controller
@RequestMapping(TaxPages.PATH)
class TaxPages {
    static final String PATH = "/organisation/tax";
    private static final String VIEW = "portal/tax/tax";

    private final TaxViews views;
    private final VatNumbers numbers;
    private final Exemptions exemptions;
    private final Organisations organisations;
    private final Packs packs;
    private final Uploads uploads;
    private final Acting acting;

    TaxPages(
            TaxViews views,
            VatNumbers numbers,
            Exemptions exemptions,
            Organisations organisations,
            Packs packs,
            Uploads uploads,
            Acting acting) {
        this.views = views;
        this.numbers = numbers;
        this.exemptions = exemptions;
        this.organisations = organisations;
        this.packs = packs;
        this.uploads = uploads;
        this.acting = acting;
    }

    @GetMapping
    String look(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        if (acting.of(who, request).isEmpty()) {
            return "redirect:/organisation";
        }
        var id = acting.as(MemberRole.READER, who, request);
        var isHolder =
                organisations.may(who.id(), id).filter(MemberRole.HOLDER::equals).isPresent();
        model.addAttribute(
                "page",
                views.page(
                        organisations.get(id),
                        isHolder,
                        List.of(),
                        Form.empty(),
                        FormErrors.none(),
                        frame));
        return VIEW;
    }

    private String again(
            OrganisationId id, Submission sent, List<Document> kept, FormErrors errors) {
        sent.refuse();
        var organisation = organisations.get(id);
        sent.model()
                .addAttribute(
                        "page",
                        views.page(organisation, true, kept, sent.form(), errors, sent.frame()));
        return VIEW;
    }

    /// An empty field takes the number back.
    @PostMapping("/number")
    String number(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var id = acting.as(MemberRole.HOLDER, who, sent.request());
        var typed = sent.form().trimmed("number");
        if (typed.isEmpty() && numbers.remove(who.actor(), id)) {
            return sent.done(PATH, "tax.number.removed");
        }
        return switch (numbers.give(who.actor(), id, typed)) {
            case VatNumberReading.WellFormed _ -> sent.done(PATH, "tax.number.given");
            case VatNumberReading.Missing _ -> again(id, sent, "tax.number.missing");
            case VatNumberReading.UnknownForm _ -> again(id, sent, "tax.number.form");
            case VatNumberReading.CheckDigitsWrong(var number) ->
                    again(id, sent, "tax.number.digits", number);
        };
    }

    private String again(OrganisationId id, Submission sent, String key, Object... arguments) {
        var errors = FormErrors.none().with("number", key, arguments);
        return again(id, sent, List.of(), errors);
    }

    @PostMapping("/exemptions")
    String ask(
            @RequestParam(required = false) List<MultipartFile> file,
            @AuthenticationPrincipal SignedIn who,
            Submission sent)
            throws IOException {
        var id = acting.as(MemberRole.HOLDER, who, sent.request());
        var form = sent.form();
        var bounds = packs.get(organisations.get(id).office()).office().documents();
        var brought =
                uploads.take(Optional.of(who.id()), form, file == null ? List.of() : file, bounds);
        var from = day(form.trimmed("from"));
        var until = day(form.trimmed("until"));
        var errors =
                brought.errors()
                        .withIf(form.trimmed("place").isEmpty(), "place", "tax.place.missing")
                        .withIf(from.isEmpty(), "from", "tax.from.missing")
                        .withIf(
                                until.isEmpty() && !form.trimmed("until").isEmpty(),
                                "until",
                                "tax.until.wrong")
                        .withIf(
                                form.trimmed("certificate").isEmpty(),
                                "certificate",
                                "tax.certificate.missing")
                        .withIf(
                                brought.documents().isEmpty() && !brought.errors().any(),
                                "file",
                                "tax.file.missing");
        if (!errors.any() && who.actor() instanceof Actor.Member member) {
            var outcome =
                    exemptions.ask(
                            member,
                            id,
                            new Exemptions.Scope(form.trimmed("place"), from.orElseThrow(), until),
                            form.trimmed("certificate"),
                            certificate(brought));
            if (outcome instanceof ExemptionOutcome.Done) {
                return sent.done(PATH, "tax.exemption.asked");
            }
            errors = errors.with(field(outcome), "tax.outcome." + field(outcome));
        }
        return again(id, sent, brought.documents(), errors);
    }

    /// One certificate; where several were chosen, the last.
    private static DocumentId certificate(Uploads.Brought brought) {
        return brought.documents().stream().map(Document::id).toList().getLast();
    }

    private static String field(ExemptionOutcome outcome) {
        return switch (outcome) {
            case ExemptionOutcome.NoSuchPlace _ -> "place";
            case ExemptionOutcome.EndsBeforeItBegins _ -> "until";
            case ExemptionOutcome.CertificateMissing _,
                    ExemptionOutcome.ReasonMissing _,
                    ExemptionOutcome.DecidedBefore _,
                    ExemptionOutcome.Done _ ->
                    "certificate";
        };
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @PostMapping("/exemptions/{exemption}/withdraw")
    String withdraw(
            @PathVariable ExemptionId exemption,
            @AuthenticationPrincipal SignedIn who,
            Submission sent) {
        var id = acting.as(MemberRole.HOLDER, who, sent.request());
        var mine = exemptions.find(exemption).filter(one -> one.organisation().equals(id));
        if (mine.isEmpty() || !(who.actor() instanceof Actor.Member member)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return exemptions.withdraw(member, exemption) instanceof ExemptionOutcome.Done
                ? sent.done(PATH, "tax.exemption.withdrawn")
                : sent.lead(PATH, Notice.warn(sent.frame().word("tax.exemption.decided-before")));
    }
}
