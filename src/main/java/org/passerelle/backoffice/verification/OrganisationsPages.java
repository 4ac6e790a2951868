package org.passerelle.backoffice.verification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.passerelle.audit.Audit;
import org.passerelle.backoffice.Paging;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Declared;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.pack.Packs;
import org.passerelle.programme.JudgementOutcome;
import org.passerelle.programme.Programmes;
import org.passerelle.trail.AuditWords;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.passerelle.ui.LogEntry;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Pager;
import org.passerelle.verification.CaseWords;
import org.passerelle.verification.Verification;
import org.passerelle.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Organisations: found by name, town or number, and everything about one. Any staff may read.
@Controller
public class OrganisationsPages {
    private static final String PATH = "/staff/organisations";
    private static final int AUDIT_LINES = 15;

    private final Organisations organisations;
    private final Verification verification;
    private final Programmes programmes;
    private final People people;
    private final Packs packs;
    private final Audit audit;
    private final BranchTies ties;

    OrganisationsPages(
            Organisations organisations,
            Verification verification,
            Programmes programmes,
            People people,
            Packs packs,
            Audit audit,
            BranchTies ties) {
        this.organisations = organisations;
        this.verification = verification;
        this.programmes = programmes;
        this.people = people;
        this.packs = packs;
        this.audit = audit;
        this.ties = ties;
    }

    public record ListPage(String text, List<Row> rows, String found, Optional<Pager> pager) {}

    public record Row(String id, String name, String about, String tone, String standing) {}

    /// @param judgements the office's questions that only a person can answer
    public record OnePage(
            String id,
            String name,
            String tone,
            String standing,
            List<Fact> facts,
            BranchTies.Ties ties,
            List<Member> members,
            List<CaseRow> cases,
            List<Judgement> judgements,
            boolean mayJudge,
            List<LogEntry> audit) {}

    public record Member(String name, String email, String role) {}

    public record CaseRow(String id, String number, String tone, String state, String submitted) {}

    public record Judgement(String id, String question, Optional<Boolean> answer) {}

    @GetMapping(PATH)
    String list(@RequestParam(defaultValue = "") String q, Form form, Frame frame, Model model) {
        var office = StaffOffice.of(frame);
        var paging = Paging.of(form);
        var found = organisations.search(office, q, paging.from(), paging.size());
        var rows = found.organisations().stream().map(one -> row(one, frame.words())).toList();
        model.addAttribute(
                "page",
                new ListPage(
                        q,
                        rows,
                        frame.word("verification.organisations.found", found.total()),
                        paging.pager(frame, found.total())));
        return "backoffice/verification/organisations";
    }

    private Row row(Organisation one, Words words) {
        var profile = one.profile();
        var town = profile.address().map(Address::town).orElse("");
        var numbers = String.join(" · ", profile.identifiers().values());
        var about = town.isEmpty() || numbers.isEmpty() ? town + numbers : town + " · " + numbers;
        return new Row(one.id().toString(), one.name(), about, tone(one), standing(one, words));
    }

    @GetMapping(PATH + "/{id}")
    String one(
            @PathVariable OrganisationId id,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            Model model) {
        var organisation =
                organisations
                        .find(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var words = frame.words();
        var pack = packs.get(organisation.office());
        var said = new CaseWords(words, pack.office().zone());
        var trail = new AuditWords(words, organisations, people, packs);
        model.addAttribute(
                "page",
                new OnePage(
                        id.toString(),
                        organisation.name(),
                        tone(organisation),
                        standing(organisation, words),
                        new Declared(pack, words, organisations.draft(id))
                                .all(organisation.profile()).stream()
                                        .map(one ->
                                                Fact.of(one.name(), one.value(), one.language()))
                                        .toList(),
                        ties.of(organisation, frame),
                        members(id, words),
                        verification.casesOf(id).stream()
                                .map(one ->
                                        new CaseRow(
                                                one.id().toString(),
                                                said.number(one),
                                                CaseWords.tone(one.state()),
                                                said.state(one.state()),
                                                one.submitted().map(said::date).orElse("")))
                                .toList(),
                        judgements(organisation, words),
                        mayJudge(who),
                        audit.of(id, AUDIT_LINES).stream()
                                .map(line ->
                                        new LogEntry(
                                                "mute",
                                                trail.action(line) + " · " + trail.subject(line),
                                                line.at(),
                                                trail.actor(line),
                                                trail.detail(line)))
                                .toList()));
        return "backoffice/verification/organisation";
    }

    private List<Member> members(OrganisationId id, Words words) {
        return organisations.membersOf(id).stream()
                .map(one ->
                        new Member(
                                name(one.person()),
                                people.find(one.person()).map(Person::email).orElse(""),
                                words.get(
                                        "organisation.role."
                                                + one.role().name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    private List<Judgement> judgements(Organisation organisation, Words words) {
        Map<String, Boolean> answers = programmes.factsOf(organisation.id()).judgements();
        return packs.get(organisation.office()).office().judgements().values().stream()
                .map(term ->
                        new Judgement(
                                term.id(),
                                term.name().in(words.language()),
                                Optional.ofNullable(answers.get(term.id()))))
                .toList();
    }

    /// Answers a question that only a person can judge; eligibility is decided anew.
    @PostMapping(PATH + "/{id}/judgements")
    @PreAuthorize("hasAnyRole('REVIEWER', 'PROGRAMME_MANAGER', 'ADMINISTRATOR')")
    String judge(
            @PathVariable OrganisationId id,
            @RequestParam String question,
            @RequestParam boolean answer,
            @RequestParam(defaultValue = "") String grounds,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            RedirectAttributes redirect) {
        if (organisations.find(id).isEmpty() || !(who.actor() instanceof Actor.Staff staff)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        switch (programmes.judge(staff, id, question, answer, grounds)) {
            case JudgementOutcome.Judged _ ->
                    Notice.ok(frame.word("verification.judged")).showAfter(redirect);
            case JudgementOutcome.GroundsMissing _ ->
                    Notice.bad(frame.word("verification.judgements.grounds.missing"))
                            .showAfter(redirect);
            case JudgementOutcome.NoSuchQuestion _ ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:" + PATH + "/" + id;
    }

    private static boolean mayJudge(SignedIn who) {
        return QueueViews.mayReview(who) || who.has(Role.PROGRAMME_MANAGER);
    }

    private String name(PersonId person) {
        return people.find(person).map(Person::name).orElse("–");
    }

    private static String tone(Organisation one) {
        return switch (one.standing()) {
            case Standing.Undecided _ -> "mute";
            case Standing.Qualified _ -> "ok";
            case Standing.Refused _, Standing.Revoked _ -> "bad";
            case Standing.Lapsed _ -> "warn";
        };
    }

    private static String standing(Organisation one, Words words) {
        var word = one.standing().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return words.get("organisation.standing." + word);
    }
}
