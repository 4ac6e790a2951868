package org.passerelle.catalogue.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.passerelle.catalogue.store.generated.Tables.STOCK_ITEM;
import static org.passerelle.catalogue.store.generated.Tables.STOCK_MOVEMENT;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.passerelle.catalogue.StockLevel;
import org.passerelle.catalogue.StockLevel.Kind;
import org.passerelle.catalogue.domain.StockLedger;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;
import org.passerelle.pack.model.OfferId;
import org.springframework.stereotype.Repository;

@Repository
class JooqStockLedger implements StockLedger {
    private final DSLContext db;

    JooqStockLedger(DSLContext db) {
        this.db = db;
    }

    @Override
    public Sums lock(OfficeId office, OfferId offer, long initial, Instant now) {
        var met =
                db.insertInto(STOCK_ITEM)
                        .set(STOCK_ITEM.OFFICE, office.value())
                        .set(STOCK_ITEM.OFFER, offer.value())
                        .onConflictDoNothing()
                        .execute();
        db.selectFrom(STOCK_ITEM)
                .where(STOCK_ITEM.OFFICE.eq(office.value()), STOCK_ITEM.OFFER.eq(offer.value()))
                .forUpdate()
                .fetch();
        if (met == 1) {
            add(
                    office,
                    offer,
                    new StockLevel.Movement(
                            Kind.OPENED, initial, 0, "pack", now, Signature.of("pack")));
        }
        return summed(office, offer);
    }

    @Override
    public Sums sums(OfficeId office, OfferId offer, long initial) {
        return db.select(total(STOCK_MOVEMENT.ON_HAND), total(STOCK_MOVEMENT.HELD), count())
                .from(STOCK_MOVEMENT)
                .where(of(office, offer))
                .fetchSingle(row ->
                        row.value3() == 0
                                ? new Sums(initial, 0)
                                : new Sums(
                                        row.value1().longValueExact(),
                                        row.value2().longValueExact()));
    }

    @Override
    public Map<OfferId, Sums> sums(OfficeId office) {
        return db.select(
                        STOCK_MOVEMENT.OFFER,
                        total(STOCK_MOVEMENT.ON_HAND),
                        total(STOCK_MOVEMENT.HELD))
                .from(STOCK_MOVEMENT)
                .where(STOCK_MOVEMENT.OFFICE.eq(office.value()))
                .groupBy(STOCK_MOVEMENT.OFFER)
                .fetchMap(
                        row -> OfferId.of(row.value1()),
                        row ->
                                new Sums(
                                        row.value2().longValueExact(),
                                        row.value3().longValueExact()));
    }

    private Sums summed(OfficeId office, OfferId offer) {
        return db.select(total(STOCK_MOVEMENT.ON_HAND), total(STOCK_MOVEMENT.HELD))
                .from(STOCK_MOVEMENT)
                .where(of(office, offer))
                .fetchSingle(row ->
                        new Sums(row.value1().longValueExact(), row.value2().longValueExact()));
    }

    private static Field<BigDecimal> total(Field<Long> of) {
        return coalesce(sum(of), inline(BigDecimal.ZERO));
    }

    @Override
    public void add(OfficeId office, OfferId offer, StockLevel.Movement movement) {
        db.insertInto(STOCK_MOVEMENT)
                .set(STOCK_MOVEMENT.OFFICE, office.value())
                .set(STOCK_MOVEMENT.OFFER, offer.value())
                .set(STOCK_MOVEMENT.KIND, movement.kind().name())
                .set(STOCK_MOVEMENT.ON_HAND, movement.onHand())
                .set(STOCK_MOVEMENT.HELD, movement.held())
                .set(STOCK_MOVEMENT.CAUSE, movement.cause())
                .set(STOCK_MOVEMENT.TURN, turn(office, offer, movement))
                .set(STOCK_MOVEMENT.AT, movement.at().atOffset(ZoneOffset.UTC))
                .set(STOCK_MOVEMENT.BY, movement.by().name())
                .set(STOCK_MOVEMENT.BY_PERSON, movement.by().personValue())
                .execute();
    }

    /// A cause that let go may hold again, in its next turn. Held twice without letting go, or let
    /// go twice, would be the same turn again, which the database refuses.
    private Field<Integer> turn(OfficeId office, OfferId offer, StockLevel.Movement movement) {
        return switch (movement.kind()) {
            case OPENED, ADDED, COUNTED -> inline(1);
            case HELD -> times(office, offer, movement, Kind.RELEASED, Kind.TAKEN).plus(inline(1));
            case RELEASED, TAKEN -> times(office, offer, movement, Kind.HELD);
        };
    }

    private Field<Integer> times(
            OfficeId office, OfferId offer, StockLevel.Movement movement, Kind... kinds) {
        return field(
                select(count())
                        .from(STOCK_MOVEMENT)
                        .where(
                                of(office, offer),
                                STOCK_MOVEMENT.CAUSE.eq(movement.cause()),
                                STOCK_MOVEMENT.KIND.in(Stream.of(kinds).map(Kind::name).toList())));
    }

    @Override
    public List<HeldFor> heldFor(OfficeId office, String causePrefix) {
        var held = total(STOCK_MOVEMENT.HELD);
        return db.select(STOCK_MOVEMENT.OFFER, STOCK_MOVEMENT.CAUSE, held)
                .from(STOCK_MOVEMENT)
                .where(
                        STOCK_MOVEMENT.OFFICE.eq(office.value()),
                        STOCK_MOVEMENT.CAUSE.startsWith(causePrefix))
                .groupBy(STOCK_MOVEMENT.OFFER, STOCK_MOVEMENT.CAUSE)
                .having(held.gt(BigDecimal.ZERO))
                .orderBy(STOCK_MOVEMENT.OFFER, STOCK_MOVEMENT.CAUSE)
                .fetch(row ->
                        new HeldFor(
                                OfferId.of(row.value1()),
                                row.value2(),
                                row.value3().longValueExact()));
    }

    @Override
    public List<StockLevel.Movement> movements(OfficeId office, OfferId offer, int limit) {
        return db.selectFrom(STOCK_MOVEMENT)
                .where(of(office, offer))
                .orderBy(STOCK_MOVEMENT.ID.desc())
                .limit(limit)
                .fetch(row ->
                        new StockLevel.Movement(
                                Kind.valueOf(row.getKind()),
                                row.getOnHand(),
                                row.getHeld(),
                                row.getCause(),
                                row.getAt().toInstant(),
                                Signature.of(row.getBy(), row.getByPerson())));
    }

    private static Condition of(OfficeId office, OfferId offer) {
        return STOCK_MOVEMENT.OFFICE.eq(office.value()).and(STOCK_MOVEMENT.OFFER.eq(offer.value()));
    }
}
