package org.passerelle;

import java.util.List;
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

    public static ModuleDatabase of(String... modules) {
        var source = new PGSimpleDataSource();
        source.setUrl(TestDatabase.createEmpty());
        for (var module : List.of(modules)) {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration/" + module)
                    .table("flyway_schema_history_" + module)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
        return new ModuleDatabase(source, new DataSourceTransactionManager(source));
    }

    /// Joins the transaction of the thread, as in the product.
    public DSLContext jooq() {
        return DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES);
    }
}
