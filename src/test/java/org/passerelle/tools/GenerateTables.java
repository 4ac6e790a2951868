package org.passerelle.tools;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/// Writes jOOQ's classes for every module's schema, from the migrations run on a real PostgreSQL.
///
/// One package per module, `org.passerelle.<module>.store.generated`, so that no module sees
/// another's tables. Runs as a single file (`tools/generate-tables`), because the product does not
/// compile before its tables exist.
public final class GenerateTables {
    private GenerateTables() {}

    public static void main(String[] arguments) throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            generate(postgres.getJdbcUrl("postgres", "postgres"), Path.of(arguments[0]));
        }
    }

    /// Migrates the empty database at `url` module by module and writes the classes below `target`.
    public static void generate(String url, Path target) throws Exception {
        migrate(url, "__root");
        for (var module : modules()) {
            migrate(url, module);
        }
        for (var module : modules()) {
            GenerationTool.generate(configuration(url, module, target));
        }
    }

    private static void migrate(String url, String module) {
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .locations("filesystem:src/main/resources/db/migration/" + module)
                .table("flyway_schema_history_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static List<String> modules() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/resources/db/migration"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.startsWith("__"))
                    .sorted()
                    .toList();
        }
    }

    private static Configuration configuration(String url, String module, Path target) {
        return new Configuration()
                .withJdbc(new Jdbc().withUrl(url).withUser("postgres").withPassword("postgres"))
                .withGenerator(
                        new Generator()
                                .withDatabase(
                                        new Database()
                                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                                .withInputSchema(module)
                                                .withOutputSchemaToDefault(false)
                                                .withIncludeRoutines(false))
                                .withGenerate(
                                        new Generate()
                                                .withDeprecated(false)
                                                .withGeneratedAnnotation(false)
                                                .withJavaTimeTypes(true)
                                                .withRecords(true)
                                                .withComments(false))
                                .withTarget(
                                        new Target()
                                                .withPackageName(
                                                        "org.passerelle."
                                                                + module
                                                                + ".store.generated")
                                                .withDirectory(target.toString())
                                                .withClean(false)));
    }
}
