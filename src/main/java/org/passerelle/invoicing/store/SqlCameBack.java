package org.passerelle.invoicing.store;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.invoicing.domain.CameBack;
import org.passerelle.kernel.OfficeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What came back, in its tables.
@Repository
class SqlCameBack implements CameBack {
    private final JdbcClient db;
    private final Numbers numbers;
    private final Clock clock;

    SqlCameBack(JdbcClient db, Clock clock) {
        this.db = db;
        this.numbers = new Numbers(db);
        this.clock = clock;
    }

    @Override
    public void hold(OfficeId office, long order) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("invoicing " + office + "/" + order)
                .query((_, _) -> true)
                .single();
    }

    @Override
    public void holdNumbers(OfficeId office, int year) {
        numbers.lock(office, year);
    }

    @Override
    public boolean knows(String key) {
        return db.sql("select exists (select from invoicing.returned where return_key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void keep(Units units, Optional<UUID> document) {
        db.sql("insert into invoicing.returned values (?, ?, ?, ?, ?, ?)")
                .param(units.key())
                .param(units.office().value())
                .param(units.order())
                .param(units.line())
                .param(units.units())
                .param(document.orElse(null))
                .update();
    }

    @Override
    public long neverBilled(OfficeId office, long order, int line) {
        return db.sql(
                        """
                        select coalesce(sum(units), 0) from invoicing.returned
                         where office = ? and order_number = ? and order_line = ?
                           and document is null
                        """)
                .param(office.value())
                .param(order)
                .param(line)
                .query(Long.class)
                .single();
    }

    @Override
    public boolean isCaughtUp(OfficeId office) {
        return db.sql("select exists (select from invoicing.caught_up where office = ?)")
                .param(office.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void caughtUp(OfficeId office) {
        db.sql("insert into invoicing.caught_up values (?, ?::timestamptz) on conflict do nothing")
                .param(office.value())
                .param(clock.instant().toString())
                .update();
    }
}
