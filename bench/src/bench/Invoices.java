package bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.Passerelle;
import org.passerelle.invoicing.Invoice;
import org.passerelle.invoicing.InvoiceQuery;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.rendering.InvoicePdf;
import org.passerelle.invoicing.rendering.InvoiceUbl;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A month's run for 10,000 and for 100,000 organisations of two lines each: processor time of the
/// product and of PostgreSQL together for each invoice (numbers, rows, postings; documents apart),
/// and how fast documents are drawn.
public final class Invoices {
    private static final OfficeId OFFICE = OfficeId.of("socialware-lu");
    private static final int WARM_UP = 3_000;
    private static final int FEW = 10_000;
    private static final int MANY = 100_000;
    private static final int AT_ONCE = 1_000;
    private static final double LIMIT_MILLIS = 1;
    private static final double LIMIT_GROWTH = 1.5;
    private static final int DOCUMENTS = 300;
    private static final long TICKS_A_SECOND = 100;

    private final JdbcClient db;
    private final Invoicing invoicing;
    private final ConfigurableApplicationContext product;
    private final long postgres;

    private Invoices(ConfigurableApplicationContext product, Path data) throws IOException {
        this.product = product;
        this.db = product.getBean(JdbcClient.class);
        this.invoicing = product.getBean(Invoicing.class);
        var pid = data.resolve("postgres").resolve("postmaster.pid");
        this.postgres = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
    }

    public static void main(String[] arguments) throws Exception {
        var data = Files.createTempDirectory("bench-invoices");
        var good = false;
        try (var product =
                new SpringApplicationBuilder(Passerelle.class)
                        .run(
                                "--server.port=0",
                                "--passerelle.demo=false",
                                "--passerelle.agenda.every=1h",
                                "--logging.level.root=warn",
                                "--passerelle.data-folder=" + data)) {
            var bench = new Invoices(product, data);
            bench.run(WARM_UP, LocalDate.of(2018, 1, 31));
            var few = bench.run(FEW, LocalDate.of(2019, 1, 31));
            var many = bench.run(MANY, LocalDate.of(2020, 1, 31));
            good = many <= LIMIT_MILLIS && few <= LIMIT_MILLIS && many <= few * LIMIT_GROWTH;
            bench.draw();
        }
        System.out.println(good ? "Within the limits" : "Over a limit");
        System.exit(good ? 0 : 1);
    }

