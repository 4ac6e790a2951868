package org.passerelle.portal.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.organisation.Members;
import org.passerelle.organisation.Missing;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.security.Site;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.EvidenceKinds;
import org.passerelle.verification.Ruling;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A volunteer registers an association, page by page, without a script.
@ProductTest
@Requirement({"ORG-01", "ORG-02"})
class RegistrationPagesTest {
    private static final String STEPS = "/organisation/registration/";

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Members members;
    @Autowired Verification verification;

    private Person volunteer;
    private Site site;

    @BeforeEach
    void startRegistration() {
        volunteer = Accounts.member(people);
        site = Site.signedIn(port, volunteer);
        assertThat(site.get("/organisation").body()).contains("Commencer l’inscription");
        var begun = site.postFrom("/organisation", "/organisation/registration", Map.of());
        assertThat(Site.location(begun)).endsWith(STEPS + "identity");
    }

    @Test
    @Requirement("ORG-01")
    void numbers_and_documents_are_not_complete_before_the_legal_form_is_chosen() {
        assertThat(site.get(STEPS + "identity").body())
                .contains("points à voir")
                .doesNotContain(">complet<");
    }

    private Organisation mine() {
        var membership = organisations.organisationsOf(volunteer.id()).getFirst();
        return organisations.get(membership.organisation());
    }

    private HttpResponse<String> save(String step, Map<String, String> fields) {
        return site.post(STEPS + step, fields);
    }

