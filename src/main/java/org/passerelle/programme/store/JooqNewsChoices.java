package org.passerelle.programme.store;

import static org.passerelle.programme.store.generated.Tables.NEWS_CHOICE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.programme.domain.NewsChoices;
import org.springframework.stereotype.Repository;

@Repository
class JooqNewsChoices implements NewsChoices {
    private final DSLContext db;

    JooqNewsChoices(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<Boolean> of(OrganisationId organisation) {
        return db.select(NEWS_CHOICE.WANTED)
                .from(NEWS_CHOICE)
                .where(NEWS_CHOICE.ORGANISATION.eq(organisation.value()))
                .fetchOptional(NEWS_CHOICE.WANTED);
    }

    @Override
    public void keep(OrganisationId organisation, boolean wanted, PersonId by, Instant at) {
        var row = db.newRecord(NEWS_CHOICE);
        row.setOrganisation(organisation.value());
        row.setWanted(wanted);
        row.setChosenAt(at.atOffset(ZoneOffset.UTC));
        row.setChosenBy(by.value());
        db.insertInto(NEWS_CHOICE)
                .set(row)
                .onConflict(NEWS_CHOICE.ORGANISATION)
                .doUpdate()
                .set(row)
                .execute();
    }
}
