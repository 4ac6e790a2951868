package org.passerelle.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.demo.DemoAccounts.Desk;
import org.passerelle.demo.Story.Goal;
import org.passerelle.demo.Story.Member;
import org.passerelle.demo.Timeline.Step;
import org.passerelle.identity.Person;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Branches;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Members;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.SubmitOutcome;
import org.passerelle.pack.Packs;
import org.passerelle.programme.Programmes;
import org.passerelle.verification.CaseId;
import org.passerelle.verification.EvidenceKinds;
import org.passerelle.verification.LetterRuling;
import org.passerelle.verification.NewQuestion;
import org.passerelle.verification.Reviewer;
import org.passerelle.verification.Ruling;
import org.passerelle.verification.Verification;
import org.springframework.stereotype.Component;

/// Tells how an organisation of the story registers and what the office makes of it.
@Component
class Registrations {
    private static final LocalTime MORNING = LocalTime.of(9, 20);
    private static final LocalTime NOON = LocalTime.of(11, 40);
    private static final LocalTime AFTERNOON = LocalTime.of(15, 5);
    private static final String PDF =
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                    + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                    + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
                    + "/Resources<</Font<</F 4 0 R>>>>>>endobj\n"
                    + "4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>endobj\n"
                    + "5 0 obj<</Length 154>>stream\n"
                    + "BT /F 24 Tf 70 740 Td (STATUTS) Tj /F 13 Tf 0 -40 Td (Art. 1. Cette piece"
                    + " est fictive.) Tj 0 -24 Td (Art. 2. Elle sert a voir la page du dossier.)"
                    + " Tj ET\nendstream endobj\n"
                    + "trailer<</Root 1 0 R>>\n%%EOF\n";

    private final DemoAccounts accounts;
    private final Organisations organisations;
    private final Members members;
    private final Branches branches;
    private final Verification verification;
    private final Programmes programmes;
    private final Packs packs;
    private final Timeline timeline;
    private final Clock clock;

    Registrations(
            DemoAccounts accounts,
            Organisations organisations,
            Members members,
            Branches branches,
            Verification verification,
            Programmes programmes,
            Packs packs,
            Timeline timeline,
            Clock clock) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.members = members;
        this.branches = branches;
        this.verification = verification;
        this.programmes = programmes;
        this.packs = packs;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// Somebody of the story, once registered.
    record Registered(Known<OrganisationId> id, Known<Person> holder) {
        static Registered notYet() {
            return new Registered(new Known<>(), new Known<>());
        }

        OrganisationId organisation() {
            return id.get();
        }

        Person person() {
            return holder.get();
        }
    }

    List<Step> steps(OfficeId office, Story.Words words, Member member, Desk desk, Registered who) {
        var scene = new Scene(office, words, member, desk.reviewer(), who, new ArrayList<>());
        var day = member.registered();
        add(scene, day, MORNING, "registers", () -> register(office, member, who));
        if (member.goal() == Goal.DRAFT) {
            add(scene, day, NOON, "begins to give evidence", () -> attachFirst(office, who));
            return scene.steps();
        }
        add(scene, day, NOON, "submits", () -> submit(office, who));
        switch (member.goal()) {
            case DRAFT, SUBMITTED -> {}
            case WITHDRAWN ->
                    add(
                            scene,
                            day - 1,
                            MORNING,
                            "withdraws",
                            () -> verification.withdraw(who.person().actor(), who.organisation()));
            case IN_REVIEW, INFORMATION_REQUESTED, QUALIFIED, REFUSED -> review(scene, day - 1);
        }
        return scene.steps();
    }

    /// What a reviewer does on the day after.
    private void review(Scene scene, int day) {
        var reviewer = scene.reviewer();
        var actor = new Reviewer(reviewer.id(), reviewer.name());
        add(
                scene,
                day,
                NOON,
                "is claimed",
                () -> verification.claim(reviewer.actor(), caseOf(scene.who()), actor));
        switch (scene.member().goal()) {
            case DRAFT, SUBMITTED, WITHDRAWN, IN_REVIEW -> {}
            case INFORMATION_REQUESTED ->
                    add(
                            scene,
                            day,
                            AFTERNOON,
                            "is asked",
                            () ->
                                    verification.ask(
                                            reviewer.actor(),
                                            caseOf(scene.who()),
                                            actor,
                                            List.of(firstReadyQuestion(scene.office()))));
            case QUALIFIED -> {
                add(
                        scene,
                        day,
                        AFTERNOON,
                        "is qualified",
                        () -> {
                            acceptLetter(scene, actor);
                            decide(scene, actor, new Ruling.Qualify("", declared(scene)));
                            judge(scene, reviewer);
                        });
                scene.member()
                        .orderer()
                        .ifPresent(orderer ->
                                add(
                                        scene,
                                        day - 1,
                                        MORNING,
                                        "takes in",
                                        () -> takeIn(scene.office(), orderer, scene.who())));
            }
            case REFUSED ->
                    add(
                            scene,
                            day,
                            AFTERNOON,
                            "is refused",
                            () ->
                                    decide(
                                            scene,
                                            actor,
                                            new Ruling.Refuse(
                                                    List.of(lastReason(scene.office())), "")));
        }
    }

