package org.passerelle.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Requirement;
import org.passerelle.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The month's run in a process of its own that is killed in the middle of its parts: no number is
/// missing, nothing is invoiced twice or not at all, and the books say the same (INV-01, PAY-05).
@Requirement({"INV-01", "PAY-05", "OPS-01"})
class KilledRunTest {
    private static final int ORGANISATIONS = 600;
    private static final int KILLS = 2;

    /// Two lines to each of many organisations, delivered long ago, and the run begun.
    private static final String BEFORE_THE_RUN =
            """
            insert into invoicing.buyer
            select md5(n::text)::uuid, 'FR',
                   '{"name": "Association", "place": {"street": "1, rue", "postalCode": "1000",
                     "town": "Bruxelles", "region": null, "country": "BE"}, "numbers": [],
                     "vatNumber": null, "registration": null, "electronic": null, "email": null,
                     "phone": null}'::jsonb
              from generate_series(1, %1$d) n;
            with lines as (
                insert into invoicing.line
                    (office, organisation, order_number, order_line, partner, kind, sku, title,
                     quantity, currency, fee_minor, tax_minor, delivered_on)
                select 'socialware-lu', md5(n::text)::uuid, n, l, 'partner', 'donation', 'SKU',
                       'Licence', 2, 'EUR', 1000 + n, round((2000 + 2 * n) * 0.17), '2020-01-15'
                  from generate_series(1, %1$d) n, generate_series(1, 2) l
                returning id, tax_minor)
            insert into invoicing.line_tax
            select id, 1, 'vat-standard', null, 17, 'S', null, tax_minor from lines;
            insert into invoicing.run
                (id, office, until, state, invoices, gross_minor, started_at, started_by)
            values ('00000000-0000-0000-0000-000000000001', 'socialware-lu', '2020-01-31',
                    'UNDER_WAY', 0, 0, now(), 'test');
            insert into agenda.entry (id, kind, subject, due, next_try, planned_at)
            values (gen_random_uuid(), 'invoicing.run', '00000000-0000-0000-0000-000000000001',
                    now(), now(), now());
            """;

    @TempDir Path folder;

    @Test
    void a_run_that_is_killed_in_the_middle_leaves_no_gap_and_no_double() throws Exception {
        var address = TestDatabase.createEmpty();
        var settings =
                List.of(
                        "--passerelle.database.url=" + address,
                        "--passerelle.data-folder=" + folder.resolve("data"),
                        "--passerelle.invoicing.organisations-at-once=5");
        var db = db(address);
        try (var first = ProductProcess.start(folder.resolve("0.log"), settings)) {
            first.port();
        }
        db.sql(BEFORE_THE_RUN.formatted(ORGANISATIONS)).update();
        for (var kill = 1; kill <= KILLS; kill++) {
            try (var product = ProductProcess.start(folder.resolve(kill + ".log"), settings)) {
                await(db, issued(db) + 40);
                product.kill();
            }
            assertThat(issued(db)).isLessThan(ORGANISATIONS);
            assertNoGap(db);
            assertThat(count(db, "ledger.entry where cause_kind = 'invoice'"))
                    .isEqualTo(issued(db));
        }
        try (var last = ProductProcess.start(folder.resolve("last.log"), settings)) {
            await(db, ORGANISATIONS);
            last.port();
        }
        assertNoGap(db);
        assertThat(count(db, "invoicing.document")).isEqualTo(ORGANISATIONS);
        assertThat(count(db, "invoicing.line where document is null")).isZero();
        assertThat(
                        count(
                                db,
                                "(select organisation from invoicing.document"
                                        + " group by organisation having count(*) > 1) twice"))
                .isZero();
        assertThat(count(db, "ledger.entry where cause_kind = 'invoice'")).isEqualTo(ORGANISATIONS);
        assertThat(sum(db, "select sum(amount_minor) from ledger.line where amount_minor > 0"))
                .isEqualTo(sum(db, "select sum(net_minor + tax_minor) from invoicing.document"));
    }

    private static JdbcClient db(String address) {
        var source = new PGSimpleDataSource();
        source.setUrl(address);
        return JdbcClient.create(source);
    }

    private static long count(JdbcClient db, String of) {
        return sum(db, "select count(*) from " + of);
    }

    private static long sum(JdbcClient db, String question) {
        return db.sql(question).query(Long.class).single();
    }

    private static long issued(JdbcClient db) {
        return count(db, "invoicing.document");
    }

    private static void assertNoGap(JdbcClient db) {
        var places =
                db.sql("select place from invoicing.document order by place")
                        .query(Long.class)
                        .list();
        assertThat(places)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, places.size()).boxed().toList());
    }

    private static void await(JdbcClient db, long wanted) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (issued(db) < wanted && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertThat(issued(db)).isGreaterThanOrEqualTo(wanted);
    }
}
