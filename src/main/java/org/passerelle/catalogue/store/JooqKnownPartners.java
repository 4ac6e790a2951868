package org.passerelle.catalogue.store;

import static org.passerelle.catalogue.store.generated.Tables.KNOWN_PARTNER;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.passerelle.catalogue.domain.KnownPartners;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.model.PartnerId;
import org.springframework.stereotype.Repository;

@Repository
class JooqKnownPartners implements KnownPartners {
    private final DSLContext db;

    JooqKnownPartners(DSLContext db) {
        this.db = db;
    }

    @Override
    public Set<PartnerId> add(OfficeId office, Collection<PartnerId> partners, Instant at) {
        var added = new TreeSet<PartnerId>();
        for (var partner : new TreeSet<>(partners)) {
            var rows =
                    db.insertInto(KNOWN_PARTNER)
                            .set(KNOWN_PARTNER.OFFICE, office.value())
                            .set(KNOWN_PARTNER.PARTNER, partner.value())
                            .set(KNOWN_PARTNER.KNOWN_AT, at.atOffset(ZoneOffset.UTC))
                            .onConflictDoNothing()
                            .execute();
            if (rows == 1) {
                added.add(partner);
            }
        }
        return added;
    }

    @Override
    public boolean any(OfficeId office) {
        return db.fetchExists(KNOWN_PARTNER, KNOWN_PARTNER.OFFICE.eq(office.value()));
    }
}
