package org.passerelle.backoffice.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.security.Site;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.Evidence;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A reviewer and a volunteer, each on their pages, from the queue to the decision.
@ProductTest
@Requirement({"VER-05", "VER-09"})
class WorkPagesTest {
    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired DSLContext db;

    private Person holder;
    private OrganisationId organisation;
    private String rcs;
    private Site reviewer;

    @BeforeEach
    void submit() {
        holder = Accounts.member(people);
        rcs = VerificationFixtures.rcs();
        organisation =
                VerificationFixtures.submitted(organisations, verification, holder.id(), rcs);
        reviewer = Site.signedIn(port, Accounts.staff(people, Role.REVIEWER));
    }

    private CaseView newest() {
        return verification.caseOf(organisation).orElseThrow();
    }

    private String path() {
        return "/staff/cases/" + newest().id();
    }

    private void refuse() {
        reviewer.postFrom(
                path(),
                path() + "/decide",
                Map.of(
                        "act", "refuse",
                        "reasons", "document-unreadable",
                        "words", "Page deux illisible"));
    }

    private void claim() {
        reviewer.postFrom(path(), path() + "/claim", Map.of());
        assertThat(newest().state()).isEqualTo(CaseState.IN_REVIEW);
    }

    @Test
    void the_queue_is_found_by_number_and_filtered_from_the_address_bar() {
        assertThat(reviewer.get("/staff/cases?q=" + rcs).body())
                .contains("Fanfare " + rcs, "1 dossier<", ">Libre<");
        assertThat(reviewer.get("/staff/cases?view=mine&q=" + rcs).body())
                .contains("Aucun dossier ici");
        claim();
        assertThat(reviewer.get("/staff/cases?view=mine&q=" + rcs).body())
                .contains("Fanfare " + rcs, ">Vous<");
        assertThat(reviewer.get("/staff/cases?status=SUBMITTED&q=" + rcs).body())
                .contains("Aucun dossier ici");
    }

    @Test
    void several_documents_of_one_kind_are_told_apart_by_the_names_of_their_files() {
        var member = VerificationFixtures.member(holder.id());
        var kind = verification.evidenceOf(organisation).getFirst().kind();
        var pdf = new String(VerificationFixtures.PDF, StandardCharsets.ISO_8859_1);
        claim();
        reviewer.postFrom(
                path(), path() + "/decide", Map.of("act", "ask", "words", "La page deux ?"));
        var second = new ByteArrayInputStream((pdf + "%2").getBytes(StandardCharsets.ISO_8859_1));
        verification.attach(member, organisation, kind, "page-deux.pdf", second);

        assertThat(reviewer.get(path()).body())
                .contains(">d.pdf</a>", ">page-deux.pdf</a>", "d.pdf · PDF");
    }

    @Test
    @Requirement("VER-09")
    void a_document_that_waits_for_the_scanner_says_so_and_offers_no_link_that_leads_nowhere() {
        var evidence = verification.evidenceOf(organisation).getFirst();
        var body = reviewer.get(path()).body();
        assertThat(body)
                .contains("href=\"/staff/evidence/" + evidence.id())
                .doesNotContain("Antivirus");

        db.execute(
                "update document.file set scan = 'WAITING' where 'doc_' || id in (select stored_as"
                        + " from verification.evidence where organisation = ?)",
                organisation.value());

        assertThat(reviewer.get(path()).body())
                .contains(
                        "Cette pièce ne peut pas être ouverte",
                        "L’antivirus ne l’a pas encore analysée",
                        "Antivirus\u00a0: 2 pièces ne peuvent pas être ouvertes")
                .doesNotContain("/staff/evidence/");
        assertThat(reviewer.get("/staff/evidence/" + evidence.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_page_that_cannot_be_drawn_is_no_broken_picture_but_a_way_to_the_file() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(0.5f, 0.5f)));
            var drawn = new PDPage();
            document.addPage(drawn);
            try (var line = new PDPageContentStream(document, drawn)) {
                line.addRect(10, 10, 50, 20);
                line.fill();
            }
            document.save(bytes);
        }
        claim();
        reviewer.postFrom(path(), path() + "/decide", Map.of("act", "ask", "words", "Le plan ?"));
        var member = VerificationFixtures.member(holder.id());
        var content = new ByteArrayInputStream(bytes.toByteArray());
        verification.attach(member, organisation, Evidence.OTHER, "plan.pdf", content);
        var plan = verification.evidenceOf(organisation).getLast().id();

