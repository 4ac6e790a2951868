package org.passerelle.backoffice.membership;

import java.util.List;
import java.util.Optional;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.identity.Recovery;
import org.passerelle.identity.RecoveryId;
import org.passerelle.identity.RegainingAccess;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Members;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Option;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/// Lets somebody in again who forgot their username: what they typed stands beside the file of the
/// organisation they name (ACC-03).
@Controller
@RequestMapping(MembershipPages.PATH + "/recoveries")
public class RecoveryPages {
    private static final int MOST_FILES = 5;

    private final RegainingAccess access;
    private final Organisations organisations;
    private final Members members;

    RecoveryPages(RegainingAccess access, Organisations organisations, Members members) {
        this.access = access;
        this.organisations = organisations;
        this.members = members;
    }

    /// @param files of organisations that fit the number or the name typed
    public record RecoveryPage(
            String id,
            String number,
            boolean open,
            List<Fact> typed,
            List<OnFile> files,
            Form form,
            FormErrors errors) {}

    /// @param persons each a choice `organisation person`
    /// @param chosen the one who asked, where that is certain; or empty
    public record OnFile(
            String id, String name, List<Fact> facts, List<Option> persons, String chosen) {}

    @GetMapping("/{id}")
    String show(@PathVariable RecoveryId id, Frame frame, Model model) {
        return page(find(id), Form.empty(), FormErrors.none(), frame, model);
    }

    private Recovery find(RecoveryId id) {
        return access.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(Recovery one, Form form, FormErrors errors, Frame frame, Model model) {
        var typed = one.typed();
        var facts =
                List.of(
                        Fact.of(frame.word("recovery.name"), typed.name()),
                        Fact.of(frame.word("recovery.email"), typed.email()),
                        Fact.of(frame.word("recovery.organisation"), typed.organisation()),
                        Fact.of(frame.word("recovery.number"), typed.legalNumber()),
                        Fact.of(frame.word("recovery.message"), typed.message()));
        model.addAttribute(
                "page",
                new RecoveryPage(
                        one.id().toString(),
                        "" + one.number(),
                        one.state() == Recovery.State.OPEN,
                        facts,
                        files(typed, frame),
                        form,
                        errors));
        return "backoffice/membership/recovery";
    }

    private List<OnFile> files(Recovery.Typed typed, Frame frame) {
        var office = StaffOffice.of(frame);
        var found = organisations.search(office, typed.legalNumber());
        var all = found.isEmpty() ? organisations.search(office, typed.organisation()) : found;
        return all.stream().limit(MOST_FILES).map(one -> file(one, typed, frame)).toList();
    }

    private OnFile file(Organisation one, Recovery.Typed typed, Frame frame) {
        var profile = one.profile();
        var people = members.of(one.id());
        var facts = new java.util.ArrayList<Fact>();
        profile.officialEmail()
                .ifPresent(email ->
                        facts.add(Fact.of(frame.word("organisation.field.official-email"), email)));
        profile.phone()
                .ifPresent(
                        phone -> facts.add(Fact.of(frame.word("organisation.field.phone"), phone)));
        people.forEach(person ->
                facts.add(
                        Fact.of(
                                frame.word(
                                        "member.role."
                                                + person.role()
                                                        .name()
                                                        .toLowerCase(java.util.Locale.ROOT)),
                                person.name() + ", " + person.email())));
        var choices =
                people.stream()
                        .map(person ->
                                Option.of(
                                        one.id() + " " + person.person(),
                                        person.name() + ", " + person.email()))
                        .toList();
        var chosen =
                people.stream()
                        .filter(person -> hasTyped(person, typed))
                        .findFirst()
                        .map(person -> one.id() + " " + person.person())
                        .orElse("");
        return new OnFile(one.id().toString(), one.name(), facts, choices, chosen);
    }

    /// Only who typed their own address: names are shared, and the link goes to whom staff choose.
    private static boolean hasTyped(Members.Member person, Recovery.Typed typed) {
        return person.email().equalsIgnoreCase(typed.email().strip());
    }

    /// The person is chosen from the file, never typed: the letter goes to the address there.
    @PostMapping("/{id}/restore")
    String restore(
            @PathVariable RecoveryId id, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var one = find(id);
        var chosen = chosen(sent.form().value("person"));
        var errors =
                FormErrors.none()
                        .withIf(chosen.isEmpty(), "person", "recovery.staff.person.missing")
                        .withIf(
                                sent.form().trimmed("reason").isEmpty(),
                                "reason",
                                "member.refused.reason-missing");
        if (errors.any() || chosen.isEmpty()) {
            return refused(one, errors, sent);
        }
        var done =
                access.restore(
                        MembershipPages.staff(who),
                        id,
                        chosen.get().person(),
                        chosen.get().organisation(),
                        sent.form().trimmed("reason"));
        return after(done, "recovery.staff.restored", sent);
    }

    private record Chosen(OrganisationId organisation, PersonId person) {}

    /// Empty unless the person stands in that organisation's file.
    private Optional<Chosen> chosen(String value) {
        var parts = value.split(" ");
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            var chosen = new Chosen(OrganisationId.of(parts[0]), PersonId.of(parts[1]));
            return organisations.may(chosen.person(), chosen.organisation()).map(_ -> chosen);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @PostMapping("/{id}/refuse")
    String refuse(
            @PathVariable RecoveryId id, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var one = find(id);
        var reason = sent.form().trimmed("refusal");
        if (reason.isEmpty()) {
            var errors = FormErrors.none().with("refusal", "member.refused.reason-missing");
            return refused(one, errors, sent);
        }
        var done = access.refuse(MembershipPages.staff(who), id, reason);
        return after(done, "recovery.staff.refused", sent);
    }

    private String refused(Recovery one, FormErrors errors, Submission sent) {
        sent.refuse();
        return page(one, sent.form(), errors, sent.frame(), sent.model());
    }

    private static String after(boolean done, String key, Submission sent) {
        return done
                ? sent.done(MembershipPages.PATH, key)
                : sent.lead(
                        MembershipPages.PATH,
                        Notice.bad(sent.frame().word("member.refused.not-open")));
    }
}
