package org.passerelle.registry;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.passerelle.ModuleDatabase;
import org.passerelle.SetClock;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// The module alone on a database of its own, with the descriptions of the project or of a folder.
public final class RegistryFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

    private final AnnotationConfigApplicationContext context;
    final DSLContext db;

    public RegistryFixture() {
        this(Path.of("packs"));
    }

    public RegistryFixture(Path packs) {
        var database = ModuleDatabase.of("registry");
        db = database.jooq();
        context = new AnnotationConfigApplicationContext();
        context.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "test", Map.of("passerelle.packs.folder", packs.toString())));
        context.registerBean(DataSource.class, database::source);
        context.registerBean(PlatformTransactionManager.class, database::transactions);
        context.registerBean(DSLContext.class, () -> db);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database.source()));
        context.registerBean(Clock.class, () -> new SetClock(NOW));
        context.scan("org.passerelle.registry.store", "org.passerelle.registry.reading");
        context.register(Registers.class, Importing.class);
        context.refresh();
    }

    public Importing importing() {
        return context.getBean(Importing.class);
    }

    public Registers registers() {
        return context.getBean(Registers.class);
    }

    public ImportOutcome take(String register, LocalDate asOf, Path... files) {
        return importing().run(order(register, asOf, files), Progress.none());
    }

    static ImportOrder order(String register, LocalDate asOf, Path... files) {
        return new ImportOrder(
                RegisterId.of(register),
                List.of(files),
                asOf,
                OptionalLong.empty(),
                false,
                false,
                "a test");
    }

    Entry entry(String register, String number) {
        return registers().byNumbers(Map.of(scheme(register), number)).stream()
                .filter(one -> one.register().value().equals(register))
                .findFirst()
                .orElseThrow();
    }

    private String scheme(String register) {
        return registers().find(RegisterId.of(register)).orElseThrow().scheme();
    }

    /// All that stands in the module's tables but the list of imports, as one text.
    String everything() {
        return List.of("register", "order_of_records", "entry", "entry_name", "entry_change")
                .stream()
                .map(table ->
                        table
                                + "\n"
                                + db.fetch("select * from registry." + table + " order by 1, 2")
                                        .formatCSV())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        context.close();
    }

    /// A file in the form of the IRS: 28 columns, CRLF. A row is its values by column.
    public static Path irs(Path folder, String name, List<Map<String, String>> rows)
            throws IOException {
        var text = new StringBuilder(String.join(",", IRS_COLUMNS)).append("\r\n");
        for (var row : rows) {
            text.append(
                            Arrays.stream(IRS_COLUMNS)
                                    .map(column -> row.getOrDefault(column, ""))
                                    .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return write(folder, name, text.toString(), StandardCharsets.UTF_8);
    }

    /// The usual row of a made-up organisation.
    public static Map<String, String> row(String ein, String name, String town) {
        return Map.of(
                "EIN",
                ein,
                "NAME",
                name,
                "STREET",
                "1 MAIN ST",
                "CITY",
                town,
                "STATE",
                "ME",
                "ZIP",
                "04401-6800",
                "STATUS",
                "01",
                "ICO",
                "% JANE DOE");
    }

    /// The row with other values in some columns, two by two.
    public static Map<String, String> with(Map<String, String> row, String... changes) {
        var copy = new java.util.HashMap<>(row);
        for (var i = 0; i < changes.length; i += 2) {
            copy.put(changes[i], changes[i + 1]);
        }
        return copy;
    }

    public static Path write(Path folder, String name, String text, Charset encoding)
            throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(encoding));
    }

    static final String[] IRS_COLUMNS =
            ("EIN,NAME,ICO,STREET,CITY,STATE,ZIP,GROUP,SUBSECTION,AFFILIATION,CLASSIFICATION,"
                            + "RULING,DEDUCTIBILITY,FOUNDATION,ACTIVITY,ORGANIZATION,STATUS,"
                            + "TAX_PERIOD,ASSET_CD,INCOME_CD,FILING_REQ_CD,PF_FILING_REQ_CD,"
                            + "ACCT_PD,ASSET_AMT,INCOME_AMT,REVENUE_AMT,NTEE_CD,SORT_NAME")
                    .split(",");
}