    /// The letter of a branch comes before its case (ORG-06).
    private void acceptLetter(Scene scene, Reviewer reviewer) {
        if (scene.member().isBranch()) {
            var parent =
                    branches.candidates(scene.who().organisation()).stream()
                            .map(Organisation::id)
                            .findFirst();
            verification.judgeLetter(
                    (Actor.Staff) scene.reviewer().actor(),
                    caseOf(scene.who()),
                    reviewer,
                    new LetterRuling.Accept(parent, ""));
        }
    }

    private void decide(Scene scene, Reviewer reviewer, Ruling ruling) {
        verification.decide(scene.reviewer().actor(), caseOf(scene.who()), reviewer, ruling);
    }

    private Set<String> declared(Scene scene) {
        var organisation = verification.find(caseOf(scene.who())).orElseThrow().organisation();
        return organisations.get(organisation).profile().statuses();
    }

    private record Scene(
            OfficeId office,
            Story.Words words,
            Member member,
            Person reviewer,
            Registered who,
            List<Step> steps) {}

    private void add(Scene scene, int daysAgo, LocalTime time, String what, Runnable act) {
        var zone = packs.get(scene.office()).office().zone();
        scene.steps()
                .add(
                        new Step(
                                timeline.at(Math.max(0, daysAgo), time, zone),
                                scene.member().name() + " " + what,
                                act));
    }

    private void register(OfficeId office, Member member, Registered who) {
        var holder = accounts.open(member.holder());
        who.holder().is(holder);
        var id = organisations.start(holder.actor(), holder.id(), office);
        who.id().is(id);
        organisations.save(holder.actor(), id, draft(office, member));
    }

    private Draft draft(OfficeId office, Member member) {
        var pack = packs.get(office).office();
        var draft = Draft.empty();
        for (var fact : member.facts().entrySet()) {
            draft =
                    draft.with(
                            fieldOf(fact.getKey(), office, member),
                            fact.getValue().toArray(String[]::new));
        }
        var year = clock.instant().atZone(pack.zone()).getYear() - 1;
        return draft.with(Field.COUNTRY.code(), pack.country())
                .with(Field.OFFICIAL_EMAIL.code(), "contact-" + member.holder().email())
                .with(Field.PHONE.code(), pack.contact().phone().orElse("+352 00 00 00 00"))
                .with(Field.LANGUAGE.code(), member.holder().language().code())
                .with(Field.BUDGET_AMOUNT.code(), Integer.toString(member.budget()))
                .with(Field.BUDGET_CURRENCY.code(), pack.currency().getCode())
                .with(Field.BUDGET_YEAR.code(), Integer.toString(year));
    }

    /// A legal number goes to the first scheme that the legal form asks for.
    private String fieldOf(String fact, OfficeId office, Member member) {
        if (!fact.equals("number")) {
            return fact;
        }
        var form =
                Optional.ofNullable(packs.get(office).office().forms().get(textOf(member, "form")))
                        .orElseThrow();
        return Field.identifier(form.identifiers().getFirst());
    }

    private static String textOf(Member member, String fact) {
        return Optional.ofNullable(member.facts().get(fact)).orElseThrow().getFirst();
    }

    private void attachFirst(OfficeId office, Registered who) {
        attach(who, asked(office, who).getFirst());
    }

    private List<String> asked(OfficeId office, Registered who) {
        var organisation = organisations.get(who.organisation());
        return EvidenceKinds.askedOf(organisation, packs.get(office).office()).stream()
                .map(EvidenceKinds::key)
                .toList();
    }

    private void attach(Registered who, String kind) {
        verification.attach(
                who.person().actor(),
                who.organisation(),
                kind,
                "piece.pdf",
                new ByteArrayInputStream(PDF.getBytes(StandardCharsets.US_ASCII)));
    }

    private void submit(OfficeId office, Registered who) {
        var actor = who.person().actor();
        asked(office, who).forEach(kind -> attach(who, kind));
        var outcome = verification.submit(actor, who.organisation());
        if (!(outcome instanceof SubmitOutcome.Submitted)) {
            throw new IllegalStateException("Not submitted: " + outcome);
        }
    }

    /// Asks to join by the legal number; the holder answers (ACC-06).
    private void takeIn(OfficeId office, Story.Account orderer, Registered who) {
        var person = accounts.open(orderer);
        var number =
                organisations.get(who.organisation()).profile().identifiers().entrySet().stream()
                        .findFirst()
                        .orElseThrow();
        members.askToJoin(
                person.actor(), person.id(), office, number.getKey(), number.getValue(), "");
        members.joinRequests(who.organisation()).stream()
                .filter(request -> request.person().equals(person.id()))
                .forEach(request ->
                        members.answerJoin(who.person(), request.id(), true, MemberRole.ORDERER));
    }

    private void judge(Scene scene, Person reviewer) {
        var staff = new Actor.Staff(reviewer.id(), reviewer.name());
        scene.member()
                .judgements()
                .forEach(question ->
                        programmes.judge(
                                staff,
                                scene.who().organisation(),
                                question,
                                true,
                                scene.words().judged()));
    }

    private CaseId caseOf(Registered who) {
        return verification.caseOf(who.organisation()).orElseThrow().id();
    }

    private NewQuestion firstReadyQuestion(OfficeId office) {
        var pack = packs.get(office).office();
        var ready = pack.qualification().questions().getFirst();
        return new NewQuestion(
                Optional.of(ready.id()), ready.text().in(pack.languages().getFirst()));
    }

    private String lastReason(OfficeId office) {
        return packs.get(office).office().qualification().refusalReasons().getLast().id();
    }
}
