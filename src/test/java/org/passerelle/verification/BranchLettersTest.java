package org.passerelle.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.verification.VerificationFixtures.LUXEMBOURG;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.audit.Audit;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.organisation.Branch;
import org.passerelle.organisation.Branch.Letter;
import org.passerelle.organisation.Branches;
import org.passerelle.organisation.DisownOutcome;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Missing;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.organisation.SubmitOutcome;
import org.passerelle.security.Site;
import org.passerelle.verification.ReviewOutcome.Done;
import org.passerelle.verification.ReviewOutcome.Lack;
import org.passerelle.verification.ReviewOutcome.Lacking;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A branch comes, is judged by its letter, and is looked at again when its parent falls or says
/// no.
@ProductTest
@Requirement("ORG-06")
class BranchLettersTest {
    private static final String TOWN = "Wiltz";

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Branches branches;
    @Autowired Verification verification;
    @Autowired Notification notification;
    @Autowired Audit audit;

    private final String rcs = VerificationFixtures.rcs();

    private Person holder;
    private Person head;
    private Reviewer reviewer;

    @BeforeEach
    void openAccounts() {
        holder = Accounts.member(people);
        head = Accounts.member(people);
        var staff = Accounts.staff(people, Role.REVIEWER);
        reviewer = new Reviewer(staff.id(), staff.name());
    }

    private Actor.Staff staff() {
        return (Actor.Staff) VerificationFixtures.staff(reviewer);
    }

    private OrganisationId parent() {
        return VerificationFixtures.submitted(organisations, verification, head.id(), rcs);
    }

    private OrganisationId draft(String name, Draft more) {
        var actor = holder.actor();
        var id = organisations.start(actor, holder.id(), LUXEMBOURG);
        organisations.save(
                actor,
                id,
                VerificationFixtures.complete(name, "")
                        .with("identifier.LU-RCS")
                        .with("branch", "yes")
                        .with("parent-name", "Fanfare " + rcs)
                        .with("parent-number", rcs)
                        .with("town", TOWN)
                        .with("official-email", "section" + rcs + "@section.example")
                        .with(more));
        return id;
    }

    private void sendsTheLetter(OrganisationId id) {
        for (var missing : verification.missing(id)) {
            if (missing instanceof Missing.Evidence(var kind)) {
                verification.attach(
                        holder.actor(),
                        id,
                        EvidenceKinds.key(kind),
                        "lettre.pdf",
                        new ByteArrayInputStream(VerificationFixtures.PDF));
            }
        }
    }

    private OrganisationId branch() {
        var id = draft("Fanfare " + rcs + " - section " + TOWN, Draft.empty());
        sendsTheLetter(id);
        assertThat(verification.submit(holder.actor(), id))
                .isEqualTo(new SubmitOutcome.Submitted(id));
        return id;
    }

    @Test
    void staff_sees_the_tie_on_the_page_of_either_organisation() {
        var parent = parent();
        var branch = branch();
        var site = Site.signedIn(port, Accounts.staff(people, Role.REVIEWER));

        assertThat(site.get("/staff/organisations/" + parent).body())
                .contains("href=\"/staff/organisations/" + branch, "Lettre à vérifier");
        assertThat(site.get("/staff/organisations/" + branch).body())
                .contains("Branche de", "href=\"/staff/organisations/" + parent);
    }

    private CaseId inReview(OrganisationId id) {
        var open = verification.caseOf(id).orElseThrow().id();
        verification.claim(staff(), open, reviewer);
        return open;
    }

    private ReviewOutcome qualify(CaseId id) {
        return verification.decide(
                staff(), id, reviewer, new Ruling.Qualify("", Set.of("nonprofit")));
    }

    private void qualified(OrganisationId branch, OrganisationId parent) {
        var open = inReview(branch);
        verification.judgeLetter(
                staff(), open, reviewer, new LetterRuling.Accept(Optional.of(parent), ""));
        assertThat(qualify(open)).isEqualTo(new Done(CaseState.QUALIFIED));
    }

    private Organisation organisation(OrganisationId id) {
        return organisations.get(id);
    }

    private List<String> lettersTo(String address) {
        return notification.search(address, Optional.empty(), 50, 0).stream()
                .map(SentLetter::template)
                .toList();
    }

