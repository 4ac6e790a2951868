package org.passerelle.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditLine;
import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.document.TakeOutcome;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.PersonId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.organisation.AskChangeOutcome.Asked;
import org.passerelle.organisation.AskChangeOutcome.NotTaken;
import org.passerelle.organisation.DecideChangeOutcome.AlreadyDecided;
import org.passerelle.organisation.DecideChangeOutcome.Decided;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.Programmes;
import org.passerelle.verification.VerificationFixtures;
import org.passerelle.words.TestWords;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@Requirement("ORG-04")
class ChangeRequestsTest {
    private static final Actor.Staff MARC = new Actor.Staff(PersonId.random(), "Marc Weber");
    private static final Actor.Staff LENA = new Actor.Staff(PersonId.random(), "Lena Kraus");
    private static final ProgrammeId DOCUSIGN = ProgrammeId.of("docusign");

    @Autowired OrderingFixture house;
    @Autowired ChangeRequests changes;
    @Autowired Organisations organisations;
    @Autowired Programmes programmes;
    @Autowired Documents documents;
    @Autowired Notification notification;
    @Autowired Audit audit;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Buyer buyer;

    @BeforeEach
    void somebody_qualified() {
        buyer = house.qualified();
    }

    private DocumentId evidence() {
        var outcome =
                documents.take(
                        Optional.of(buyer.holder().id()),
                        "statuts.pdf",
                        new ByteArrayInputStream(VerificationFixtures.PDF),
                        1);
        return ((TakeOutcome.Taken) outcome).document().id();
    }

    private AskChangeOutcome ask(Draft typed, DocumentId... evidence) {
        return changes.ask(
                buyer.actor(),
                buyer.holder().id(),
                buyer.organisation(),
                typed,
                "Assemblée générale du 3 mars",
                List.of(evidence));
    }

    private long asked(Draft typed) {
        var outcome = ask(typed, evidence());
        assertThat(outcome).isInstanceOf(Asked.class);
        return ((Asked) outcome).number();
    }

    private Draft held() {
        var draft = Draft.empty();
        for (var value : changes.held(buyer.organisation()).entrySet()) {
            draft = draft.with(value.getKey(), value.getValue());
        }
        return draft;
    }

    private Profile profile() {
        return organisations.get(buyer.organisation()).profile();
    }

    private Optional<SentLetter> letter(String template) {
        return notification.ofOrganisation(buyer.organisation()).stream()
                .filter(letter -> letter.template().equals(template))
                .findFirst();
    }

    @Test
    void only_what_differs_from_today_is_asked_for() {
        var number =
                asked(
                        held().with("legal-name", "Les Mains Vertes et Bleues")
                                .with("budget-amount", "250 000"));

        var request = changes.find(number).orElseThrow();
        assertThat(request.values())
                .extracting(value -> value.item().code())
                .containsExactly("legal-name", "budget");
        assertThat(profile().legalName()).isNotEqualTo("Les Mains Vertes et Bleues");
        assertThat(letter("organisation.change-received")).isPresent();
        assertThat(ask(held().with("legal-name", "Autre"), evidence()))
                .isEqualTo(new AskChangeOutcome.AlreadyOpen(number));
    }

    @Test
    void everything_that_keeps_a_request_from_being_taken_is_said_at_once() {
        var typed =
                held().with("identifier.LU-RCS", "F12A")
                        .with("town", " ")
                        .with("official-email", "bureau@");

        assertThat(ask(typed))
                .isInstanceOfSatisfying(
                        NotTaken.class,
                        refused -> {
                            assertThat(refused.faults())
                                    .extracting(Fault::field)
                                    .contains("identifier.LU-RCS", "official-email");
                            assertThat(refused.missing())
                                    .containsExactly(new Missing.Value("town"));
                            assertThat(refused.evidenceMissing()).isTrue();
                        });
        assertThat(ask(held(), evidence()))
                .isInstanceOfSatisfying(
                        NotTaken.class, refused -> assertThat(refused.nothingChanges()).isTrue());
    }

    @Test
    void a_letter_says_an_address_on_one_line_and_as_its_country_writes_it() {
        asked(held().with("street", "20 rue de la Gare").with("town", "Wiltz"));
        assertThat(letter("organisation.change-received").orElseThrow().text())
                .contains("→ 20 rue de la Gare, ");

        var words = new ChangeWords(house.pack(), TestWords.book().in(Language.EN));
        var canadian =
                Map.of(
                        "street", "77 rue Wellington",
                        "postal-code", "J8X 1B2",
                        "town", "Gatineau",
                        "region", "CA-QC");
        assertThat(words.text(ChangeItem.ADDRESS, canadian))
                .isEqualTo("77 rue Wellington\nGatineau QC J8X 1B2");
    }

    @Test
    void evidence_of_somebody_else_is_no_evidence() {
        var theirs =
                documents.take(
                        Optional.of(PersonId.random()),
                        "statuts.pdf",
                        new ByteArrayInputStream(VerificationFixtures.PDF),
                        1);
        var id = ((TakeOutcome.Taken) theirs).document().id();

        assertThat(ask(held().with("legal-name", "Autre"), id))
                .isInstanceOfSatisfying(
                        NotTaken.class, refused -> assertThat(refused.evidenceMissing()).isTrue());
    }

