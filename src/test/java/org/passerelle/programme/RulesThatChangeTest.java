package org.passerelle.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Passerelle;
import org.passerelle.Requirement;
import org.passerelle.TestDatabase;
import org.passerelle.agenda.ProductClock;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.organisation.Membership;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.LoadOutcome;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.security.Site;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// New rules from their first look to their day, on a whole product with two nodes: what they would
/// do is seen first, nothing unconfirmed is put in force, and whoever gains or loses is told once.
@Requirement({"ELI-03", "ELI-04"})
class RulesThatChangeTest {
    private static final OfficeId OFFICE = OfficeId.of("socialware-lu");
    private static final ProgrammeId DOCUSIGN = ProgrammeId.of("docusign");
    private static final ProgrammeId GRAPHIX = ProgrammeId.of("graphix-donation");
    private static final Path PACKS = Path.of("packs");

    @TempDir Path folder;

    private final String database = TestDatabase.createEmpty();
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();
    private final LocalDate from =
            LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneId.of("Europe/Luxembourg"))
                    .plusDays(10);

    private ConfigurableApplicationContext start() {
        return start(() -> {});
    }

    /// @param begun is run once the node has set up its log, which nodes of one process share
    private ConfigurableApplicationContext start(Runnable begun) {
        var node =
                new SpringApplicationBuilder(Passerelle.class)
                        .initializers(_ -> begun.run())
                        .run(
                                "--server.port=0",
                                "--passerelle.demo=false",
                                "--passerelle.data-folder=" + folder.resolve("data"),
                                "--passerelle.packs.folder=" + folder,
                                "--passerelle.packs.installed=" + OFFICE,
                                "--passerelle.packs.only-confirmed=true",
                                "--passerelle.database.url=" + database);
        synchronized (nodes) {
            nodes.add(node);
        }
        return node;
    }

    private void stop() {
        nodes.forEach(ConfigurableApplicationContext::close);
        nodes.clear();
    }

    @AfterEach
    void stopAll() {
        stop();
    }

    private void copy(String pack) throws IOException {
        try (var files = Files.walk(PACKS.resolve(pack))) {
            for (var file : files.toList()) {
                var target = folder.resolve(PACKS.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /// From its day on only small budgets for one partner, and a partner that nobody had before.
    private void writeNewRules() throws IOException {
        var docusign = folder.resolve("socialware-lu/partners/docusign.yaml");
        Files.writeString(
                docusign,
                Files.readString(docusign)
                        + """
                              - from: %s
                                eligible:
                                  - qualified
                                  - budget: {at-most: 100000 USD}
                        """
                                .formatted(from));
        Files.writeString(
                folder.resolve("socialware-lu/partners/graphix.yaml"),
                """
                partner: graphix
                name: Graphix
                about: {fr: Dessin., en: Drawing.}
                programmes:
                  - programme: graphix-donation
                    title: {fr: Dons Graphix, en: Graphix donations}
                    versions:
                      - from: 2022-01-01
                        eligible: [qualified]
                """);
    }

    /// What was lost, told to the organisation, and what was gained, told to its members.
    private static List<SentLetter> news(
            ConfigurableApplicationContext node, OrganisationId organisation) {
        var members =
                node.getBean(Organisations.class).membersOf(organisation).stream()
                        .map(Membership::person)
                        .toList();
        return node.getBean(Notification.class).mailbox(500).stream()
                .filter(letter ->
                        switch (letter.template()) {
                            case "programme.eligibility-changed" ->
                                    letter.organisation().equals(Optional.of(organisation));
                            case "programme.opened" ->
                                    letter.person().filter(members::contains).isPresent();
                            default -> false;
                        })
                .toList();
    }

    private static Pack waiting(ConfigurableApplicationContext node) {
        var found = node.getBean(Packs.class).waiting(OFFICE).orElseThrow();
        assertThat(found).isInstanceOf(LoadOutcome.Loaded.class);
        return ((LoadOutcome.Loaded) found).pack();
    }

    @Test
    void they_are_seen_confirmed_put_in_force_and_told_once_on_their_day() throws Exception {
        copy("base");
        copy("help");
        copy("socialware-lu");
        var first = start();
        var organisation = first.getBean(OrderingFixture.class).qualified().organisation();
        await().untilAsserted(() -> assertThat(news(first, organisation)).hasSize(1));
        assertThat(first.getBean(Packs.class).waiting(OFFICE)).isEmpty();

        writeNewRules();
        seenFirst(first, organisation);
        stop();
        assertThatThrownBy(this::start).hasStackTraceContaining("nobody confirmed this content");
        confirmedBySomebody(organisation);

        try (var both = Executors.newFixedThreadPool(2)) {
            var begun = new CountDownLatch(1);
            Callable<ConfigurableApplicationContext> one = () -> start(begun::countDown);
            Callable<ConfigurableApplicationContext> other =
                    () -> {
                        begun.await();
                        return start();
                    };
            for (var started : both.invokeAll(List.of(one, other))) {
                assertThat(started.get().isActive()).isTrue();
            }
        }
        toldOfTheNewPartnerOnce(organisation);
        toldOfTheLossOnItsDay(organisation);
    }

    private void seenFirst(ConfigurableApplicationContext node, OrganisationId organisation) {
        var changes = node.getBean(RuleChanges.class);
        var impact = changes.impact(waiting(node));
        assertThat(impact.organisations()).isEqualTo(1);
        assertThat(impact.effects())
                .extracting(
                        RuleChanges.Effect::day,
                        RuleChanges.Effect::publishing,
                        RuleChanges.Effect::programme,
                        RuleChanges.Effect::gains,
                        RuleChanges.Effect::losses)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                from.minusDays(10), true, DOCUSIGN, 0L, 0L),
                        org.assertj.core.groups.Tuple.tuple(
                                from.minusDays(10), true, GRAPHIX, 1L, 0L),
                        org.assertj.core.groups.Tuple.tuple(from, false, DOCUSIGN, 0L, 1L));
        var named = new ArrayList<RuleChanges.Affected>();
        changes.each(waiting(node), named::add);
        assertThat(named).extracting(RuleChanges.Affected::organisation).containsOnly(organisation);
        assertThat(named).allMatch(one -> one.name().startsWith("Les Mains Vertes"));
        seenOnThePage(node);
        assertThat(news(node, organisation)).as("nobody is told by looking").hasSize(1);
        assertThat(node.getBean(Programmes.class).decisionsBefore(organisation, GRAPHIX)).isEmpty();
    }

    private static Site manager(ConfigurableApplicationContext node) {
        return Site.signedIn(
                node.getEnvironment().getRequiredProperty("local.server.port", Integer.class),
                Accounts.staff(node.getBean(People.class), Role.PROGRAMME_MANAGER));
    }

    private static void seenOnThePage(ConfigurableApplicationContext node) {
        var manager = manager(node);
        assertThat(manager.get("/staff/rules?lang=en").body())
                .contains("New content waits", "Graphix donations", "Les Mains Vertes")
                .contains("One organisation was decided");
        var csv = manager.get("/staff/rules/organisations.csv?waiting=true");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body().lines().skip(1))
                .anyMatch(line -> line.contains("Graphix donations") && line.endsWith("gains"))
                .anyMatch(line -> line.contains("DocuSign") && line.endsWith("loses"))
                .hasSize(2);
        var hash = waiting(node).hash();
        var unseen = manager.postFrom("/staff/rules", "/staff/rules/confirm", Map.of("hash", hash));
        assertThat(unseen.statusCode()).isEqualTo(422);
        assertThat(unseen.body()).contains("Look first at who gains");
        var other = Map.of("hash", "0".repeat(64), "seen", "true");
        manager.postFrom("/staff/rules", "/staff/rules/confirm", other);
        assertThat(node.getBean(Packs.class).confirmation(OFFICE, hash)).isEmpty();
        assertThat(node.getBean(Packs.class).confirmation(OFFICE, "0".repeat(64))).isEmpty();
    }

    /// By the former content, with the new one in the folder.
    private void confirmedBySomebody(OrganisationId organisation) throws IOException {
        var partners = folder.resolve("socialware-lu/partners");
        var anew = Files.readString(partners.resolve("docusign.yaml"));
        var graphix = Files.readString(partners.resolve("graphix.yaml"));
        Files.delete(partners.resolve("graphix.yaml"));
        Files.copy(
                PACKS.resolve("socialware-lu/partners/docusign.yaml"),
                partners.resolve("docusign.yaml"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        var former = start();
        Files.writeString(partners.resolve("docusign.yaml"), anew);
        Files.writeString(partners.resolve("graphix.yaml"), graphix);
        var packs = former.getBean(Packs.class);
        var hash = waiting(former).hash();
        var manager = manager(former);
        var form = Map.of("hash", hash, "seen", "true");
        manager.postFrom("/staff/rules", "/staff/rules/confirm", form);
        var confirmed = packs.confirmation(OFFICE, hash).orElseThrow();
        assertThat(confirmed.gains()).isEqualTo(1);
        assertThat(confirmed.losses()).isEqualTo(1);
        assertThat(manager.get("/staff/rules").body()).contains(confirmed.by().name());
        assertThat(packs.confirm(OFFICE, hash, Signature.of("Marc Thill"), 9, 9))
                .as("the first stays")
                .isFalse();
        assertThat(news(former, organisation)).hasSize(1);
        stop();
    }

    private void toldOfTheNewPartnerOnce(OrganisationId organisation) {
        var node = nodes.getFirst();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(news(node, organisation)).hasSize(2));
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(6))
                .untilAsserted(() -> assertThat(news(node, organisation)).hasSize(2));
        assertThat(news(node, organisation))
                .extracting(SentLetter::subject)
                .anyMatch(subject -> subject.endsWith("Dons Graphix"));
    }

    /// Letters before the loss, and those of the loss: to the official address and to the holder.
    private static final int WITH_LOSS = 2 + 2;

    private void toldOfTheLossOnItsDay(OrganisationId organisation) {
        var programmes = nodes.getFirst().getBean(Programmes.class);
        var before = programmes.decisionsBefore(organisation, DOCUSIGN);
        var node = nodes.getFirst();
        node.getBean(ProductClock.class).moveForward(Duration.ofDays(11));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(news(node, organisation)).hasSize(WITH_LOSS));
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(6))
                .untilAsserted(() -> assertThat(news(node, organisation)).hasSize(WITH_LOSS));
        var lost =
                news(node, organisation).stream()
                        .filter(letter -> letter.subject().contains("perdu"))
                        .findFirst()
                        .orElseThrow();
        assertThat(lost.text()).contains("DocuSign", "Les règles de DocuSign", "Budget annuel");

        var kept = programmes.decisionsBefore(organisation, DOCUSIGN);
        assertThat(kept.getFirst().decision().basis().version()).contains(from);
        assertThat(kept.subList(kept.size() - before.size(), kept.size()))
                .as("past decisions stay as they were")
                .isEqualTo(before);
    }
}