    private List<CaseEvent> events(OrganisationId id) {
        return verification.history(verification.caseOf(id).orElseThrow().id()).stream()
                .map(CaseEntry::event)
                .toList();
    }

    private static void soon(org.awaitility.core.ThrowingRunnable holds) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(holds);
    }

    @Test
    void without_a_number_it_is_tied_to_its_parent_whose_holder_is_told() {
        var parent = parent();
        var id = branch();

        assertThat(organisation(id).profile().identifiers()).isEmpty();
        assertThat(branches.of(id)).contains(Branch.submitted(id, Optional.of(parent)));
        assertThat(branches.branchesOf(parent))
                .extracting(Branch::organisation)
                .containsExactly(id);
        assertThat(lettersTo(head.email())).contains("organisation.branch-named");
        assertThat(notification.ofOrganisation(parent))
                .extracting(SentLetter::template)
                .contains("organisation.branch-named");
        assertThat(branches.candidates(id)).extracting(Organisation::id).containsExactly(parent);
    }

    @Test
    void a_parent_that_registers_after_its_branch_is_tied_then() {
        var id = branch();
        assertThat(branches.of(id).orElseThrow().parent()).isEmpty();

        var parent = parent();

        assertThat(branches.of(id).orElseThrow().parent()).contains(parent);
        assertThat(lettersTo(head.email())).contains("organisation.branch-named");
        assertThat(audit.of(id, 50))
                .extracting(line -> line.action())
                .contains("organisation.branch-tied");
    }

    @Test
    @Requirement("VER-05")
    void it_is_qualified_only_once_its_letter_is_accepted() {
        var parent = parent();
        var id = branch();
        var open = inReview(id);

        assertThat(qualify(open)).isEqualTo(new Lacking(List.of(Lack.LETTER)));
        var outcome =
                verification.judgeLetter(
                        staff(), open, reviewer, new LetterRuling.Accept(Optional.of(parent), ""));

        assertThat(outcome).isEqualTo(new Done(CaseState.IN_REVIEW));
        assertThat(branches.of(id).orElseThrow().stands()).isTrue();
        assertThat(qualify(open)).isEqualTo(new Done(CaseState.QUALIFIED));
        assertThat(organisation(id).standing()).isInstanceOf(Standing.Qualified.class);
        assertThat(organisation(parent).standing()).isInstanceOf(Standing.Undecided.class);
        assertThat(lettersTo("section" + rcs + "@section.example"))
                .contains("verification.branch-accepted", "verification.qualified");
    }

    @Test
    @Requirement("VER-02")
    void a_letter_that_is_not_accepted_is_asked_for_anew_and_the_clock_stops() {
        parent();
        var id = branch();
        var open = inReview(id);

        assertThat(judge(open, List.of())).isEqualTo(new Lacking(List.of(Lack.REASON)));
        assertThat(judge(open, List.of("because")))
                .isEqualTo(new Lacking(List.of(Lack.UNKNOWN_REASON)));
        assertThat(judge(open, List.of("not-signed", "parent-unclear")))
                .isEqualTo(new Done(CaseState.INFORMATION_REQUESTED));

        var view = verification.find(open).orElseThrow();
        assertThat(view.due()).isEmpty();
        assertThat(view.openQuestions().getFirst().text())
                .contains("pas signée par un membre", "de quelle organisation vous faites partie");
        assertThat(branches.of(id).orElseThrow().letter()).isInstanceOf(Letter.Refused.class);
        assertThat(lettersTo("section" + rcs + "@section.example"))
                .contains("verification.branch-refused");

        verification.attach(
                holder.actor(),
                id,
                letterKind(),
                "lettre-signee.pdf",
                new ByteArrayInputStream(VerificationFixtures.PDF));
        assertThat(branches.of(id).orElseThrow().letter()).isEqualTo(new Letter.Waiting());
    }

    private ReviewOutcome judge(CaseId open, List<String> reasons) {
        return verification.judgeLetter(
                staff(), open, reviewer, new LetterRuling.Refuse(reasons, ""));
    }

    private String letterKind() {
        return "Lettre de l’organisation dont vous faites partie";
    }

    @Test
    void a_letter_is_judged_by_whoever_has_the_case() {
        parent();
        var id = branch();
        var open = inReview(id);
        var other = VerificationFixtures.reviewer("Nora Weis");

        assertThat(
                        verification.judgeLetter(
                                (Actor.Staff) VerificationFixtures.staff(other),
                                open,
                                other,
                                new LetterRuling.Accept(Optional.empty(), "")))
                .isInstanceOf(ReviewOutcome.NotYours.class);
        assertThat(branches.of(id).orElseThrow().letter()).isEqualTo(new Letter.Waiting());
    }

    @Test
    @Requirement("VER-01")
    void when_the_parent_is_no_longer_qualified_staff_looks_at_its_branches_once() {
        var parent = parent();
        var id = branch();
        qualified(id, parent);

        organisations.recordStanding(parent, new Standing.Lapsed(Instant.now()));

        soon(() -> assertThat(events(id)).contains(CaseEvent.PARENT_LOST));
        var view = verification.caseOf(id).orElseThrow();
        assertThat(view.state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(view.kind()).isEqualTo(CaseKind.REQUALIFICATION);
        assertThat(view.due()).isPresent();
        assertThat(organisation(id).standing()).isInstanceOf(Standing.Qualified.class);
        assertThat(lettersTo("section" + rcs + "@section.example"))
                .contains("verification.parent-lost");

        var open = inReview(id);
        assertThat(qualify(open)).isEqualTo(new Done(CaseState.QUALIFIED));
        var standing = (Standing.Lapsed) organisation(parent).standing();
        organisations.recordStanding(parent, standing);
        assertThat(verification.casesOf(id)).hasSize(2);
        assertThat(branches.noteParentLost(id, standing.since())).isFalse();
    }

    @Test
    void what_the_parents_holder_says_is_a_case_for_staff() {
        var parent = parent();
        var id = branch();
        qualified(id, parent);
        var actor = new Actor.Member(head.id(), head.name());

        assertThat(branches.disown(actor, parent, id, " ")).isEqualTo(DisownOutcome.WORDS_MISSING);
        assertThat(branches.disown(actor, OrganisationId.random(), id, "Non"))
                .isEqualTo(DisownOutcome.NOT_YOURS);
        assertThat(branches.disown(actor, parent, id, "Inconnue chez nous"))
                .isEqualTo(DisownOutcome.TOLD);
        assertThat(branches.disown(actor, parent, id, "Encore")).isEqualTo(DisownOutcome.NOT_YOURS);

        soon(() -> assertThat(events(id)).contains(CaseEvent.PARENT_DISOWNED));
        assertThat(organisation(id).standing()).isInstanceOf(Standing.Qualified.class);
        var open = inReview(id);
        assertThat(qualify(open)).isEqualTo(new Lacking(List.of(Lack.LETTER)));
        assertThat(judge(open, List.of("parent-denies")))
                .isEqualTo(new Done(CaseState.INFORMATION_REQUESTED));
        assertThat(branches.of(id).orElseThrow().parent()).isEmpty();
    }

    @Test
    @Requirement("ORG-03")
    void a_second_branch_of_one_name_in_one_town_is_held_and_its_parent_is_no_duplicate() {
        parent();
        branch();
        var second =
                draft(
                        "Fanfare " + rcs + " - section " + TOWN,
                        Draft.empty()
                                .with("street", "1, rue d'Ailleurs")
                                .with("phone", "+352 98 76 54")
                                .with("official-email", "autre@ailleurs.example"));
        sendsTheLetter(second);

        assertThat(verification.submit(holder.actor(), second)).isEqualTo(new SubmitOutcome.Held());
    }

    @Test
    void a_registration_that_is_no_branch_after_all_keeps_no_tie() {
        parent();
        var id = branch();
        verification.withdraw(holder.actor(), id);
        verification.tryAgain(holder.actor(), id);
        organisations.save(
                holder.actor(),
                id,
                Draft.empty().with("branch").with("identifier.LU-RCS", VerificationFixtures.rcs()));
        sendsTheLetter(id);

        assertThat(verification.submit(holder.actor(), id))
                .isEqualTo(new SubmitOutcome.Submitted(id));
        assertThat(branches.of(id)).isEmpty();
    }
}