    @Test
    void a_number_that_another_organisation_has_is_not_asked_for_and_nothing_more_is_told() {
        var other = organisations.get(house.qualified().organisation());
        var number = java.util.Objects.requireNonNull(other.profile().identifiers().get("LU-RCS"));

        assertThat(ask(held().with("identifier.LU-RCS", number), evidence()))
                .isInstanceOfSatisfying(
                        NotTaken.class,
                        refused -> assertThat(refused.taken()).containsExactly("LU-RCS"));
    }

    @Test
    void each_value_is_decided_and_what_was_accepted_holds_once_all_are() {
        var former = profile();
        var number =
                asked(
                        held().with("legal-name", "Nouveau nom")
                                .with("identifier.LU-RCS", VerificationFixtures.rcs()));

        assertThat(changes.decide(MARC, number, ChangeItem.LEGAL_NAME, false, " "))
                .isEqualTo(new DecideChangeOutcome.ReasonMissing());
        assertThat(changes.decide(MARC, number, ChangeItem.LEGAL_NAME, false, "Pas au registre"))
                .isEqualTo(new Decided(false));
        assertThat(profile()).isEqualTo(former);
        var rcs = ChangeItem.identifier("LU-RCS");
        assertThat(changes.decide(MARC, number, rcs, true, "")).isEqualTo(new Decided(true));

        assertThat(profile().legalName()).isEqualTo(former.legalName());
        assertThat(profile().identifiers()).isNotEqualTo(former.identifiers());
        var freed = java.util.Objects.requireNonNull(former.identifiers().get("LU-RCS"));
        assertThat(organisations.isTaken(house.qualified().organisation(), "LU-RCS", freed))
                .isFalse();
        assertThat(changes.find(number).orElseThrow().state())
                .isEqualTo(ChangeRequest.State.DECIDED);
        assertThat(audit.of(buyer.organisation(), 20))
                .extracting(AuditLine::action)
                .contains(
                        "organisation.change-asked",
                        "organisation.change-refused",
                        "organisation.change-accepted",
                        "organisation.changed");
    }

    @Test
    void of_two_who_decide_the_same_value_one_wins_and_the_other_is_told() throws Exception {
        var number = asked(held().with("legal-name", "Nouveau nom"));
        var together = new CyclicBarrier(2);
        Callable<DecideChangeOutcome> marc =
                () -> {
                    together.await();
                    return changes.decide(MARC, number, ChangeItem.LEGAL_NAME, true, "");
                };
        Callable<DecideChangeOutcome> lena =
                () -> {
                    together.await();
                    return changes.decide(LENA, number, ChangeItem.LEGAL_NAME, false, "Non");
                };
        try (var both = Executors.newFixedThreadPool(2)) {
            var outcomes =
                    both.invokeAll(List.of(marc, lena)).stream().map(Future::resultNow).toList();

            assertThat(outcomes).filteredOn(Decided.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(AlreadyDecided.class::isInstance).hasSize(1);
            var marcWon = outcomes.getFirst() instanceof Decided;
            assertThat(profile().legalName().equals("Nouveau nom")).isEqualTo(marcWon);
        }
    }

    @Test
    @Requirement("ELI-02")
    void a_change_that_loses_a_programme_says_which_and_why_in_one_letter() {
        assertThat(programmes.decisionOf(buyer.organisation(), DOCUSIGN).orElseThrow().outcome())
                .isEqualTo("eligible");
        await().until(() -> !programmes.decisionsBefore(buyer.organisation(), DOCUSIGN).isEmpty());
        var number = asked(held().with("budget-amount", "1 500 000"));
        changes.decide(MARC, number, ChangeItem.BUDGET, true, "");

        await().untilAsserted(() -> assertThat(letter("programme.change-decided")).isPresent());
        var text = letter("programme.change-decided").orElseThrow().text();
        assertThat(text)
                .contains("Programme perdu", "DocuSign", "Budget", "500")
                .contains("accepté");
        assertThat(programmes.decisionOf(buyer.organisation(), DOCUSIGN).orElseThrow().outcome())
                .isEqualTo("ineligible");
    }

    @Test
    void the_former_official_address_hears_of_the_new_one_and_the_holder() {
        var former = profile().officialEmail().orElseThrow();
        var number = asked(held().with("official-email", "neuf@mainsvertes.example"));
        changes.decide(MARC, number, ChangeItem.OFFICIAL_EMAIL, true, "");

        await().untilAsserted(() ->
                assertThat(notification.ofOrganisation(buyer.organisation()))
                        .filteredOn(letter -> letter.template().equals("programme.change-decided"))
                        .extracting(SentLetter::to)
                        .containsExactlyInAnyOrder(
                                former, "neuf@mainsvertes.example", buyer.holder().email()));
    }

    @Test
    void a_request_may_be_withdrawn_while_it_is_open_and_by_its_own_organisation() {
        var number = asked(held().with("legal-name", "Nouveau nom"));
        var other = house.qualified();

        assertThat(changes.withdraw(other.actor(), other.organisation(), number)).isFalse();
        assertThat(changes.withdraw(buyer.actor(), buyer.organisation(), number)).isTrue();
        assertThat(changes.decide(MARC, number, ChangeItem.LEGAL_NAME, true, ""))
                .isEqualTo(new DecideChangeOutcome.NotOpen());
        assertThat(changes.withdraw(buyer.actor(), buyer.organisation(), number)).isFalse();
    }
}
