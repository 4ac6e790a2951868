package org.passerelle;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/// A real database of its own with the tables of a few modules, for tests that need no product
/// around them: their own clock, their own threads.
public record ModuleDatabase(DataSource source, PlatformTransactionManager transactions) {
    private static final Map<List<String>, String> MIGRATED = new ConcurrentHashMap<>();

    public static ModuleDatabase of(String... modules) {
        var template = MIGRATED.computeIfAbsent(List.of(modules), ModuleDatabase::migrated);
        var source = source(TestDatabase.createLike(template));
        return new ModuleDatabase(source, new DataSourceTransactionManager(source));
    }

    /// Migrated once and copied by every test: the migrations take longer than most tests.
    private static String migrated(List<String> modules) {
        var address = TestDatabase.createEmpty();
        for (var module : modules) {
            Flyway.configure()
                    .dataSource(source(address))
                    .locations("classpath:db/migration/" + module)
                    .table("flyway_schema_history_" + module)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
        return address;
    }

    private static DataSource source(String address) {
        var source = new PGSimpleDataSource();
        source.setUrl(address);
        return source;
    }

    /// Joins the transaction of the thread, as in the product.
    public DSLContext jooq() {
        return DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES);
    }
}
