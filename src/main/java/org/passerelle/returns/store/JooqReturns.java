package org.passerelle.returns.store;

import static org.passerelle.returns.store.generated.Tables.EVENT;
import static org.passerelle.returns.store.generated.Tables.GIVEN_BACK;
import static org.passerelle.returns.store.generated.Tables.LINE;
import static org.passerelle.returns.store.generated.Tables.NUMBERING;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.returns.Return;
import org.passerelle.returns.ReturnNumber;
import org.passerelle.returns.ReturnState;
import org.passerelle.returns.ReturnState.Code;
import org.passerelle.returns.domain.ReturnBook;
import org.springframework.stereotype.Repository;

@Repository
class JooqReturns implements ReturnBook {
    private final DSLContext db;

    JooqReturns(DSLContext db) {
        this.db = db;
    }

    @Override
    public ReturnNumber next(OrderNumber order) {
        var sequence =
                db.insertInto(NUMBERING, NUMBERING.ORDER_KEY, NUMBERING.LAST)
                        .values(order.key(), 1)
                        .onConflict(NUMBERING.ORDER_KEY)
                        .doUpdate()
                        .set(NUMBERING.LAST, NUMBERING.LAST.plus(1))
                        .returning(NUMBERING.LAST)
                        .fetchSingle(NUMBERING.LAST);
        return new ReturnNumber(order, Objects.requireNonNull(sequence));
    }

    @Override
    public void hold(OrderNumber order) {
        db.insertInto(NUMBERING, NUMBERING.ORDER_KEY, NUMBERING.LAST)
                .values(order.key(), 0)
                .onConflictDoNothing()
                .execute();
        db.selectOne()
                .from(NUMBERING)
                .where(NUMBERING.ORDER_KEY.eq(order.key()))
                .forUpdate()
                .execute();
    }

    @Override
    public void add(Return announced) {
        var row = ReturnRows.row(announced);
        var id =
                Objects.requireNonNull(
                        db.insertInto(GIVEN_BACK)
                                .set(row)
                                .returning(GIVEN_BACK.ID)
                                .fetchSingle(GIVEN_BACK.ID));
        announced
                .lines()
                .forEach(line ->
                        db.insertInto(LINE)
                                .set(LINE.GIVEN_BACK, id)
                                .set(LINE.POSITION, line.position())
                                .set(LINE.UNITS, line.units())
                                .set(LINE.REASON, line.reason().name())
                                .set(LINE.UNTIL, line.until().orElse(null))
                                .execute());
    }

    @Override
    public Optional<Return> find(ReturnNumber number) {
        return list(is(number), GIVEN_BACK.ID.asc(), 0, 1).stream().findFirst();
    }

    private static Condition is(ReturnNumber number) {
        return GIVEN_BACK
                .ORDER_KEY
                .eq(number.order().key())
                .and(GIVEN_BACK.SEQUENCE.eq(number.sequence()));
    }

    @Override
    public List<Return> of(OrderNumber order) {
        return all(GIVEN_BACK.ORDER_KEY.eq(order.key()), GIVEN_BACK.ID.asc());
    }

    @Override
    public List<Return> ofOrganisation(OrganisationId organisation) {
        return all(GIVEN_BACK.ORGANISATION.eq(organisation.value()), GIVEN_BACK.ID.desc());
    }

    @Override
    public List<Return> search(OfficeId office, Set<Code> states, int from, int size) {
        return list(in(office, states), GIVEN_BACK.SINCE.asc(), from, size);
    }

    @Override
    public int count(OfficeId office, Set<Code> states) {
        return db.fetchCount(GIVEN_BACK, in(office, states));
    }

    private static Condition in(OfficeId office, Collection<Code> states) {
        return GIVEN_BACK
                .OFFICE
                .eq(office.value())
                .and(GIVEN_BACK.STATE.in(states.stream().map(Code::name).toList()));
    }

    @Override
    public Map<Code, Integer> countByState(OfficeId office) {
        var counts = new EnumMap<Code, Integer>(Code.class);
        db.select(GIVEN_BACK.STATE, DSL.count())
                .from(GIVEN_BACK)
                .where(GIVEN_BACK.OFFICE.eq(office.value()))
                .groupBy(GIVEN_BACK.STATE)
                .forEach(row -> counts.put(Code.valueOf(row.value1()), row.value2()));
        return counts;
    }

    @Override
    public Optional<Return> withDocument(DocumentId document) {
        return all(
                        GIVEN_BACK.DOCUMENTS.contains(new UUID[] {document.value()}),
                        GIVEN_BACK.ID.asc())
                .stream()
                .findFirst();
    }

    @Override
    public void move(ReturnNumber number, ReturnState state) {
        var row = ReturnRows.standing(state);
        db.update(GIVEN_BACK).set(row).where(is(number)).execute();
    }

    @Override
    public void inspected(ReturnNumber number, int line, Return.Inspected found) {
        db.update(LINE)
                .set(LINE.ACCEPTED, found.accepted())
                .set(LINE.RESTOCKED, found.restocked())
                .set(LINE.NET_MINOR, found.net().getAmountMinorLong())
                .set(LINE.TAXES_MINOR, found.taxes().getAmountMinorLong())
                .set(LINE.CURRENCY, found.net().getCurrencyUnit().getCode())
                .where(
                        LINE.POSITION.eq(line),
                        LINE.GIVEN_BACK.eq(
                                DSL.select(GIVEN_BACK.ID).from(GIVEN_BACK).where(is(number))))
                .execute();
    }

    @Override
    public void note(ReturnNumber number, Return.Event event) {
        db.insertInto(
                        EVENT,
                        EVENT.GIVEN_BACK,
                        EVENT.KIND,
                        EVENT.DETAIL,
                        EVENT.AT,
                        EVENT.BY,
                        EVENT.BY_PERSON)
                .select(
                        DSL.select(
                                        GIVEN_BACK.ID,
                                        DSL.val(event.kind().name()),
                                        DSL.val(event.detail()),
                                        DSL.val(ReturnRows.time(event.at())),
                                        DSL.val(event.by().name()),
                                        DSL.val(event.by().personValue(), UUID.class))
                                .from(GIVEN_BACK)
                                .where(is(number)))
                .execute();
    }

    private List<Return> all(Condition condition, SortField<?> order) {
        return list(condition, order, 0, Integer.MAX_VALUE);
    }

    private List<Return> list(Condition condition, SortField<?> order, int from, int size) {
        var rows =
                db.selectFrom(GIVEN_BACK)
                        .where(condition)
                        .orderBy(order, GIVEN_BACK.ID)
                        .offset(from)
                        .limit(size)
                        .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.getValues(GIVEN_BACK.ID);
        var lines =
                db.selectFrom(LINE)
                        .where(LINE.GIVEN_BACK.in(ids))
                        .orderBy(LINE.POSITION)
                        .fetchGroups(LINE.GIVEN_BACK, ReturnRows::line);
        var events =
                db.selectFrom(EVENT)
                        .where(EVENT.GIVEN_BACK.in(ids))
                        .orderBy(EVENT.ID)
                        .fetchGroups(EVENT.GIVEN_BACK, ReturnRows::event);
        return rows.map(row ->
                ReturnRows.read(
                        row,
                        lines.getOrDefault(row.getId(), List.of()),
                        events.getOrDefault(row.getId(), List.of())));
    }
}
