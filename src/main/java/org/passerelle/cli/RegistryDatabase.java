package org.passerelle.cli;

import java.util.List;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.passerelle.agenda.ProductClock;
import org.passerelle.database.DatabaseConfiguration;
import org.passerelle.database.FolderInUseException;
import org.passerelle.registry.DescriptionFault;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The part of the product that commands on registers need: the database of the settings and the
/// module `registry`. No page, no clockwork, nobody who listens.
// Not marked as a configuration: the server must not find it.
@ComponentScan(
        basePackages = "org.passerelle.registry",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JooqAutoConfiguration.class
})
@Import({DatabaseConfiguration.class, ProductClock.class})
class RegistryDatabase {
    private static final List<String> MODULES = List.of("agenda", "registry");

    /// The tables as the server makes them; whichever starts first makes them.
    @Bean
    Object tables(DataSource source) {
        for (var module : MODULES) {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration/" + module)
                    .table("flyway_schema_history_" + module)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
        return MODULES;
    }

    /// Opens the database that the server's settings name, has `work` done and closes it.
    ///
    /// @param settings of the server, given on the command line as the server takes them
    static int use(
            CommandLine command,
            List<String> settings,
            ToIntFunction<ConfigurableApplicationContext> work) {
        return use(command, settings, application(), work);
    }

    /// Starts `application` on the database that the server's settings name, has `work` done and
    /// stops it.
    static int use(
            CommandLine command,
            List<String> settings,
            SpringApplication application,
            ToIntFunction<ConfigurableApplicationContext> work) {
        for (var setting : settings) {
            if (!setting.matches("--(passerelle|spring|logging)\\.[^=]+=.*")) {
                throw new ParameterException(command, "Unknown argument: " + setting);
            }
        }
        try (var open = application.run(settings.toArray(String[]::new))) {
            return work.applyAsInt(open);
        } catch (RuntimeException e) {
            command.getErr().println(explained(e));
            return 1;
        }
    }

    private static SpringApplication application() {
        return new SpringApplicationBuilder(RegistryDatabase.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(
                        "spring.datasource.hikari.maximum-pool-size=2",
                        // A register is put in its place by statements that take minutes.
                        "passerelle.database.answers-within=0",
                        "spring.main.log-startup-info=false",
                        "logging.level.root=warn",
                        // What goes wrong is said by the command, in a line.
                        "logging.level.org.springframework.boot.SpringApplication=off",
                        "logging.level.org.springframework.boot.diagnostics=off",
                        "logging.level.org.springframework.context=error")
                .build();
    }

    private static String explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FolderInUseException) {
                return cause.getMessage()
                        + ".\nStop it while the command runs, or name the database server with"
                        + " --passerelle.database.url=<address>.";
            }
            if (cause instanceof DescriptionFault) {
                return "Descriptions of registers are wrong:\n" + cause.getMessage();
            }
            if (cause instanceof java.sql.SQLException) {
                return "The database does not answer as it should: " + cause.getMessage();
            }
        }
        return "It did not work: " + failure;
    }
}
