package org.passerelle.portal.organisation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.AmendOutcome;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Missing;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Seen;
import org.passerelle.organisation.Standing;
import org.passerelle.pack.Packs;
import org.passerelle.portal.Acting;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Option;
import org.passerelle.ui.Submission;
import org.passerelle.words.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The data that a qualified organisation keeps right on its own, beside those that only a change
/// request changes (ORG-04).
@Controller
public class OwnDataPages {
    static final String PATH = "/organisation/data";

    private static final String HOME = "/organisation";
    private static final int BLANK_PURCHASES = 1;

    private final Organisations organisations;
    private final Packs packs;
    private final Acting acting;

    OwnDataPages(Organisations organisations, Packs packs, Acting acting) {
        this.organisations = organisations;
        this.packs = packs;
        this.acting = acting;
    }

    /// @param options the choices of a field, by its code
    /// @param purchaseRows how many earlier purchases can be typed
    /// @param seen prints of what is shown ([Seen]), for the form to carry
    /// @param mustChoose whether another window changed the same
    public record OwnDataPage(
            Form form,
            FormErrors errors,
            Map<String, List<Option>> options,
            int purchaseRows,
            String seen,
            boolean mustChoose) {
        public List<Option> choices(String field) {
            return options.getOrDefault(field, List.of());
        }
    }

    @GetMapping(PATH)
    String form(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var id = acting.as(MemberRole.HOLDER, who, request);
        if (!(organisations.get(id).standing() instanceof Standing.Qualified)) {
            return "redirect:/organisation/case";
        }
        var stored = organisations.draft(id);
        var shown = new Shown(new Form(stored.typed()), seen(stored), FormErrors.none(), false);
        return show(id, shown, frame, model);
    }

    /// @param seen what the window saw of each field, or last answered
    private record Shown(Form form, Seen seen, FormErrors errors, boolean mustChoose) {}

    private static Seen seen(Draft stored) {
        return Seen.of(stored, Field.OWN_DATA.stream().map(Field::code).toList());
    }

    private String show(OrganisationId id, Shown shown, Frame frame, Model model) {
        var form = shown.form();
        var rows = RegistrationChoices.purchases(form) + BLANK_PURCHASES;
        var options = options(id, frame.words());
        var page =
                new OwnDataPage(
                        form,
                        shown.errors(),
                        options,
                        rows,
                        shown.seen().text(),
                        shown.mustChoose());
        model.addAttribute("page", page);
        return "portal/organisation/own-data";
    }

    private Map<String, List<Option>> options(OrganisationId id, Words words) {
        var choices = new RegistrationChoices(packs.get(organisations.get(id).office()), words);
        var options = new LinkedHashMap<>(choices.of(Field.Step.IDENTITY, Draft.empty()));
        options.putAll(choices.of(Field.Step.ACTIVITY, Draft.empty()));
        return options;
    }

    @PostMapping(PATH)
    String save(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var id = acting.as(MemberRole.HOLDER, who, sent.request());
        var form = sent.form();
        var values = new LinkedHashMap<String, List<String>>();
        Field.OWN_DATA.forEach(field -> values.put(field.code(), form.all(field.code())));
        var seen = Seen.parse(form.value("seen"));
        return switch (organisations.amend(who.actor(), id, new Draft(values), seen)) {
            case AmendOutcome.Amended(var fields) ->
                    fields.isEmpty()
                            ? sent.done(HOME, "organisation.own-data.same")
                            : sent.done(HOME, "organisation.own-data.saved");
            case AmendOutcome.NotQualified() -> "redirect:/organisation/case";
            case AmendOutcome.Faulty(var missing, var faults) -> {
                sent.refuse();
                var words = sent.frame().words();
                var errors = missing(missing, words).and(FaultWords.errors(faults, words));
                yield show(id, new Shown(form, seen, errors, false), sent.frame(), sent.model());
            }
            case AmendOutcome.Clashing(var stored, var merged) -> {
                sent.refuse();
                var words = sent.frame().words();
                var said = new Tab.Said(stored, options(id, words), words);
                var both = new LinkedHashMap<>(merged.draft().typed());
                merged.clashes().forEach(field -> both.put(field, form.all(field)));
                var errors = said.errors(merged.clashes());
                var shown = new Shown(new Form(both), seen(stored), errors, true);
                yield show(id, shown, sent.frame(), sent.model());
            }
        };
    }

    private static FormErrors missing(List<Missing> missing, Words words) {
        var errors = FormErrors.none();
        for (var one : missing) {
            if (one instanceof Missing.Value(var field)) {
                errors =
                        errors.with(
                                field,
                                "organisation.own-data.missing",
                                words.get("organisation.field." + field));
            }
        }
        return errors;
    }
}
