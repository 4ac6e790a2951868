package org.passerelle.programme.store;

import static org.passerelle.programme.store.generated.Tables.ALLOTMENT_ENTRY;
import static org.passerelle.programme.store.generated.Tables.ALLOTMENT_GIVEN_BACK;
import static org.passerelle.programme.store.generated.Tables.ALLOTMENT_MOVEMENT;
import static org.passerelle.programme.store.generated.Tables.HOLDER;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.History;
import org.passerelle.programme.domain.AllotmentLedger;
import org.passerelle.programme.store.generated.tables.AllotmentMovement;
import org.passerelle.programme.store.generated.tables.records.AllotmentEntryRecord;
import org.springframework.stereotype.Repository;

@Repository
class JooqAllotmentLedger implements AllotmentLedger {
    private static final String PAID = "PAID";
    private static final String USED = "USED";
    private static final String RELEASED = "RELEASED";

    private final DSLContext db;

    JooqAllotmentLedger(DSLContext db) {
        this.db = db;
    }

    @Override
    public void hold(OrganisationId organisation, Collection<ProgrammeId> programmes) {
        var names = programmes.stream().map(ProgrammeId::value).sorted().distinct().toList();
        for (var name : names) {
            db.insertInto(HOLDER)
                    .set(HOLDER.ORGANISATION, organisation.value())
                    .set(HOLDER.PROGRAMME, name)
                    .onConflictDoNothing()
                    .execute();
            db.selectFrom(HOLDER)
                    .where(HOLDER.ORGANISATION.eq(organisation.value()), HOLDER.PROGRAMME.eq(name))
                    .forUpdate()
                    .fetch();
        }
    }

    @Override
    public List<History.Line> linesOf(OrganisationId organisation) {
        return linesOf(List.of(organisation)).getOrDefault(organisation, List.of());
    }

    @Override
    public Map<OrganisationId, List<History.Line>> linesOf(
            Collection<OrganisationId> organisations) {
        var paid = ALLOTMENT_MOVEMENT.as("paid");
        var settled = ALLOTMENT_MOVEMENT.as("settled");
        var all = new HashMap<OrganisationId, List<History.Line>>();
        var back = DSL.sum(ALLOTMENT_GIVEN_BACK.UNITS);
        var givenBack =
                DSL.field(
                        DSL.select(DSL.coalesce(back, BigDecimal.ZERO))
                                .from(ALLOTMENT_GIVEN_BACK)
                                .where(ALLOTMENT_GIVEN_BACK.ENTRY.eq(ALLOTMENT_ENTRY.ID)));
        db.select(ALLOTMENT_ENTRY, paid.AT, settled.KIND, givenBack)
                .from(ALLOTMENT_ENTRY)
                .leftJoin(paid)
                .on(paid.ENTRY.eq(ALLOTMENT_ENTRY.ID), paid.KIND.eq(PAID))
                .leftJoin(settled)
                .on(settled.ENTRY.eq(ALLOTMENT_ENTRY.ID), settled.KIND.in(USED, RELEASED))
                .where(ALLOTMENT_ENTRY.ORGANISATION.in(Ids.of(organisations)))
                .orderBy(ALLOTMENT_ENTRY.PLACED_AT, ALLOTMENT_ENTRY.ID)
                .forEach(row ->
                        all.computeIfAbsent(
                                        new OrganisationId(row.value1().getOrganisation()),
                                        _ -> new ArrayList<>())
                                .add(
                                        line(
                                                        row.value1(),
                                                        Optional.ofNullable(row.value2())
                                                                .map(at -> at.toInstant()),
                                                        Optional.ofNullable(row.value3()))
                                                .without(row.value4().longValueExact())));
        return all;
    }

    @Override
    public void reserve(
            OrganisationId organisation, OfficeId office, int position, History.Line line) {
        db.insertInto(ALLOTMENT_ENTRY)
                .set(ALLOTMENT_ENTRY.ORGANISATION, organisation.value())
                .set(ALLOTMENT_ENTRY.OFFICE, office.value())
                .set(ALLOTMENT_ENTRY.PROGRAMME, line.programme().value())
                .set(ALLOTMENT_ENTRY.OFFER, line.offer().value())
                .set(ALLOTMENT_ENTRY.ORDER_KEY, line.order())
                .set(ALLOTMENT_ENTRY.LINE, position)
                .set(ALLOTMENT_ENTRY.QUANTITY, line.quantity())
                .set(ALLOTMENT_ENTRY.LICENCES, line.holds().licences())
                .set(ALLOTMENT_ENTRY.DEVICES, line.holds().devices())
                .set(
                        ALLOTMENT_ENTRY.FEE_MINOR,
                        line.fee().map(Money::getAmountMinorLong).orElse(null))
                .set(
                        ALLOTMENT_ENTRY.FEE_CURRENCY,
                        line.fee().map(fee -> fee.getCurrencyUnit().getCode()).orElse(null))
                .set(ALLOTMENT_ENTRY.PERSONS, LedgerJson.persons(line.persons()))
                .set(ALLOTMENT_ENTRY.PLACED_AT, line.placed().atOffset(ZoneOffset.UTC))
                .execute();
    }

