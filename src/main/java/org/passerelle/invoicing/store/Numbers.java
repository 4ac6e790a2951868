package org.passerelle.invoicing.store;

import org.passerelle.kernel.OfficeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The counters of numbers, one for each office and year.
final class Numbers {
    private final JdbcClient db;

    Numbers(JdbcClient db) {
        this.db = db;
    }

    /// Answers the last number given, and has whoever wants the next wait for this transaction.
    long lock(OfficeId office, int year) {
        db.sql("insert into invoicing.counter values (?, ?, 0) on conflict do nothing")
                .param(office.value())
                .param(year)
                .update();
        return db.sql("select last from invoicing.counter where office = ? and year = ? for update")
                .param(office.value())
                .param(year)
                .query(Long.class)
                .single();
    }

    void given(OfficeId office, int year, long last) {
        db.sql("update invoicing.counter set last = ? where office = ? and year = ?")
                .param(last)
                .param(office.value())
                .param(year)
                .update();
    }
}
