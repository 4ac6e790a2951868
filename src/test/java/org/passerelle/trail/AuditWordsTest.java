package org.passerelle.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.agenda.DueHandler;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditLine;
import org.passerelle.audit.AuditSubject;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.kernel.Language;
import org.passerelle.organisation.HandOver;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.PackNames;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.WaiverId;
import org.passerelle.verification.CaseEvent;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.passerelle.words.TestWords;
import org.springframework.beans.factory.annotation.Autowired;

/// What the product writes into the trail is read by people, in their language.
@ProductTest
@Requirement("ACC-08")
class AuditWordsTest {
    private static final char NO_BREAK = '\u00a0';

    @Autowired DSLContext db;
    @Autowired List<DueHandler> handlers;
    @Autowired Organisations organisations;
    @Autowired People people;
    @Autowired Packs packs;
    @Autowired Audit audit;
    @Autowired Verification verification;

    @Test
    void every_act_has_words() {
        var events = Arrays.stream(CaseEvent.values()).map(one -> "verification." + kebab(one));
        var handOvers =
                Arrays.stream(HandOver.State.values())
                        .filter(one -> one != HandOver.State.OPEN)
                        .map(one -> "organisation.member-hand-over-" + kebab(one));
        var changes =
                List.of("asked", "withdrawn", "accepted", "refused").stream()
                        .map(one -> "organisation.change-" + one);
        // Whatever other tests did on this database before this one.
        var done =
                db
                        .resultQuery("select distinct action from audit.line")
                        .fetchInto(String.class)
                        .stream()
                        .filter(one -> !one.startsWith("test."));

        var acts =
                Stream.of(events, handOvers, changes, done).flatMap(one -> one).distinct().toList();

        for (var language : List.of(Language.FR, Language.EN)) {
            var words = TestWords.book().in(language);
            assertThat(acts)
                    .as("in %s", language)
                    .allMatch(act -> words.find("audit.action." + act).isPresent());
        }
    }

    private static String kebab(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    order.placed | 1 lines, EUR 11.70 | 1 line, €11.70
                    order.placed | 3 lines, CAD 1135.65 | 3 lines, CAD 1,135.65
                    order.handed-over | PARCEL for line 2 | Parcel · line 2
                    payment.returned | EUR 456.30 The plan is missing. | €456.30 · The plan is missing.
                    verification.asked | 2 | 2 questions
                    token.created | for Tom Biever | Tom Biever
                    identity.appointed | from MEMBER to MEMBER SUPPORT at all | member → member Support · all offices
                    organisation.member-join-accepted | ORDERER | may order
                    identity.signed-in | from 192.0.2.7 | from 192.0.2.7
                    programme.judged | yes: As the report shows. | yes: As the report shows.
                    verification.contested | 1234 | case 1234
                    verification.fact-changed | form | the legal form
                    organisation.change-asked | form, address, budget | Legal form, Address and contact, Annual budget
                    organisation.change-refused | address: The extract names 12. | Address and contact: The extract names 12.
                    organisation.change-refused | identifier.LU-RCS: The register says no. | RCS number: The register says no.
                    organisation.changed | legal-name | Legal name
                    organisation.amended | phone, mission | Phone, Mission
                    """)
    void a_detail_is_said_in_words(String action, String kept, String said) {
        assertThat(detail(action, kept).replace(NO_BREAK, ' ')).isEqualTo(said);
    }

    @Test
    @Requirement("VER-01")
    void all_that_the_agenda_does_has_words_on_the_page_of_the_clock() {
        for (var language : List.of(Language.FR, Language.EN)) {
            var words = TestWords.book().in(language);
            assertThat(handlers.stream().map(DueHandler::kind))
                    .filteredOn(kind -> !kind.startsWith("test"))
                    .as("in %s", language)
                    .isNotEmpty()
                    .allMatch(kind -> words.find("messages.clock.kind." + kind).isPresent());
        }
    }

    @Test
    void a_sign_in_to_no_account_is_said_to_be_that() {
        people.signIn(UUID.randomUUID() + "@example.org", "wrong", "127.8.77.1");
        var line =
                audit.of(new AuditSubject("person", "unknown"), 100).stream()
                        .filter(one -> one.detail().contains("127.8.77.1"))
                        .findFirst()
                        .orElseThrow();
        var said =
                Stream.of(Language.FR, Language.EN, Language.NL, Language.DE)
                        .map(TestWords.book()::in)
                        .map(words -> new AuditWords(words, organisations, people, packs))
                        .map(words -> words.subject(line))
                        .toList();
        assertThat(said)
                .containsExactly(
                        "aucun compte connu",
                        "no known account",
                        "geen bekende account",
                        "kein bekanntes Konto");
    }

    @Test
    @Requirement("ELI-05")
    void a_waiver_is_said_by_its_programme_and_its_days() {
        var holder = Accounts.member(people);
        var id =
                VerificationFixtures.submitted(
                        organisations, verification, holder.id(), VerificationFixtures.rcs());
        var programme =
                packs.get(VerificationFixtures.LUXEMBOURG)
                        .programme(ProgrammeId.of("docusign"))
                        .orElseThrow();
        var line =
                new AuditLine(
                        1,
                        Instant.EPOCH,
                        AuditLine.ActorKind.STAFF,
                        Optional.empty(),
                        "Renée Vieuville",
                        "programme.waiver-recorded",
                        AuditSubject.of("waiver", WaiverId.random()),
                        Optional.of(id),
                        programme.id() + " from 2026-07-01 to 2027-06-30: Letter of 12 May");
        var words = TestWords.book().in(Language.FR);
        var said = new AuditWords(words, organisations, people, packs);

        assertThat(said.subject(line)).isEqualTo("dérogation " + programme.title().in(Language.FR));
        assertThat(said.detail(line))
                .isEqualTo("du 1er juillet 2026 au 30 juin 2027 · Letter of 12 May");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    stock | socialware-lu/zoom-pro | stock Zoom Meetings Pro : remise
                    stock | socialware-lu/zoom-2022 | stock Zoom Meetings
                    judgement | public-computers | ordinateurs ouverts au public
                    pack | socialware-lu | règles SOCIALware Luxembourg
                    """)
    void what_packs_name_is_said_by_its_name(String type, String id, String said) {
        var line =
                new AuditLine(
                        1,
                        Instant.EPOCH,
                        AuditLine.ActorKind.STAFF,
                        Optional.empty(),
                        "Renée Vieuville",
                        "staff.posted",
                        new AuditSubject(type, id),
                        Optional.empty(),
                        "");
        var words = new AuditWords(TestWords.in(Language.FR), organisations, people, packs);

        assertThat(words.subject(line).replace(NO_BREAK, ' ').replace('\u202f', ' '))
                .contains(said)
                .doesNotContain(id);
    }

    @Test
    void a_detail_that_repeats_its_line_is_left_out() {
        assertThat(detail("verification.opened", "1065")).isEmpty();
        assertThat(detail("verification.claimed", "Renée Vieuville")).isEmpty();
    }

    private static String detail(String action, String kept) {
        return new DetailWords(TestWords.in(Language.EN), new PackNames(List.of(), Language.EN))
                .of(
                        new AuditLine(
                                1,
                                Instant.EPOCH,
                                AuditLine.ActorKind.STAFF,
                                Optional.empty(),
                                "Renée Vieuville",
                                action,
                                new AuditSubject("case", "1065"),
                                Optional.empty(),
                                kept));
    }
}