    @Override
    public Optional<OrganisationId> organisationOf(String order) {
        return db.selectDistinct(ALLOTMENT_ENTRY.ORGANISATION)
                .from(ALLOTMENT_ENTRY)
                .where(ALLOTMENT_ENTRY.ORDER_KEY.eq(order))
                .fetchOptional(row -> new OrganisationId(row.value1()));
    }

    @Override
    public void paid(String order, Instant at) {
        move(ALLOTMENT_ENTRY.ORDER_KEY.eq(order), PAID, at, PAID);
    }

    @Override
    public boolean use(String order, int position, Instant at) {
        var line = ALLOTMENT_ENTRY.ORDER_KEY.eq(order).and(ALLOTMENT_ENTRY.LINE.eq(position));
        move(line, USED, at, USED, RELEASED);
        return db.fetchExists(
                db.selectOne()
                        .from(ALLOTMENT_ENTRY)
                        .join(ALLOTMENT_MOVEMENT)
                        .on(ALLOTMENT_MOVEMENT.ENTRY.eq(ALLOTMENT_ENTRY.ID))
                        .where(line, ALLOTMENT_MOVEMENT.KIND.eq(USED)));
    }

    /// A line is found by its order; those of one line wait for each other at the holder's row.
    @Override
    public boolean giveBack(String order, int position, long units, String cause, Instant at) {
        var entry =
                db.selectFrom(ALLOTMENT_ENTRY)
                        .where(ALLOTMENT_ENTRY.ORDER_KEY.eq(order))
                        .and(ALLOTMENT_ENTRY.LINE.eq(position))
                        .fetchOptional();
        if (entry.isEmpty()) {
            return false;
        }
        var row = entry.get();
        hold(
                new OrganisationId(row.getOrganisation()),
                List.of(ProgrammeId.of(row.getProgramme())));
        var back =
                db.select(DSL.coalesce(DSL.sum(ALLOTMENT_GIVEN_BACK.UNITS), BigDecimal.ZERO))
                        .from(ALLOTMENT_GIVEN_BACK)
                        .where(
                                ALLOTMENT_GIVEN_BACK.ENTRY.eq(row.getId()),
                                ALLOTMENT_GIVEN_BACK.CAUSE.ne(cause))
                        .fetchSingle()
                        .value1()
                        .longValueExact();
        if (back + units > row.getQuantity()) {
            throw new IllegalStateException(
                    "More than line " + position + " of " + order + " has: " + cause);
        }
        return db.insertInto(ALLOTMENT_GIVEN_BACK)
                        .set(ALLOTMENT_GIVEN_BACK.ENTRY, row.getId())
                        .set(ALLOTMENT_GIVEN_BACK.CAUSE, cause)
                        .set(ALLOTMENT_GIVEN_BACK.UNITS, units)
                        .set(ALLOTMENT_GIVEN_BACK.AT, at.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    @Override
    public int release(String order, Instant at) {
        return move(ALLOTMENT_ENTRY.ORDER_KEY.eq(order), RELEASED, at, USED, RELEASED);
    }

    /// Adds a movement to each entry that has none of `unless` yet. Of two that race, the table's
    /// keys let one through.
    private int move(Condition which, String kind, Instant at, String... unless) {
        Field<Long> entry = ALLOTMENT_ENTRY.ID;
        AllotmentMovement done = ALLOTMENT_MOVEMENT.as("done");
        return db.insertInto(
                        ALLOTMENT_MOVEMENT,
                        ALLOTMENT_MOVEMENT.ENTRY,
                        ALLOTMENT_MOVEMENT.KIND,
                        ALLOTMENT_MOVEMENT.AT)
                .select(
                        DSL.select(entry, DSL.val(kind), DSL.val(at.atOffset(ZoneOffset.UTC)))
                                .from(ALLOTMENT_ENTRY)
                                .where(which)
                                .andNotExists(
                                        DSL.selectOne()
                                                .from(done)
                                                .where(done.ENTRY.eq(entry), done.KIND.in(unless))))
                .onConflictDoNothing()
                .execute();
    }

    private static History.Line line(
            AllotmentEntryRecord row, Optional<Instant> paid, Optional<String> settled) {
        var state =
                settled.map(kind ->
                                kind.equals(USED)
                                        ? History.State.DELIVERED
                                        : History.State.CANCELLED)
                        .orElse(paid.isPresent() ? History.State.PAID : History.State.PLACED);
        return new History.Line(
                row.getOrderKey(),
                OfferId.of(row.getOffer()),
                ProgrammeId.of(row.getProgramme()),
                row.getQuantity(),
                new Offer.Holds(row.getLicences(), row.getDevices()),
                Optional.ofNullable(row.getFeeMinor())
                        .map(minor -> Money.ofMinor(CurrencyUnit.of(row.getFeeCurrency()), minor)),
                row.getPlacedAt().toInstant(),
                paid,
                state,
                LedgerJson.persons(row.getPersons()));
    }
}
