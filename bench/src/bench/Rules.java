package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.passerelle.Passerelle;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.LoadOutcome;
import org.passerelle.pack.PackInstalled;
import org.passerelle.pack.PackLoader;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.RuleChanges;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// New rules for ten thousand organisations: how long it takes to see who gains and who loses, and
/// to decide all anew when one programme opens to every one of them, with a letter each.
public final class Rules {
    private static final int ORGANISATIONS = 10_000;
    private static final OfficeId OFFICE = OfficeId.of("socialware-lu");
    private static final String NEW = "docusign";
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final long LOOK_LIMIT_SECONDS = 30;

    private final JdbcClient db;
    private final ConfigurableApplicationContext product;

    private Rules(ConfigurableApplicationContext product) {
        this.product = product;
        this.db = product.getBean(JdbcClient.class);
    }

    public static void main(String[] arguments) throws Exception {
        var data = Files.createTempDirectory("bench-rules");
        var good = false;
        try (var product =
                new SpringApplicationBuilder(Passerelle.class)
                        .run(
                                "--server.port=0",
                                "--passerelle.demo=true",
                                "--logging.level.root=warn",
                                "--passerelle.data-folder=" + data)) {
            var rules = new Rules(product);
            rules.fill();
            good = rules.look(candidate(data));
            good &= rules.decideAndTell();
        }
        System.exit(good ? 0 : 1);
    }

    /// As many as the one of the demo that has most programmes; one programme is new to them all.
    private void fill() throws InterruptedException {
        var before = -1L;
        for (var now = 0L; now != before || now == 0; now = decisions()) { // the demo fills itself
            before = now;
            Thread.sleep(10_000);
        }
        var source =
                db.sql(
                                "select organisation from programme.decision where office = ?"
                                        + " and outcome = 'eligible' group by organisation"
                                        + " order by count(distinct programme) desc limit 1")
                        .param(OFFICE.value())
                        .query(java.util.UUID.class)
                        .single();
        inOneTransaction(source);
    }

    private long decisions() {
        return db.sql("select count(*) from programme.decision").query(Long.class).single();
    }

    private void inOneTransaction(java.util.UUID source) {
        new TransactionTemplate(product.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> {
                    db.sql("create temp table clone on commit drop as"
                                    + " select gen_random_uuid() id, n from generate_series(1, "
                                    + ORGANISATIONS
                                    + ") n")
                            .update();
                    db.sql("insert into organisation.registration select (r).* from"
                                    + " (select jsonb_populate_record(t, jsonb_build_object("
                                    + "'id', c.id, 'legal_name', t.legal_name || ' ' || c.n)) r"
                                    + " from organisation.registration t, clone c"
                                    + " where t.id = :source) s")
                            .param("source", source)
                            .update();
                    db.sql("insert into organisation.membership (organisation, person, role, since)"
                                    + " select c.id, m.person, m.role, m.since"
                                    + " from organisation.membership m, clone c"
                                    + " where m.organisation = :source and m.role = 'HOLDER'")
                            .param("source", source)
                            .update();
                    db.sql("insert into programme.decision (organisation, office, programme,"
                                    + " version, pack, day, outcome, reasons, decided_at)"
                                    + " select c.id, d.office, d.programme, d.version, d.pack,"
                                    + " d.day, d.outcome, d.reasons, d.decided_at from clone c,"
                                    + " (select distinct on (programme) * from programme.decision"
                                    + " where organisation = :source and programme <> :new"
                                    + " order by programme, id desc) d")
                            .param("source", source)
                            .param("new", NEW)
                            .update();
                });
        db.sql("analyze").update();
    }

    private boolean look(Pack candidate) {
        var changes = product.getBean(RuleChanges.class);
        var started = Instant.now();
        var impact = changes.impact(candidate);
        var took = Duration.between(started, Instant.now());
        System.out.printf(
                "seeing who gains and loses: %,d organisations, %,d gain, %,d lose, %.1f s%n",
                impact.organisations(), impact.gains(), impact.losses(), took.toMillis() / 1e3);
        return took.toSeconds() < LOOK_LIMIT_SECONDS;
    }

    private boolean decideAndTell() throws InterruptedException {
        var clock = product.getBean(Clock.class); // the demo's, by which decisions are dated
        var started = clock.instant();
        new TransactionTemplate(product.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        _ -> product.publishEvent(new PackInstalled(OFFICE, "bench")));
        var decided = await("select count(*) from programme.decision where programme = '" + NEW
                + "' and decided_at >= ?", started, clock);
        System.out.printf("deciding all anew: %.1f s%n", decided / 1e3);
        var told = await("select count(*) from notification.letter where template ="
                + " 'programme.eligibility-changed' and written_at >= ?", started, clock);
        System.out.printf("a letter to each: %.1f s from the beginning%n", told / 1e3);
        return told < LIMIT.toMillis();
    }

    /// Milliseconds from `started` until the count reaches that of the organisations.
    private long await(String count, Instant started, Clock clock) throws InterruptedException {
        while (Duration.between(started, clock.instant()).compareTo(LIMIT) < 0) {
            var there =
                    db.sql(count)
                            .param(java.sql.Timestamp.from(started))
                            .query(Long.class)
                            .single();
            if (there >= ORGANISATIONS) {
                return Duration.between(started, clock.instant()).toMillis();
            }
            Thread.sleep(200);
        }
        return LIMIT.toMillis();
    }

    /// Small budgets alone for one partner from now on, and again less in a month.
    private static Pack candidate(Path data) throws IOException {
        var folder = data.resolve("packs");
        try (var files = Files.walk(Path.of("packs"))) {
            for (var file : files.toList()) {
                var target = folder.resolve(Path.of("packs").relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        var partner = folder.resolve(OFFICE + "/partners/docusign.yaml");
        Files.writeString(
                partner,
                Files.readString(partner)
                        .replace("at-most: 1000000 USD", "at-most: 1000 USD"));
        if (PackLoader.load(folder.resolve(OFFICE.value())) instanceof LoadOutcome.Loaded(var pack)) {
            return pack;
        }
        throw new IllegalStateException("The pack is wrong");
    }
}