    /// Answers the processor time for each invoice, in milliseconds.
    private double run(int organisations, LocalDate month) throws IOException {
        seed(organisations, month);
        System.gc();
        var heaps = ManagementFactory.getMemoryPoolMXBeans();
        heaps.forEach(pool -> pool.resetPeakUsage());
        var jvm = jvmTicks();
        var server = postgresTicks();
        var begun = System.nanoTime();
        var made = 0;
        var highest = 0L;
        for (var batch = -1; batch != 0; ) {
            batch = invoicing.issueNext(OFFICE, month, AT_ONCE, Signature.of("bench")).invoices();
            made += batch;
            var used = 0L;
            for (var pool : heaps) {
                used += pool.getType() == MemoryType.HEAP ? pool.getUsage().getUsed() : 0;
            }
            highest = Math.max(highest, used);
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        var jvmMillis = millis(jvmTicks() - jvm) / made;
        var serverMillis = millis(postgresTicks() - server) / made;
        if (made != organisations) {
            throw new IllegalStateException(made + " invoices, not " + organisations);
        }
        System.out.printf(
                "%,d invoices: %.3f ms CPU each (JVM %.3f, PostgreSQL %.3f), %.0f/s, heap %d MB%n",
                made,
                jvmMillis + serverMillis,
                jvmMillis,
                serverMillis,
                made / seconds,
                highest >> 20);
        return jvmMillis + serverMillis;
    }

    private void seed(int organisations, LocalDate month) {
        db.sql(
                        """
                        insert into invoicing.buyer
                        select md5(n::text)::uuid, 'FR', jsonb_build_object(
                               'name', 'Association ' || n,
                               'place', jsonb_build_object('street', '1, rue de l’Exemple',
                                   'postalCode', '1000', 'town', 'Bruxelles', 'region', null,
                                   'country', 'BE'),
                               'numbers', jsonb_build_array(jsonb_build_object(
                                   'name', 'BCE', 'value', '0123456749')),
                               'vatNumber', null,
                               'registration', jsonb_build_object(
                                   'scheme', '0208', 'value', '0123456749'),
                               'electronic', jsonb_build_object(
                                   'scheme', '0208', 'value', '0123456749'),
                               'email', null, 'phone', null)
                          from generate_series(1, ?) n on conflict do nothing
                        """)
                .param(organisations)
                .update();
        db.sql(
                        """
                        with lines as (
                            insert into invoicing.line
                                (office, organisation, order_number, order_line, partner, kind,
                                 sku, title, quantity, currency, fee_minor, tax_minor,
                                 delivered_on)
                            select ?, md5(n::text)::uuid, ?::bigint * 1000000 + n, l, 'partner',
                                   'donation', 'SKU-' || l, 'Licence annuelle', 2, 'EUR',
                                   1000 + n % 5000, round((2000 + 2 * (n % 5000)) * 0.17), ?
                              from generate_series(1, ?) n, generate_series(1, 2) l
                            returning id, tax_minor)
                        insert into invoicing.line_tax
                        select id, 1, 'vat-standard', null, 17, 'S', null, tax_minor from lines
                        """)
                .param(OFFICE.value())
                .param(month.getYear())
                .param(month)
                .param(organisations)
                .update();
        db.sql("vacuum analyze invoicing.line").update();
        db.sql("analyze invoicing.line_tax").update();
        db.sql("analyze invoicing.buyer").update();
    }

    private void draw() {
        var pdf = product.getBean(InvoicePdf.class);
        var invoices = new ArrayList<Invoice>();
        for (var row :
                invoicing
                        .search(OFFICE, new InvoiceQuery("", Optional.empty()), 0, DOCUMENTS)
                        .rows()) {
            invoices.add(invoicing.find(OFFICE, row.number()).orElseThrow());
        }
        for (var round = 0; round < 2; round++) {
            var bytes = 0L;
            var begun = System.nanoTime();
            for (var invoice : invoices) {
                bytes += InvoiceUbl.write(invoice).length;
            }
            var written = System.nanoTime();
            for (var invoice : invoices) {
                bytes += pdf.write(invoice, Optional.empty()).length;
            }
            var drawn = System.nanoTime();
            System.out.printf(
                    "%s: %,.0f UBL/s, %,.0f PDF/s on one thread, %d kB together each%n",
                    round == 0 ? "cold" : "warm",
                    DOCUMENTS / ((written - begun) / 1e9),
                    DOCUMENTS / ((drawn - written) / 1e9),
                    bytes / DOCUMENTS / 1024);
        }
    }

    private static double millis(long ticks) {
        return ticks * 1000.0 / TICKS_A_SECOND;
    }

    private static long jvmTicks() throws IOException {
        return ticks(Path.of("/proc/self/stat"), false);
    }

    /// All of the server's processes, and those that ended.
    private long postgresTicks() throws IOException {
        var sum = ticks(Path.of("/proc/" + postgres + "/stat"), true);
        for (var child : ProcessHandle.of(postgres).orElseThrow().children().toList()) {
            sum += ticks(Path.of("/proc/" + child.pid() + "/stat"), false);
        }
        return sum;
    }

    private static long ticks(Path stat, boolean withEnded) throws IOException {
        if (!Files.exists(stat)) {
            return 0;
        }
        var fields =
                List.of(Files.readString(stat).replaceFirst("^.*\\) ", "").split(" "));
        var sum = 0L;
        for (var field = 11; field < (withEnded ? 15 : 13); field++) {
            sum += Long.parseLong(fields.get(field));
        }
        return sum;
    }
}
