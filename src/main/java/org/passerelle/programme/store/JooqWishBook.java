package org.passerelle.programme.store;

import static org.passerelle.programme.store.generated.Tables.WISH;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.Wish;
import org.passerelle.programme.domain.WishBook;
import org.passerelle.programme.store.generated.tables.records.WishRecord;
import org.springframework.stereotype.Repository;

@Repository
class JooqWishBook implements WishBook {
    private final DSLContext db;

    JooqWishBook(DSLContext db) {
        this.db = db;
    }

    @Override
    public void keep(OfficeId office, Wish wish) {
        db.insertInto(WISH)
                .set(WISH.ORGANISATION, wish.organisation().value())
                .set(WISH.OFFICE, office.value())
                .set(WISH.PROGRAMME, wish.programme().value())
                .set(WISH.ANSWER, wish.answer())
                .set(WISH.GIVEN_AT, wish.given().atOffset(ZoneOffset.UTC))
                .set(WISH.CHANGED_AT, wish.changed().atOffset(ZoneOffset.UTC))
                .set(WISH.GIVEN_BY, wish.by().value())
                .onConflict(WISH.ORGANISATION, WISH.PROGRAMME)
                .doUpdate()
                .set(WISH.ANSWER, wish.answer())
                .set(WISH.CHANGED_AT, wish.changed().atOffset(ZoneOffset.UTC))
                .set(WISH.GIVEN_BY, wish.by().value())
                .execute();
    }

    @Override
    public Optional<Wish> find(OrganisationId organisation, ProgrammeId programme) {
        return db.selectFrom(WISH)
                .where(
                        WISH.ORGANISATION.eq(organisation.value()),
                        WISH.PROGRAMME.eq(programme.value()))
                .fetchOptional(JooqWishBook::wish);
    }

    @Override
    public boolean remove(OrganisationId organisation, ProgrammeId programme) {
        return db.deleteFrom(WISH)
                        .where(
                                WISH.ORGANISATION.eq(organisation.value()),
                                WISH.PROGRAMME.eq(programme.value()))
                        .execute()
                == 1;
    }

    @Override
    public Map<ProgrammeId, Integer> counts(OfficeId office) {
        return db.select(WISH.PROGRAMME, DSL.count())
                .from(WISH)
                .where(WISH.OFFICE.eq(office.value()))
                .groupBy(WISH.PROGRAMME)
                .fetchMap(row -> ProgrammeId.of(row.value1()), row -> row.value2());
    }

    @Override
    public List<Wish> list(OfficeId office, Set<ProgrammeId> programmes, int from, int size) {
        return db.selectFrom(WISH)
                .where(
                        WISH.OFFICE.eq(office.value()),
                        WISH.PROGRAMME.in(programmes.stream().map(ProgrammeId::value).toList()))
                .orderBy(WISH.CHANGED_AT.desc(), WISH.ORGANISATION, WISH.PROGRAMME)
                .limit(from, size)
                .fetch(JooqWishBook::wish);
    }

    private static Wish wish(WishRecord row) {
        return new Wish(
                new OrganisationId(row.getOrganisation()),
                ProgrammeId.of(row.getProgramme()),
                row.getAnswer(),
                row.getGivenAt().toInstant(),
                row.getChangedAt().toInstant(),
                new PersonId(row.getGivenBy()));
    }
}