        assertThat(reviewer.get(path() + "?evidence=" + plan).body())
                .contains("Aperçu impossible", "href=\"/staff/evidence/" + plan + "\"", "page=2")
                .doesNotContain("<img class=\"sheet-image\"");
        assertThat(reviewer.get(path() + "?evidence=" + plan + "&page=2").body())
                .contains("/staff/evidence/" + plan + "/pages/2")
                .doesNotContain("Aperçu impossible");
    }

    @Test
    void who_comes_second_is_told_who_has_it() {
        claim();
        var second = Site.signedIn(port, Accounts.staff(people, Role.REVIEWER));

        var answer = second.postFrom(path(), path() + "/claim", Map.of());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(second.get(path()).body())
                .contains("Test Person a pris ce dossier", "Prendre à mon compte");
        assertThat(reviewer.get(path()).body())
                .as("whoever writes knows in which language they are read")
                .contains("L’organisation vous lira. Sa langue\u00a0: français");
    }

    @Test
    void a_question_goes_to_the_organisation_and_its_answer_comes_back() {
        claim();
        var asked =
                reviewer.postFrom(
                        path(),
                        path() + "/decide",
                        Map.of("act", "ask", "ready", "statutes", "words", "Et le siège ?"));
        assertThat(asked.statusCode()).isEqualTo(302);
        var volunteer = Site.signedIn(port, holder);
        assertThat(volunteer.get("/organisation").body())
                .contains("Répondre à 2 questions du bureau");
        var page = volunteer.get("/organisation/case").body();
        assertThat(page)
                .contains("Envoyez-nous vos statuts", "Et le siège ?", "Le délai est arrêté");
        assertThat(reviewer.get(path()).body()).contains("attend une réponse", "restent 2 jours");

        var questions = newest().openQuestions();
        var answered =
                volunteer.postFrom(
                        "/organisation/case",
                        "/organisation/case/answers",
                        Map.of(
                                "answer." + questions.getFirst().id(), "Joints hier",
                                "answer." + questions.getLast().id(), "Il a changé"));

        assertThat(answered.statusCode()).isEqualTo(302);
        assertThat(reviewer.get(path()).body()).contains("Joints hier", "Il a changé", "En examen");
        assertThat(reviewer.get("/staff/cases?q=" + rcs).body())
                .contains("2 sur 2 · réponses reçues");
    }

    @Test
    void a_document_that_is_not_taken_or_only_attached_loses_no_typed_answer() {
        claim();
        reviewer.postFrom(
                path(), path() + "/decide", Map.of("act", "ask", "words", "Et le siège ?"));
        var volunteer = Site.signedIn(port, holder);
        var answer = "answer." + newest().openQuestions().getFirst().id();
        var typed = Map.of(answer, "Rue du Canal, voir la pièce", "kind", "other");
        var pdf = new String(VerificationFixtures.PDF, StandardCharsets.ISO_8859_1);

        var here = "/organisation/case";
        var refused =
                volunteer.upload(here, "/organisation/case/answers", typed, "faux.pdf", "du texte");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Rue du Canal, voir la pièce", "faux.pdf");
        assertThat(newest().openQuestions()).hasSize(1);

        var attached =
                volunteer.upload(here, "/organisation/case/evidence", typed, "siege.pdf", pdf);
        assertThat(attached.statusCode()).isEqualTo(302);
        assertThat(volunteer.get(here).body()).contains("Rue du Canal, voir la pièce", "siege.pdf");
        assertThat(newest().openQuestions()).hasSize(1);

        volunteer.upload(here, "/organisation/case/answers", typed, "bail.pdf", pdf + "% bail\n");
        assertThat(newest().openQuestions()).isEmpty();
        assertThat(reviewer.get(path()).body())
                .contains("Rue du Canal, voir la pièce", "siege.pdf", "bail.pdf");
    }

    @Test
    void a_refusal_without_a_reason_comes_back_as_typed_and_with_one_is_read_by_the_organisation() {
        claim();
        var lacking =
                reviewer.postFrom(
                        path(),
                        path() + "/decide",
                        Map.of("act", "refuse", "words", "Page deux illisible"));
        assertThat(lacking.statusCode()).isEqualTo(422);
        assertThat(lacking.body())
                .contains("choisissez au moins une raison", "Page deux illisible");

        refuse();

        var page = Site.signedIn(port, holder).get("/organisation/case").body();
        assertThat(page)
                .contains(
                        "Nous n’arrivons pas à lire le document",
                        "Page deux illisible",
                        "Reprendre le dossier",
                        "sur 2 pièces")
                .doesNotContain("Statuts : ");
    }

    @Test
    @Requirement({"VER-01", "VER-09"})
    void taken_up_again_both_sides_have_the_refusal_before_their_eyes() {
        claim();
        refuse();
        var volunteer = Site.signedIn(port, holder);
        volunteer.postFrom("/organisation/case", "/organisation/case/again", Map.of());

        assertThat(volunteer.get("/organisation/registration/review").body())
                .contains(
                        "Ce que le bureau a répondu la dernière fois",
                        "Nous n’arrivons pas à lire le document",
                        "Page deux illisible");
        volunteer.postFrom(
                "/organisation/registration/review", "/organisation/registration/submit", Map.of());
        assertThat(newest().state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(reviewer.get(path()).body())
                .contains(
                        "Refus précédent",
                        "Nous n’arrivons pas à lire le document",
                        "Page deux illisible",
                        "Lire le dossier refusé");
    }

    @Test
    @Requirement({"ORG-08", "ELI-02"})
    void qualified_the_organisation_sees_its_programmes_with_reasons() {
        claim();
        reviewer.postFrom(path(), path() + "/decide", Map.of("act", "qualify"));

        var volunteer = Site.signedIn(port, holder);
        assertThat(volunteer.get("/organisation").body())
                .contains("Qualifiée", "Non éligible", "Ce que vous pouvez encore commander");
        assertThat(volunteer.get("/organisation/programmes").body()).contains("Dons Adobe");
        var why = volunteer.get("/organisation/programmes/bitdefender");
        assertThat(why.statusCode()).isEqualTo(200);
        assertThat(why.body()).contains("Votre organisation", "non rempli", "Reconnue d’utilité");
        assertThat(volunteer.get("/organisation/programmes/nothing-such").statusCode())
                .isEqualTo(404);
        var staff = reviewer.get("/staff/organisations/" + organisation).body();
        assertThat(staff).contains("Fanfare " + rcs, "Qualifiée · dossier", holder.email());
    }

    @Test
    @Requirement("VER-01")
    void a_qualification_that_ends_sooner_says_so_and_its_confirmation_shows_what_was_decided() {
        claim();
        reviewer.postFrom(path(), path() + "/decide", Map.of("act", "qualify"));
        var volunteer = Site.signedIn(port, holder);
        var here = "/organisation/case";
        var since = Instant.parse("2031-03-01T11:00:00Z");
        organisations.recordStanding(
                organisation, new Standing.Qualified(since, since.plus(Duration.ofDays(31))));
        assertThat(volunteer.get(here).body())
                .contains("qualifiée jusqu’au 1er avril 2031", "avant le 1er avril 2031");
        organisations.recordStanding(organisation, new Standing.Lapsed(Instant.EPOCH));

        volunteer.postFrom(here, here + "/again", Map.of());
        volunteer.postFrom(here, here + "/confirm", Map.of());

        assertThat(newest().state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(reviewer.get(path()).body())
                .contains("Décision précédente", "Lire ce dossier", "Sans but lucratif");
    }

    @Test
    @Requirement("VER-09")
    void a_refusal_is_contested_from_the_organisation_s_page_once() {
        var colleague = Site.signedIn(port, Accounts.staff(people, Role.REVIEWER));
        claim();
        var first = path();
        reviewer.postFrom(
                first, first + "/decide", Map.of("act", "refuse", "reasons", "commercial-aim"));
        var volunteer = Site.signedIn(port, holder);
        var here = "/organisation/case";
        assertThat(volunteer.get(here).body()).contains("Contester cette décision");

        var empty = volunteer.postFrom(here, here + "/contest", Map.of("words", " "));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Dites pourquoi la décision est à revoir");
        volunteer.postFrom(here, here + "/contest", Map.of("words", "Relisez l’article 3"));

        assertThat(volunteer.get(here).body())
                .contains("Votre contestation", "Relisez l’article 3")
                .doesNotContain("Contester cette décision");
        assertThat(reviewer.postFrom(path(), path() + "/claim", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(newest().state()).isEqualTo(CaseState.SUBMITTED);
        colleague.postFrom(path(), path() + "/claim", Map.of());
        assertThat(colleague.get(path()).body())
                .contains("Refus contesté", "Relisez l’article 3", "Lire le dossier refusé");
        colleague.postFrom(
                path(), path() + "/decide", Map.of("act", "refuse", "reasons", "commercial-aim"));

        assertThat(volunteer.get(here).body())
                .contains("Un refus se conteste une fois")
                .doesNotContain("Contester cette décision");
        var again = volunteer.postFrom(here, here + "/contest", Map.of("words", "Encore"));
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(volunteer.get(here).body()).contains("celui-ci ne se conteste plus");
    }

    @Test
    void a_case_is_handed_to_a_colleague_and_after_deciding_the_next_one_comes_at_once() {
        claim();
        var colleague = Accounts.staff(people, Role.REVIEWER);
        reviewer.postFrom(path(), path() + "/assign", Map.of("to", colleague.id().toString()));
        assertThat(newest().reviewer().orElseThrow().id()).isEqualTo(colleague.id());

        VerificationFixtures.submitted(
                organisations, verification, holder.id(), VerificationFixtures.rcs());
        var theirs = Site.signedIn(port, colleague);
        var decided = path();
        var answer = theirs.postFrom(decided, decided + "/decide", Map.of("act", "qualify"));
        assertThat(Site.location(answer)).contains("/staff/cases/").doesNotContain(decided);
        assertThat(theirs.get(Site.location(answer)).body()).contains("Revoir le dossier");
    }
}
