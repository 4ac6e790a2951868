package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.verification.VerificationFixtures.LUXEMBOURG;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.help.AskOutcome;
import org.passerelle.help.Comments;
import org.passerelle.help.HelpDesk;
import org.passerelle.help.HelpRequest.Asker;
import org.passerelle.help.WrittenComment;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Duplicates;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Members;
import org.passerelle.organisation.Missing;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.SubmitOutcome;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.privacy.PersonalData.Section;
import org.passerelle.programme.OrganisationFacts.Waiver;
import org.passerelle.programme.Programmes;
import org.passerelle.programme.WaiverOutcome;
import org.passerelle.programme.Waivers;
import org.passerelle.verification.EvidenceKinds;
import org.passerelle.verification.NewQuestion;
import org.passerelle.verification.Reviewer;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Two persons with the same first and last name: each reads their own lines and no others, and one
/// is forgotten without the other (ACC-09).
@ProductTest
@Requirement("ACC-09")
class NamesakesInCasesTest {
    private static final Set<String> BY_MEMBERS =
            Set.of(
                    "verification.question",
                    "verification.evidence",
                    "verification.history",
                    "organisation.join_request",
                    "help.message",
                    "help.comment");
    private static final Set<String> BY_STAFF =
            Set.of(
                    "verification.question",
                    "verification.history",
                    "organisation.held_duplicate",
                    "programme.waiver",
                    "programme.judgement",
                    "help.message",
                    "help.comment",
                    "pack.confirmation",
                    "identity.api_key");

    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired Members members;
    @Autowired Duplicates duplicates;
    @Autowired Programmes programmes;
    @Autowired Waivers waivers;
    @Autowired HelpDesk requests;
    @Autowired Comments comments;
    @Autowired ApiKeys keys;
    @Autowired Packs packs;
    @Autowired PersonalFile file;
    @Autowired DSLContext db;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private final String lastName = "Nom" + letters();
    private final String rcs = VerificationFixtures.rcs();
    private Person one;
    private Person two;

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "q");
    }

    private Person account(Duties duties) {
        var unique = letters().substring(0, 20);
        var account =
                new NewAccount(
                        "u" + unique,
                        "m" + unique + "@example.org",
                        Accounts.PASSWORD,
                        "Anne",
                        lastName,
                        Language.FR);
        var made = people.create(new Actor.Product("test"), account, duties);
        return ((CreateOutcome.Created) made).person();
    }

    @BeforeEach
    void takeIn() {
        one = account(Duties.NONE);
        two = account(Duties.NONE);
    }

    private Actor.Staff staff(Person person) {
        return (Actor.Staff) person.actor();
    }

    private void appoint() {
        for (var person : List.of(one, two)) {
            people.appoint(
                    new Actor.Product("test"),
                    person.id(),
                    Duties.staff(Set.of(Role.REVIEWER), Offices.all()));
        }
        one = people.find(one.id()).orElseThrow();
        two = people.find(two.id()).orElseThrow();
    }

    private static Reviewer reviewer(Person person) {
        return new Reviewer(person.id(), person.name());
    }

    /// What both do in one organisation; `reviewers` are asked by and answer them.
    private void liveTogether(Person holder, OrganisationId id, List<Person> reviewers) {
        for (var person : List.of(one, two)) {
            members.invite(holder, id, person.email(), MemberRole.ORDERER);
            members.answerInvitation(person, members.invitationsFor(person).getFirst().id(), true);
        }
        verification.withdraw(holder.actor(), id);
        verification.tryAgain(holder.actor(), id);
        attach(one, id);
        attach(two, id);
        verification.submit(holder.actor(), id);
        askAndAnswer(id, reviewers.getFirst(), one);
        askAndAnswer(id, reviewers.getLast(), two);
        pass(holder, id, one);
        answerSomebody(id, one);
        pass(one, id, two);
        answerSomebody(id, two);
        write(one, id, reviewers.getFirst(), reviewers.getLast());
        write(two, id, reviewers.getLast(), reviewers.getFirst());
    }

    private void attach(Person person, OrganisationId id) {
        verification.attach(
                person.actor(),
                id,
                "other",
                person.username() + ".pdf",
                new ByteArrayInputStream(VerificationFixtures.PDF));
    }

    private void askAndAnswer(OrganisationId id, Person reviewer, Person member) {
        var open = verification.caseOf(id).orElseThrow();
        verification.handOver(reviewer.actor(), open.id(), reviewer(reviewer));
        var question = new NewQuestion(Optional.empty(), "Qui êtes-vous ?");
        verification.ask(reviewer.actor(), open.id(), reviewer(reviewer), List.of(question));
        var asked = verification.caseOf(id).orElseThrow().openQuestions().getLast();
        verification.answer(member.actor(), id, Map.of(asked.id(), "Moi, " + member.username()));
    }

    private void pass(Person from, OrganisationId id, Person to) {
        members.propose(from, id, to.id());
        var proposed =
                members.handOversOf(to.id()).stream()
                        .filter(hand -> hand.to().equals(to.id()))
                        .findFirst()
                        .orElseThrow();
        members.answerProposal(to, proposed.id(), true);
    }

    private void answerSomebody(OrganisationId id, Person holder) {
        var late = Accounts.member(people);
        members.askToJoin(late.actor(), late.id(), LUXEMBOURG, "LU-RCS", rcs, "Bonjour");
        var asked = members.joinRequests(id).getFirst();
        members.answerJoin(holder, asked.id(), true, MemberRole.READER);
    }

    /// A request that one of staff answers and the member replies to, and a comment another shows.
    private void write(Person person, OrganisationId id, Person answers, Person shows) {
        var asker =
                new Asker(
                        Optional.of(person.id()),
                        Optional.of(id),
                        person.name(),
                        person.email(),
                        Language.FR);
        var asked =
                requests.ask(LUXEMBOURG, "advice", asker, Map.of("need", "Dessiner"), List.of());
        var number = ((AskOutcome.Asked) asked).number();
        requests.askBack(staff(answers), number, "Quoi ? " + answers.username());
        requests.reply(person.actor(), number, "Cela. " + person.username(), List.of());
        WrittenComment.by(person, LUXEMBOURG, comments);
        var comment = comments.waiting(LUXEMBOURG, "not-eligible", person.id()).getFirst();
        comments.show(staff(shows), LUXEMBOURG, comment.id());
    }

    private void decideMuch(Person person, OrganisationId id) {
        var by = staff(person);
        programmes.judge(by, id, "club-serves-public", true, "Vu par " + person.username());
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var waiver = new Waiver(ProgrammeId.of("autodesk-donation"), day, day.plusDays(30));
        var recorded = waivers.record(by, id, waiver, "courriel", Optional.empty());
        waivers.revoke(by, ((WaiverOutcome.Recorded) recorded).id(), "Retiré");
        keys.issue(by, LUXEMBOURG, "cisco", person.username(), Set.of("tokens"));
        var hash = person.id().toString();
        assertThat(packs.confirm(LUXEMBOURG, hash, by.signature(), 1, 1)).isTrue();
        decideHeld(by);
    }

    private OrganisationId draft(String name) {
        var holder = Accounts.member(people);
        var id = organisations.start(holder.actor(), holder.id(), LUXEMBOURG);
        organisations.save(
                holder.actor(),
                id,
                VerificationFixtures.complete(name, VerificationFixtures.rcs()));
        for (var missing : verification.missing(id)) {
            if (missing instanceof Missing.Evidence(var kind)) {
                verification.attach(
                        holder.actor(),
                        id,
                        EvidenceKinds.key(kind),
                        "d.pdf",
                        new ByteArrayInputStream(VerificationFixtures.PDF));
            }
        }
        return id;
    }

    private void decideHeld(Actor.Staff by) {
        var name = "Cercle " + letters();
        var known = draft(name);
        verification.submit(by, known);
        var held = draft(name);
        assertThat(verification.submit(by, held)).isEqualTo(new SubmitOutcome.Held());
        assertThat(duplicates.decide(by, held, known, true, "La même")).isTrue();
    }

    private Map<String, List<Map<String, String>>> export(Person person, Set<String> tables) {
        return file.export(new SignedIn(people.find(person.id()).orElseThrow())).stream()
                .filter(section -> tables.contains(section.table()))
                .collect(Collectors.toMap(Section::table, Section::rows));
    }

    private List<Map<String, String>> export(Person person, String table) {
        return export(person, Set.of(table)).getOrDefault(table, List.of());
    }

    private void assertApart(Set<String> tables) {
        for (var table : tables) {
            var first = export(one, table);
            var second = export(two, table);
            assertThat(first).as(table).isNotEmpty().doesNotContainAnyElementsOf(second);
            assertThat(second).as("%s: both did the same", table).hasSameSizeAs(first);
        }
    }

    private void forget(Person person) {
        var who = new SignedIn(people.find(person.id()).orElseThrow());
        assertThat(file.askErasure(who)).isEmpty();
        transaction.executeWithoutResult(_ -> file.fallDue(person.id().toString(), Instant.EPOCH));
        assertThat(people.find(person.id()).orElseThrow().name()).isEqualTo("– –");
    }

    /// How often each column that says who did it still says the name both had.
    private long named(String table, String column) {
        var count =
                db.fetchValue(
                        "select count(*) from " + table + " where " + column + " = ?", one.name());
        return ((Number) java.util.Objects.requireNonNull(count)).longValue();
    }

    @Test
    void members_read_and_take_with_them_only_their_own_lines() {
        var holder = Accounts.member(people);
        var id = VerificationFixtures.submitted(organisations, verification, holder.id(), rcs);
        var reviewers =
                Stream.generate(() -> Accounts.staff(people, Role.REVIEWER)).limit(2).toList();
        liveTogether(holder, id, reviewers);

        assertApart(BY_MEMBERS);
        assertThat(export(one, "verification.evidence")).hasSize(1);
        assertThat(export(one, "verification.question")).hasSize(1);
        assertThat(export(one, "organisation.join_request")).hasSize(1);

        var before = export(two, BY_MEMBERS);
        forget(one);
        assertThat(export(two, BY_MEMBERS)).isEqualTo(before);
        assertThat(named("verification.question", "answered_by")).isEqualTo(1);
        assertThat(named("verification.evidence", "uploaded_by")).isEqualTo(1);
        assertThat(named("organisation.join_request", "answered_by")).isEqualTo(1);
        assertThat(named("help.message", "by_name")).isEqualTo(1);
    }

    @Test
    void staff_read_and_take_with_them_only_their_own_acts() {
        appoint();
        var staff = List.of(one, two);
        var holder = Accounts.member(people);
        var id = VerificationFixtures.submitted(organisations, verification, holder.id(), rcs);
        askAndAnswer(id, one, holder);
        askAndAnswer(id, two, holder);
        var author = Accounts.member(people);
        var other = Accounts.member(people);
        write(author, id, one, two);
        write(other, id, two, one);
        staff.forEach(person -> decideMuch(person, id));

        assertApart(BY_STAFF);
        assertThat(export(one, "verification.question").toString())
                .contains("Qui êtes-vous")
                .doesNotContain(holder.username());
        assertThat(export(one, "help.comment").toString()).doesNotContain(author.name());

        var before = export(two, BY_STAFF);
        people.appoint(new Actor.Product("test"), one.id(), Duties.NONE);
        forget(one);
        assertThat(export(two, BY_STAFF)).isEqualTo(before);
        assertThat(named("verification.question", "asked_by")).isEqualTo(1);
        assertThat(named("help.message", "by_name")).isEqualTo(1);
        assertThat(named("help.comment", "decided_by")).isEqualTo(1);
        assertThat(named("programme.judgement", "judged_by")).as("kept").isEqualTo(2);
    }

    @Test
    void a_unit_of_somebody_whose_address_ends_like_mine_is_not_mine() {
        var organisation = UUID.randomUUID();
        var joan = "jo" + one.email();
        db.execute(
                "insert into programme.holder (organisation, programme) values (?, 'any')",
                organisation);
        var persons = Stream.of(one.email(), joan).toList();
        for (var line = 0; line < persons.size(); line++) {
            db.execute(
                    "insert into programme.allotment_entry (organisation, office, programme, offer,"
                            + " order_key, line, quantity, licences, devices, persons, placed_at)"
                            + " values (?, ?, 'any', ?, ?, ?, 1, 1, 0,"
                            + " jsonb_build_array(jsonb_build_object('email', ?::text)), now())",
                    organisation,
                    LUXEMBOURG.value(),
                    "offer-" + line,
                    organisation.toString(),
                    line,
                    persons.get(line));
        }

        assertThat(export(one, "programme.allotment_entry"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("offer", "offer-0"));
    }
}