    private HttpResponse<String> upload(String name, byte[] bytes) {
        var kind = "Statuts en vigueur, tels que déposés au Registre de commerce et des sociétés";
        return site.upload(
                STEPS + "evidence",
                STEPS + "evidence/file",
                Map.of("kind", kind),
                name,
                new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private void fillIn(String rcs) {
        save("identity", Map.of("legal-name", "Les Tisserands", "country", "LU", "form", "asbl"));
        save("identifiers", Map.of("identifier.LU-RCS", rcs));
        save(
                "address",
                Map.of(
                        "street", "7, montée des Tisserands",
                        "postal-code", "L-4000",
                        "town", "Esch-sur-Alzette",
                        "official-email", "bureau@tisserands.example",
                        "phone", "+352 12 34 56"));
        save(
                "activity",
                Map.of(
                        "mission", "Insertion par le tissage",
                        "main-activity", "4100",
                        "purposes", "none",
                        "budget-amount", "214 500",
                        "budget-currency", "EUR",
                        "budget-year", "2025"));
    }

    @Test
    void a_wrong_number_comes_back_with_its_group_named_and_nothing_typed_is_lost() {
        save("identity", Map.of("legal-name", "Les Tisserands", "country", "LU", "form", "asbl"));

        var answer = save("identifiers", Map.of("identifier.LU-RCS", "F48271934"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "<title>Erreur\u00a0: ",
                        "compte 8 chiffres",
                        "value=\"F48271934\"",
                        "aria-invalid=\"true\"",
                        "href=\"#f-identifier-LU-RCS\"");
        assertThat(organisations.draft(mine().id()).one("identifier.LU-RCS"))
                .isEqualTo("F48271934");
        assertThat(mine().profile().identifiers()).isEmpty();
        var missing = answer.body().indexOf(">Ce qui manque<");
        assertThat(answer.body().substring(0, missing))
                .contains(">À corriger<", "href=\"/organisation/registration/identifiers#f-ident");
        assertThat(answer.body().substring(missing)).doesNotContain("Numéro RCS");
        assertThat(answer.body()).contains("1 point est à corriger.");
        assertThat(site.get("/organisation").body())
                .contains(
                        "Pas valable, à corriger\u00a0: Numéro RCS.",
                        "Il manque encore",
                        "href=\"/organisation/registration/identifiers#f-identifier-LU-RCS\"");
    }

    @Test
    void with_nothing_missing_a_wrong_number_is_all_there_is_to_do_and_leads_back() {
        fillIn("F48271934");
        for (var missing : verification.missing(mine().id())) {
            attach(missing);
        }

        assertThat(site.get("/organisation").body())
                .contains(
                        "Pas valable, à corriger\u00a0: Numéro RCS.",
                        "1<span class=\"sr\"> action</span>")
                .doesNotContain("Il manque", "Tout est là");
        assertThat(site.get(STEPS + "review").body())
                .contains(">À corriger<")
                .doesNotContain(">Ce qui manque<", "Rien ne manque", "Rien de saisi");
        assertThat(Site.location(site.get("/organisation/registration")))
                .endsWith(STEPS + "identifiers");
    }

    private void attach(Missing missing) {
        verification.attach(
                VerificationFixtures.member(volunteer.id()),
                mine().id(),
                EvidenceKinds.key(((Missing.Evidence) missing).kind()),
                "document.pdf",
                new ByteArrayInputStream(VerificationFixtures.PDF));
    }

    @Test
    @Requirement("ORG-03")
    void a_name_like_another_is_told_to_add_the_town_unless_it_ends_with_it() {
        var rcs = VerificationFixtures.rcs();
        var other = Accounts.member(people);
        VerificationFixtures.submitted(organisations, verification, other.id(), rcs);
        var name = "Fanfare " + rcs;
        var address = Map.of("street", "7, rue B", "postal-code", "L-6400", "town", "Echternach");

        save("identity", Map.of("legal-name", name, "country", "LU", "form", "asbl"));
        save("address", address);
        assertThat(site.get(STEPS + "identity").body())
                .contains("ajoutez la localité à son nom", name + " - Echternach");

        var told = name + " d’ECHTERNACH a.s.b.l.";
        save("identity", Map.of("legal-name", told, "country", "LU", "form", "asbl"));
        assertThat(site.get(STEPS + "identity").body())
                .contains("son nom dit déjà sa localité")
                .doesNotContain("ajoutez la localité");
    }

    @Test
    void a_number_of_another_country_is_checked_kept_in_one_form_and_never_required() {
        save("identity", Map.of("legal-name", "Les Tisserands", "country", "LU", "form", "asbl"));

        var wrong =
                save(
                        "identifiers",
                        Map.of(
                                "identifier.LU-RCS", VerificationFixtures.rcs(),
                                "identifier.FR-SIREN", "732 829 321",
                                "identifier.US-EIN", "53-0196605"));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "<details class=\"more\" open>",
                        "Numéro SIREN (France)",
                        "value=\"732 829 321\"",
                        "href=\"#f-identifier-FR-SIREN\"");
        var right = save("identifiers", Map.of("identifier.FR-SIREN", "732 829 320"));
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(mine().profile().identifiers())
                .containsEntry("FR-SIREN", "732829320")
                .containsEntry("US-EIN", "530196605");
        assertThat(site.get("/organisation").body()).containsPattern("Numéro RCS\u00a0F\\d+");
    }

    @Test
    @Requirement("VER-09")
    void the_same_file_sent_twice_for_the_same_document_is_kept_once() {
        save("identity", Map.of("legal-name", "Les Tisserands", "country", "LU", "form", "asbl"));

        upload("statuts.pdf", VerificationFixtures.PDF);
        var again = upload("statuts.pdf", VerificationFixtures.PDF);

        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(verification.evidenceOf(mine().id())).hasSize(1);
    }

    @Test
    void it_can_be_left_at_any_step_and_resumed_where_something_is_missing() {
        var left = save("identity", Map.of("legal-name", "Les Tisserands", "go", "later"));

        assertThat(Site.location(left)).endsWith("/organisation");
        assertThat(site.get("/organisation").body())
                .contains("Terminer l’inscription", "Les Tisserands");
        assertThat(Site.location(site.get("/organisation/registration")))
                .endsWith(STEPS + "identity");
        assertThat(site.get(STEPS + "identity").body()).contains("value=\"Les Tisserands\"");
    }

    @Test
    void another_session_finds_every_step_as_it_was_left() {
        fillIn("F48271934");

        site = Site.signedIn(port, volunteer);

        assertThat(site.get(STEPS + "identity").body()).contains("value=\"Les Tisserands\"");
        assertThat(site.get(STEPS + "identifiers").body()).contains("value=\"F48271934\"");
        assertThat(site.get(STEPS + "address").body())
                .contains("7, montée des Tisserands", "L-4000", "bureau@tisserands.example");
        assertThat(site.get(STEPS + "activity").body())
                .contains("Insertion par le tissage", "214 500", "2025");
    }

    @Test
    void submitting_too_early_names_everything_at_once() {
        save("identity", Map.of("legal-name", "Les Tisserands", "country", "LU", "form", "asbl"));

        var answer = site.postFrom(STEPS + "review", STEPS + "submit", Map.of());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "Il manque\u00a0: Numéro RCS",
                        "Il manque\u00a0: Localité",
                        "Il manque\u00a0: Mission",
                        "Il manque\u00a0: Statuts en vigueur");
        assertThat(mine().isDraft()).isTrue();
    }

    @Test
    @Requirement("VER-01")
    void complete_it_becomes_a_case_whose_promised_day_the_page_tells() {
        fillIn(VerificationFixtures.rcs());
        assertThat(upload("statuts.pdf", VerificationFixtures.PDF).statusCode()).isEqualTo(302);
        var html = "<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        var refused = upload("extrait.pdf", html);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("extrait.pdf n’est pas pris", "c’est une page web");
        assertThat(verification.missing(mine().id())).hasSize(1);
        verification.attach(
                VerificationFixtures.member(volunteer.id()),
                mine().id(),
                "Extrait du Registre de commerce et des sociétés de moins de trois mois",
                "extrait.pdf",
                new java.io.ByteArrayInputStream(VerificationFixtures.PDF));

        var submitted = site.postFrom(STEPS + "review", STEPS + "submit", Map.of());

        assertThat(Site.location(submitted)).endsWith("/organisation/case");
        var page = site.get("/organisation/case").body();
        assertThat(page)
                .contains("Le bureau promet une réponse en 2 jours ouvrables", "fin de journée");
        assertThat(verification.caseOf(mine().id()).orElseThrow().state())
                .isEqualTo(CaseState.SUBMITTED);
        assertThat(Site.location(site.get(STEPS + "identity"))).endsWith("/organisation/case");
        var again = site.postFrom("/organisation/case", STEPS + "submit", Map.of());
        assertThat(Site.location(again)).endsWith("/organisation/case");
        assertThat(site.get("/organisation/case").body()).contains("Cette inscription est déposée");
        assertThat(site.get("/organisation").body())
                .contains("En examen", "Programmes des partenaires");
        verification.withdraw(VerificationFixtures.member(volunteer.id()), mine().id());
        assertThat(site.get("/organisation").body())
                .contains("Vous avez retiré ce dossier", "Reprendre le dossier")
                .doesNotContain("La décision n’est pas définitive");
    }

    @Test
    @Requirement("VER-09")
    void taken_up_again_every_step_says_what_the_office_could_not_accept() {
        var member = VerificationFixtures.member(volunteer.id());
        var id =
                VerificationFixtures.submitted(
                        organisations, verification, volunteer.id(), VerificationFixtures.rcs());
        var reviewer = VerificationFixtures.reviewer("Renée");
        var staff = VerificationFixtures.staff(reviewer);
        var caseId = verification.caseOf(id).orElseThrow().id();
        verification.claim(staff, caseId, reviewer);
        var unreadable = new Ruling.Refuse(List.of("document-unreadable"), "La page 2.");
        verification.decide(staff, caseId, reviewer, unreadable);
        verification.tryAgain(member, id);
        site.post("/organisations", Map.of("organisation", id.toString()));

        assertThat(site.get(STEPS + "evidence").body())
                .contains("Nous n’arrivons pas à lire", "La page 2.");
    }

    @Test
    @Requirement("ACC-06")
    void a_number_that_is_registered_leads_to_asking_to_join_and_tells_nothing_else() {
        var rcs = VerificationFixtures.rcs();
        var first = Accounts.member(people);
        var registered =
                VerificationFixtures.submitted(organisations, verification, first.id(), rcs);
        save("identity", Map.of("legal-name", "Les Tisserands", "country", "LU", "form", "asbl"));

        var answer = save("identifiers", Map.of("identifier.LU-RCS", rcs.toLowerCase()));

        assertThat(answer.body())
                .contains(
                        "Cette organisation est déjà inscrite", "/organisation/join?scheme=LU-RCS")
                .doesNotContain(organisations.get(registered).name());
        assertThat(site.get("/organisation").body())
                .contains("est déjà inscrit chez nous", "/organisation/join?scheme=LU-RCS")
                .doesNotContain("Terminer l’inscription", organisations.get(registered).name());
        var known = join(rcs);
        var unknown = join(VerificationFixtures.rcs());
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(302);
        assertThat(Site.location(known)).isEqualTo(Site.location(unknown));
        assertThat(members.joinRequests(VerificationFixtures.LUXEMBOURG))
                .filteredOn(request -> request.person().equals(volunteer.id()))
                .hasSize(1)
                .allMatch(request -> request.organisation().equals(registered));
    }

    private HttpResponse<String> join(String rcs) {
        return site.post(
                "/organisation/join",
                Map.of("scheme", "LU-RCS", "number", rcs, "message", "Je suis la trésorière"));
    }
}
