package org.passerelle.payment.store;

import static org.passerelle.payment.store.generated.Tables.PAYABLE;
import static org.passerelle.payment.store.generated.Tables.PAYOUT;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.payment.Means;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payer;
import org.passerelle.payment.Payout;
import org.passerelle.payment.Payout.State;
import org.passerelle.payment.PayoutId;
import org.passerelle.payment.PayoutQuery;
import org.passerelle.payment.domain.PayoutBook;
import org.passerelle.payment.store.generated.tables.records.PayoutRecord;
import org.springframework.stereotype.Repository;

@Repository
class JooqPayouts implements PayoutBook {
    private final DSLContext db;

    JooqPayouts(DSLContext db) {
        this.db = db;
    }

    /// Those of each payable, oldest first.
    Map<UUID, List<Payout>> ofPayables(List<UUID> payables) {
        return rows().where(PAYOUT.PAYABLE.in(payables))
                .orderBy(PAYOUT.DUE_AT, PAYOUT.ID)
                .fetchGroups(PAYOUT.PAYABLE, JooqPayouts::payout);
    }

    void add(Payout payout, UUID payable, UUID repayment) {
        insert(payout, payable, repayment);
    }

    @Override
    public boolean add(Payout ofMovement) {
        return insert(ofMovement, null, null);
    }

    private boolean insert(Payout payout, @Nullable UUID payable, @Nullable UUID repayment) {
        var row = new PayoutRecord();
        row.setId(payout.id().value());
        row.setOffice(payout.office().value());
        row.setOrganisation(payout.organisation().map(OrganisationId::value).orElse(null));
        row.setPayable(payable);
        row.setRepayment(repayment);
        row.setReceipt(payout.receipt().orElse(null));
        row.setMovement(payout.movement().orElse(null));
        row.setAmountMinor(payout.amount().getAmountMinorLong());
        row.setCurrency(payout.amount().getCurrencyUnit().getCode());
        row.setReason(payout.reason());
        row.setDueAt(payout.dueAt().atOffset(ZoneOffset.UTC));
        row.setDueBy(payout.by().name());
        row.setDueByPerson(payout.by().personValue());
        changing(row, payout);
        return db.insertInto(PAYOUT)
                        .set(row)
                        .onConflict(PAYOUT.OFFICE, PAYOUT.MOVEMENT)
                        .doNothing()
                        .execute()
                == 1;
    }

    @Override
    public void save(Payout payout) {
        var row = new PayoutRecord();
        changing(row, payout);
        db.update(PAYOUT).set(row).where(PAYOUT.ID.eq(payout.id().value())).execute();
    }

    /// What the last state filled, this one clears.
    private static void changing(PayoutRecord row, Payout payout) {
        row.setMeans(payout.means().name());
        row.setPayeeName(payout.to().name().orElse(null));
        row.setPayeeAccount(payout.to().account().orElse(null));
        row.setTurn(payout.turn());
        row.setState(payout.state().code().name());
        row.setSentOn(null);
        row.setReference(null);
        row.setFailure(null);
        switch (payout.state()) {
            case State.Due _ -> {}
            case State.Sent(var on, var reference) -> {
                row.setSentOn(on);
                row.setReference(reference);
            }
            case State.Failed(var why) -> row.setFailure(why);
            case State.Dropped(var why) -> row.setFailure(why);
        }
    }

    @Override
    public Optional<Payout> find(PayoutId id) {
        return rows().where(PAYOUT.ID.eq(id.value())).fetchOptional(JooqPayouts::payout);
    }

    @Override
    public Optional<Payout> lock(PayoutId id) {
        return rows().where(PAYOUT.ID.eq(id.value()))
                .forUpdate()
                .of(PAYOUT)
                .fetchOptional(JooqPayouts::payout);
    }

    @Override
    public Optional<Payout> ofMovement(OfficeId office, String movement) {
        return rows().where(PAYOUT.OFFICE.eq(office.value()).and(PAYOUT.MOVEMENT.eq(movement)))
                .fetchOptional(JooqPayouts::payout);
    }

    @Override
    public List<Payout> search(OfficeId office, PayoutQuery query, int from, int size) {
        return rows().where(of(office, query))
                .orderBy(order(query))
                .limit(size)
                .offset(from)
                .fetch(JooqPayouts::payout);
    }

    private static List<SortField<?>> order(PayoutQuery query) {
        return query.isOver()
                ? List.of(PAYOUT.SENT_ON.desc().nullsLast(), PAYOUT.DUE_AT.desc(), PAYOUT.ID.desc())
                : List.of(PAYOUT.DUE_AT.asc(), PAYOUT.ID.asc());
    }

    @Override
    public int count(OfficeId office, PayoutQuery query) {
        return db.fetchCount(PAYOUT, of(office, query));
    }

    private static Condition of(OfficeId office, PayoutQuery query) {
        return PAYOUT.OFFICE
                .eq(office.value())
                .and(
                        query.state()
                                .map(state -> PAYOUT.STATE.eq(state.name()))
                                .orElseGet(DSL::noCondition))
                .and(
                        query.means()
                                .map(means -> PAYOUT.MEANS.eq(means.name()))
                                .orElseGet(DSL::noCondition));
    }

    private SelectOnConditionStep<Record> rows() {
        return db.select(PAYOUT.fields())
                .select(PAYABLE.KIND, PAYABLE.NUMBER)
                .from(PAYOUT)
                .leftJoin(PAYABLE)
                .on(PAYABLE.ID.eq(PAYOUT.PAYABLE));
    }

    private static Payout payout(Record row) {
        return new Payout(
                new PayoutId(row.get(PAYOUT.ID)),
                OfficeId.of(row.get(PAYOUT.OFFICE)),
                Optional.ofNullable(row.get(PAYOUT.ORGANISATION)).map(OrganisationId::new),
                Optional.ofNullable(row.get(PAYABLE.KIND))
                        .map(kind -> new PayableRef(kind, row.get(PAYABLE.NUMBER))),
                Optional.ofNullable(row.get(PAYOUT.RECEIPT)),
                Optional.ofNullable(row.get(PAYOUT.MOVEMENT)),
                Means.valueOf(row.get(PAYOUT.MEANS)),
                Money.ofMinor(
                        CurrencyUnit.of(row.get(PAYOUT.CURRENCY)), row.get(PAYOUT.AMOUNT_MINOR)),
                new Payer(
                        Optional.ofNullable(row.get(PAYOUT.PAYEE_NAME)),
                        Optional.ofNullable(row.get(PAYOUT.PAYEE_ACCOUNT))),
                row.get(PAYOUT.REASON),
                state(row),
                row.get(PAYOUT.TURN),
                row.get(PAYOUT.DUE_AT).toInstant(),
                Signature.of(row.get(PAYOUT.DUE_BY), row.get(PAYOUT.DUE_BY_PERSON)));
    }

    private static State state(Record row) {
        return switch (State.Code.valueOf(row.get(PAYOUT.STATE))) {
            case DUE -> new State.Due();
            case SENT -> new State.Sent(row.get(PAYOUT.SENT_ON), row.get(PAYOUT.REFERENCE));
            case FAILED -> new State.Failed(row.get(PAYOUT.FAILURE));
            case DROPPED -> new State.Dropped(row.get(PAYOUT.FAILURE));
        };
    }
}
