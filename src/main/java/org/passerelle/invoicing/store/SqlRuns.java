package org.passerelle.invoicing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.invoicing.MonthRun;
import org.passerelle.invoicing.domain.Runs;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Runs in their table.
@Repository
class SqlRuns implements Runs {
    private static final int SHOWN = 12;

    private final JdbcClient db;

    SqlRuns(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<UUID> start(OfficeId office, LocalDate until, Instant at, Signature by) {
        return db.sql(
                        """
                        insert into invoicing.run
                            (id, office, until, state, invoices, gross_minor, started_at,
                             started_by, started_by_person)
                        values (?, ?, ?, 'UNDER_WAY', 0, 0, ?::timestamptz, ?, ?::uuid)
                        on conflict (office) where state = 'UNDER_WAY' do nothing
                        returning id
                        """)
                .param(UUID.randomUUID())
                .param(office.value())
                .param(until)
                .param(at.toString())
                .param(by.name())
                .param(by.personValue())
                .query(UUID.class)
                .optional();
    }

    @Override
    public Optional<UnderWay> lock(UUID run) {
        return db.sql("select * from invoicing.run where id = ? for update")
                .param(run)
                .query((row, _) ->
                        new UnderWay(
                                OfficeId.of(row.getString("office")),
                                row.getObject("until", LocalDate.class),
                                ended(row),
                                by(row)))
                .optional();
    }

    private static Optional<Instant> ended(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static Signature by(ResultSet row) throws SQLException {
        return Signature.of(
                row.getString("started_by"), row.getObject("started_by_person", UUID.class));
    }

    @Override
    public void add(UUID run, long invoices, long grossMinor) {
        db.sql(
                        """
                        update invoicing.run
                           set invoices = invoices + ?, gross_minor = gross_minor + ?
                         where id = ?
                        """)
                .param(invoices)
                .param(grossMinor)
                .param(run)
                .update();
    }

    @Override
    public void end(UUID run, Instant at) {
        db.sql(
                        """
                        update invoicing.run set state = 'DONE', ended_at = ?::timestamptz
                         where id = ?
                        """)
                .param(at.toString())
                .param(run)
                .update();
    }

    @Override
    public List<MonthRun> latest(OfficeId office, CurrencyUnit currency) {
        return db.sql(
                        """
                        select * from invoicing.run where office = ?
                         order by started_at desc limit ?
                        """)
                .param(office.value())
                .param(SHOWN)
                .query((row, _) ->
                        new MonthRun(
                                row.getObject("id", UUID.class),
                                office,
                                row.getObject("until", LocalDate.class),
                                row.getLong("invoices"),
                                Money.ofMinor(currency, row.getLong("gross_minor")),
                                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                                ended(row),
                                by(row)))
                .list();
    }
}
