package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.Notification;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Members;
import org.passerelle.organisation.Organisations;
import org.passerelle.privacy.PersonalData.Fate;
import org.passerelle.privacy.PersonalData.Holding;
import org.passerelle.security.As;
import org.passerelle.security.Site;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.passerelle.words.TestWords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/// All that is held about a person is shown to them and can be forgotten (ACC-09).
@ProductTest
@Requirement("ACC-09")
class PersonalFileTest {
    @LocalServerPort int port;
    @Autowired WebApplicationContext context;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired Members members;
    @Autowired PersonalFile file;
    @Autowired Notification notification;
    @Autowired DSLContext db;
    @Autowired TransactionTemplate transaction;

    private final String unique = UUID.randomUUID().toString().replaceAll("[^a-f]", "q");
    private final String firstName = "Prenom" + unique;
    private final String lastName = "Nom" + unique;
    private final String rcs = VerificationFixtures.rcs();
    private Person holder;
    private Person person;
    private OrganisationId id;

    @BeforeEach
    void takeIn() {
        holder = Accounts.member(people);
        var account =
                new NewAccount(
                        "user" + unique.substring(0, 20),
                        "mail" + unique + "@example.org",
                        Accounts.PASSWORD,
                        firstName,
                        lastName,
                        Language.FR);
        var made = people.create(new Actor.Product("test"), account, Duties.NONE);
        person = ((CreateOutcome.Created) made).person();
        id = VerificationFixtures.submitted(organisations, verification, holder.id(), rcs);
    }

    /// Text in every column of the database that can hold text, by table.
    private Map<String, Set<String>> tablesThatName(String... words) {
        var columns =
                db.fetch(
                        """
                        select c.table_schema || '.' || c.table_name as place, c.column_name as name
                        from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where t.table_type = 'BASE TABLE'
                          and c.table_schema not in ('pg_catalog', 'information_schema')
                          and (c.data_type in ('text', 'character varying', 'character', 'jsonb',
                                               'ARRAY', 'USER-DEFINED'))
                        """);
        var found = new TreeMap<String, Set<String>>();
        for (var column : columns) {
            var place = column.get("place", String.class);
            var name = column.get("name", String.class);
            for (var word : words) {
                var hits =
                        db.fetchValue(
                                "select count(*) from "
                                        + place
                                        + " where position(lower(?) in lower(\""
                                        + name
                                        + "\"::text)) > 0",
                                word);
                if (((Number) java.util.Objects.requireNonNull(hits)).intValue() > 0) {
                    found.computeIfAbsent(place, _ -> new TreeSet<>()).add(name);
                }
            }
        }
        return found;
    }

    private Map<String, Fate> fates() {
        return file.holdings().stream().collect(Collectors.toMap(Holding::table, Holding::fate));
    }

    /// Leaves traces wherever a member can.
    private void live() {
        members.invite(holder, id, person.email(), MemberRole.ORDERER);
        members.answerInvitation(person, members.invitationsFor(person).getFirst().id(), true);
        members.propose(holder, id, person.id());
        members.answerProposal(person, members.handOversOf(person.id()).getFirst().id(), true);
        verification.withdraw(person.actor(), id);
        verification.tryAgain(person.actor(), id);
        verification.attach(
                person.actor(),
                id,
                "other",
                "piece.pdf",
                new ByteArrayInputStream(VerificationFixtures.PDF));
        var late = Accounts.member(people);
        members.askToJoin(
                late.actor(), late.id(), VerificationFixtures.LUXEMBOURG, "LU-RCS", rcs, "Bonjour");
        members.joinRequests(id)
                .forEach(one -> members.answerJoin(person, one.id(), true, MemberRole.READER));
        var site = Site.signedIn(port, person);
        site.postFrom(
                "/account/sign-in",
                "/account/email",
                Map.of("email", "neu" + unique + "@example.org", "passwordE", Accounts.PASSWORD));
        site.post("/forgotten-password", Map.of("login", person.username()));
    }

    private void fallDue() {
        transaction.executeWithoutResult(_ -> file.fallDue(person.id().toString(), Instant.EPOCH));
    }

