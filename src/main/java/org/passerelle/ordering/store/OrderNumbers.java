package org.passerelle.ordering.store;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sequence;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.jooq.DSLContext;
import org.jooq.Sequence;
import org.jooq.impl.SQLDataType;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// One PostgreSQL sequence for each office: numbers are never given twice and nobody waits for
/// another's order; what a failed order took is left out (ORD-05).
@Component
class OrderNumbers {
    private static final long LOCK = 0x6f72646572L;

    private final DSLContext db;
    private final TransactionTemplate apart;
    private final ToLongFunction<OfficeId> first;
    private final Set<OfficeId> made = ConcurrentHashMap.newKeySet();

    OrderNumbers(DSLContext db, PlatformTransactionManager transactions, Packs packs) {
        this.db = db;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.first = office -> packs.get(office).office().numbering().firstOrder();
        packs.installed().forEach(pack -> make(pack.id()));
    }

    long next(OfficeId office) {
        if (!made.contains(office)) {
            make(office);
        }
        return db.nextval(of(office));
    }

    /// Apart from the order's transaction, so that its failing does not take the sequence back. Two
    /// nodes that start at once do it one after the other.
    private void make(OfficeId office) {
        apart.executeWithoutResult(_ -> {
            db.execute("select pg_advisory_xact_lock({0})", LOCK);
            db.createSequenceIfNotExists(of(office)).startWith(first.applyAsLong(office)).execute();
        });
        made.add(office);
    }

    private static Sequence<Long> of(OfficeId office) {
        return sequence(name("ordering", "order_number " + office.value()), SQLDataType.BIGINT);
    }
}