    @Test
    void every_table_of_the_database_is_answered_for_by_exactly_one_module() {
        var tables =
                db
                        .fetch(
                                """
                                select table_schema || '.' || table_name as place
                                from information_schema.tables
                                where table_type = 'BASE TABLE'
                                  and table_schema not in ('pg_catalog', 'information_schema')
                                """)
                        .getValues("place", String.class)
                        .stream()
                        .filter(table -> !table.contains("flyway"))
                        .toList();
        var answered = file.holdings().stream().map(Holding::table).toList();

        assertThat(answered).doesNotHaveDuplicates();
        assertThat(answered)
                .as("each table stands in a bean of PersonalData: erased, kept or impersonal")
                .containsExactlyInAnyOrderElementsOf(tables);
        assertThat(file.holdings())
                .filteredOn(one -> one.fate() == Fate.KEPT)
                .allMatch(one -> one.reason().length() > 20);
    }

    @Test
    void a_table_called_impersonal_has_no_column_for_a_person() {
        var impersonal =
                file.holdings().stream()
                        .filter(one -> one.fate() == Fate.IMPERSONAL)
                        .map(Holding::table)
                        .collect(Collectors.toSet());
        var columns =
                db.fetch(
                        """
                        select table_schema || '.' || table_name as place, column_name as name
                        from information_schema.columns
                        where column_name ~ '(^|_)(person|email|first_name|last_name|by)$'
                        """);
        var suspicious = new TreeSet<String>();
        for (var column : columns) {
            var place = column.get("place", String.class);
            if (impersonal.contains(place)) {
                suspicious.add(place + "." + column.get("name", String.class));
            }
        }
        // How far the clock was moved, not who moved it; the account of a machine.
        assertThat(suspicious)
                .isSubsetOf("agenda.moved_clock.moved_by", "registry.import.imported_by");
    }

    /// Names are shared: a name alone never says whose act it was.
    @Test
    void a_row_that_names_who_did_it_holds_whose_act_it_was() {
        var named =
                db.fetch(
                        """
                        select c.table_schema || '.' || c.table_name || '.' || c.column_name as place
                        from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where t.table_type = 'BASE TABLE' and c.data_type = 'text'
                          and c.column_name ~ '(^|_)by(_name)?$'
                          and not exists (
                            select 1 from information_schema.columns id
                            where id.table_schema = c.table_schema and id.table_name = c.table_name
                              and id.data_type = 'uuid'
                              and id.column_name in (
                                regexp_replace(c.column_name, '_name$', ''),
                                regexp_replace(c.column_name, '_by$', '_person'),
                                regexp_replace(c.column_name, '_name$', '') || '_person'))
                        """);

        assertThat(named.getValues("place", String.class))
                .as("a side and the account of a machine, both no persons")
                .containsExactlyInAnyOrder(
                        "token.issued.revoked_by", "registry.import.imported_by");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_chapter_of_several_tables_says_what_each_holds(Language language) {
        var words = TestWords.in(language);
        var chapters =
                file.holdings().stream()
                        .filter(one -> one.fate() != Fate.IMPERSONAL)
                        .map(Holding::table)
                        .collect(Collectors.groupingBy(table -> table.split("\\.")[0]));

        assertThat(chapters.values())
                .filteredOn(tables -> tables.size() > 1)
                .allSatisfy(tables ->
                        assertThat(tables)
                                .allMatch(table -> words.find("data.table." + table).isPresent()));
    }

    @Test
    void the_export_holds_what_every_module_knows() throws Exception {
        live();
        var pages =
                MockMvcBuilders.webAppContextSetup(context)
                        .apply(SecurityMockMvcConfigurers.springSecurity())
                        .build();
        var answer =
                pages.perform(
                                MockMvcRequestBuilders.post("/account/data/export")
                                        .with(As.form())
                                        .with(As.person(person)))
                        .andReturn()
                        .getResponse();

        assertThat(answer.getContentType()).isEqualTo("application/zip");
        var files = unzip(answer.getContentAsByteArray());
        assertThat(files.keySet()).containsExactly("data.json", "data.html");
        var number =
                db.fetchValue(
                        "select min(number) from verification.qualification_case"
                                + " where organisation = ?",
                        id.value());
        assertThat(files.get("data.json"))
                .contains(
                        "\"case_number\" : \"" + number,
                        firstName,
                        person.email(),
                        "identity.person",
                        "organisation.membership",
                        "organisation.hand_over",
                        "notification.letter",
                        "verification.history",
                        "audit.line",
                        "identity.email_change",
                        "\"state\" : \"ASKED\"",
                        "\"event\" : \"WITHDRAWN\"")
                .doesNotContain("argon2", holder.email(), "(ASKED)");
        assertThat(files.get("data.html"))
                .startsWith("<!doctype html>")
                .contains(
                        person.email(),
                        "<h2>Compte</h2>",
                        "<dt>Adresse e-mail</dt>",
                        "<h2>Journal de vos actes</h2>",
                        "<dt>Quand</dt>",
                        "<dd>Dossier retiré</dd>",
                        "<dd>Membre</dd>",
                        "<dd>Demandé</dd>",
                        "<dt>Dossier</dt><dd>" + number + "</dd>",
                        "<dd>Dossier retiré</dd>",
                        "<dd>Fait</dd>",
                        "<dd>Français</dd>")
                .doesNotContain(
                        "created_at",
                        "verification.withdrawn",
                        "<dt>at</dt>",
                        "ORDERER",
                        "HOLDER",
                        "per_",
                        "org_",
                        "org.passerelle.");
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void after_erasure_the_name_stands_only_where_it_was_said_to_stay() {
        live();
        var words = new String[] {firstName, lastName, person.email(), person.username()};
        var before = tablesThatName(words);
        assertThat(before.keySet())
                .as("a test that looks where something is")
                .contains(
                        "identity.person",
                        "notification.letter",
                        "verification.history",
                        "audit.line");
        members.propose(person, id, holder.id());
        members.answerProposal(holder, members.handOversOf(holder.id()).getFirst().id(), true);
        var who = new SignedIn(people.find(person.id()).orElseThrow());
        assertThat(file.askErasure(who)).isEmpty();

        fallDue();

        var fates = fates();
        var left = new HashMap<>(tablesThatName(words));
        left.keySet().removeIf(table -> fates.get(table) == Fate.KEPT);
        assertThat(left).isEmpty();
        assertThat(notification.search(holder.email(), java.util.Optional.empty(), 50, 0))
                .as("sealed letters to others")
                .isNotEmpty()
                .allSatisfy(letter ->
                        assertThat(letter.subject() + letter.html() + letter.text())
                                .doesNotContain(words));
        assertThat(Site.visitor(port).signIn(person.email(), Accounts.PASSWORD).statusCode())
                .isEqualTo(422);
        assertThat(organisations.may(person.id(), id)).isEmpty();
        assertThat(people.find(person.id()).orElseThrow().name()).isEqualTo("– –");
    }

    @Test
    void a_sole_holder_hands_over_first_and_who_thinks_again_keeps_the_account() {
        var who = new SignedIn(holder);
        assertThat(file.askErasure(who)).containsExactly("data.hindrance.holder");
        assertThat(file.erasureDue(holder.id())).isEmpty();
        var staff = Accounts.staff(people, Role.REVIEWER);
        assertThat(file.hindrances(staff.id())).containsExactly("data.hindrance.duties");

        var me = new SignedIn(person);
        assertThat(file.askErasure(me)).isEmpty();
        assertThat(file.erasureDue(person.id())).isPresent();
        file.cancelErasure(me);
        fallDue();
        assertThat(people.find(person.id()).orElseThrow()).isEqualTo(person);
    }

    @Test
    void the_page_asks_for_the_password_and_says_what_stays() {
        var site = Site.signedIn(port, person);
        assertThat(site.get("/account/data").body())
                .contains("la loi les fait garder 10 ans", "Code de commerce");

        var wrong =
                site.postFrom(
                        "/account/data", "/account/data/erase", Map.of("password", "not this one"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(file.erasureDue(person.id())).isEmpty();

        site.postFrom(
                "/account/data", "/account/data/erase", Map.of("password", Accounts.PASSWORD));
        assertThat(site.get("/account/data").body()).contains("Effacement prévu le");
        site.postFrom("/account/data", "/account/data/keep", Map.of());
        assertThat(file.erasureDue(person.id())).isEmpty();
    }
}
