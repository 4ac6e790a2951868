package org.passerelle.ordering.store;

import static org.passerelle.ordering.store.generated.Tables.HAND_OVER;
import static org.passerelle.ordering.store.generated.Tables.LINE_PERSON;
import static org.passerelle.ordering.store.generated.Tables.ORDER_EVENT;
import static org.passerelle.ordering.store.generated.Tables.ORDER_LINE;
import static org.passerelle.ordering.store.generated.Tables.PARCEL_ARRIVAL;
import static org.passerelle.ordering.store.generated.Tables.PLACED_ORDER;
import static org.passerelle.ordering.store.generated.Tables.SUPPORT_CONTRACT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.ordering.HandOver;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.ordering.OrderQuery;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.OrdersFound;
import org.passerelle.ordering.Unpaid;
import org.passerelle.ordering.domain.Orders;
import org.springframework.stereotype.Repository;

@Repository
class JooqOrders implements Orders {
    /// First half of the locks this module takes for organisations.
    private static final int PLACING = 0x4f52;

    private final DSLContext db;
    private final OrderRows rows;
    private final OrderNumbers numbers;

    JooqOrders(DSLContext db, OrderNumbers numbers) {
        this.db = db;
        this.rows = new OrderRows(db);
        this.numbers = numbers;
    }

    @Override
    public void hold(OrganisationId organisation) {
        db.execute(
                "select pg_advisory_xact_lock({0}, hashtext({1}))",
                DSL.inline(PLACING), DSL.val(organisation.toString()));
    }

    @Override
    public long nextNumber(OfficeId office) {
        return numbers.next(office);
    }

    @Override
    public boolean add(Order order, String idempotencyKey) {
        var id = UUID.randomUUID();
        var row = OrderRows.header(id, order);
        row.setIdempotencyKey(idempotencyKey);
        var added =
                db.insertInto(PLACED_ORDER)
                        .set(row)
                        .onConflict(PLACED_ORDER.ORGANISATION, PLACED_ORDER.IDEMPOTENCY_KEY)
                        .doNothing()
                        .execute();
        if (added == 1) {
            rows.writeLines(id, order);
            order.events().forEach(event -> note(order.number(), event));
        }
        return added == 1;
    }

    @Override
    public Optional<OrderNumber> byKey(OrganisationId organisation, String idempotencyKey) {
        return db.select(PLACED_ORDER.OFFICE, PLACED_ORDER.NUMBER)
                .from(PLACED_ORDER)
                .where(
                        PLACED_ORDER.ORGANISATION.eq(organisation.value()),
                        PLACED_ORDER.IDEMPOTENCY_KEY.eq(idempotencyKey))
                .fetchOptional(row -> number(row.value1(), row.value2()));
    }

    private static OrderNumber number(String office, long value) {
        return new OrderNumber(OfficeId.of(office), value);
    }

    @Override
    public Optional<Order> find(OrderNumber number) {
        return rows.read(db.selectFrom(PLACED_ORDER).where(named(number)).fetch()).stream()
                .findFirst();
    }

    @Override
    public Optional<Order> lock(OrderNumber number) {
        return rows
                .read(db.selectFrom(PLACED_ORDER).where(named(number)).forUpdate().fetch())
                .stream()
                .findFirst();
    }

    @Override
    public List<OrderNumber> numbered(long value) {
        return db.select(PLACED_ORDER.OFFICE, PLACED_ORDER.NUMBER)
                .from(PLACED_ORDER)
                .where(PLACED_ORDER.NUMBER.eq(value))
                .orderBy(PLACED_ORDER.OFFICE)
                .fetch(row -> number(row.value1(), row.value2()));
    }

    @Override
    public List<Order> ofOrganisation(OrganisationId organisation) {
        return ofOrganisation(organisation, DSL.noCondition());
    }

    @Override
    public List<Order> withPersons(OrganisationId organisation) {
        var named =
                db.selectOne().from(LINE_PERSON).where(LINE_PERSON.ORDER_ID.eq(PLACED_ORDER.ID));
        return ofOrganisation(organisation, DSL.exists(named));
    }

    private List<Order> ofOrganisation(OrganisationId organisation, Condition only) {
        return rows.read(
                db.selectFrom(PLACED_ORDER)
                        .where(PLACED_ORDER.ORGANISATION.eq(organisation.value()).and(only))
                        .orderBy(PLACED_ORDER.PLACED_AT.desc(), PLACED_ORDER.NUMBER.desc())
                        .fetch());
    }

    @Override
    public List<Unpaid> unpaidOf(OrganisationId organisation) {
        return db
                .select(PLACED_ORDER.OFFICE, PLACED_ORDER.NUMBER, ORDER_LINE.TITLE)
                .from(PLACED_ORDER)
                .join(ORDER_LINE)
                .on(ORDER_LINE.ORDER_ID.eq(PLACED_ORDER.ID))
                .where(
                        PLACED_ORDER.ORGANISATION.eq(organisation.value()),
                        in(Set.of(OrderState.Code.AWAITING_PAYMENT)))
                .orderBy(
                        PLACED_ORDER.PLACED_AT.desc(),
                        PLACED_ORDER.NUMBER.desc(),
                        ORDER_LINE.POSITION)
                .fetchGroups(row -> number(row.value1(), row.value2()), row -> row.value3())
                .entrySet()
                .stream()
                .map(order -> new Unpaid(order.getKey(), order.getValue()))
                .toList();
    }

    @Override
    public List<Order> ofOffice(OfficeId office, Set<OrderState.Code> states, int limit) {
        return rows.read(
                db.selectFrom(PLACED_ORDER)
                        .where(PLACED_ORDER.OFFICE.eq(office.value()).and(in(states)))
                        .orderBy(PLACED_ORDER.PLACED_AT.desc(), PLACED_ORDER.NUMBER.desc())
                        .limit(limit)
                        .fetch());
    }

    private static Condition in(Set<OrderState.Code> states) {
        return states.isEmpty()
                ? DSL.noCondition()
                : PLACED_ORDER.STATE.in(states.stream().map(Enum::name).toList());
    }

    @Override
    public OrdersFound search(OfficeId office, OrderQuery query, int from, int size) {
        var which = PLACED_ORDER.OFFICE.eq(office.value()).and(condition(query));
        var found =
                db.selectFrom(PLACED_ORDER)
                        .where(which)
                        .orderBy(PLACED_ORDER.PLACED_AT.desc(), PLACED_ORDER.NUMBER.desc())
                        .limit(size)
                        .offset(from)
                        .fetch();
        return new OrdersFound(rows.read(found), db.fetchCount(PLACED_ORDER, which));
    }

    private static Condition condition(OrderQuery query) {
        var which = DSL.noCondition();
        if (!query.states().isEmpty()) {
            which =
                    which.and(
                            PLACED_ORDER.STATE.in(
                                    query.states().stream().map(Enum::name).toList()));
        }
        if (!query.partner().isEmpty()) {
            which = which.and(hasLine(ORDER_LINE.PARTNER.eq(query.partner())));
        }
        if (!query.text().isEmpty()) {
            var number =
                    query.text().matches("[0-9]{1,18}")
                            ? PLACED_ORDER.NUMBER.eq(Long.parseLong(query.text()))
                            : DSL.falseCondition();
            var by =
                    PLACED_ORDER.ORGANISATION.in(
                            query.organisations().stream().map(OrganisationId::value).toList());
            which =
                    which.and(
                            number.or(by)
                                    .or(
                                            hasLine(
                                                    ORDER_LINE.TITLE.containsIgnoreCase(
                                                            query.text()))));
        }
        return which;
    }

    private static Condition hasLine(Condition such) {
        return DSL.exists(
                DSL.selectOne()
                        .from(ORDER_LINE)
                        .where(ORDER_LINE.ORDER_ID.eq(PLACED_ORDER.ID).and(such)));
    }

    @Override
    public Map<OrderState.Code, Integer> countByState(OfficeId office) {
        return db.select(PLACED_ORDER.STATE, DSL.count())
                .from(PLACED_ORDER)
                .where(PLACED_ORDER.OFFICE.eq(office.value()))
                .groupBy(PLACED_ORDER.STATE)
                .fetchMap(row -> OrderState.Code.valueOf(row.value1()), row -> row.value2());
    }

    @Override
    public void move(OrderNumber number, OrderState state) {
        var row = OrderRows.state(state);
        db.update(PLACED_ORDER).set(row).where(named(number)).execute();
    }

    @Override
    public void expect(OrderNumber number, int position, LocalDate on) {
        db.update(ORDER_LINE)
                .set(ORDER_LINE.EXPECTED_ON, on)
                .where(ORDER_LINE.ORDER_ID.eq(id(number)), ORDER_LINE.POSITION.eq(position))
                .execute();
    }

    @Override
    public void allHanded(OrderNumber number, int position, Instant at) {
        db.update(ORDER_LINE)
                .set(ORDER_LINE.ALL_HANDED_AT, time(at))
                .where(
                        ORDER_LINE.ORDER_ID.eq(id(number)),
                        ORDER_LINE.POSITION.eq(position),
                        ORDER_LINE.ALL_HANDED_AT.isNull())
                .execute();
    }

    @Override
    public void delivered(OrderNumber number, int position, Instant at) {
        db.update(ORDER_LINE)
                .set(ORDER_LINE.DELIVERED_AT, time(at))
                .where(ORDER_LINE.ORDER_ID.eq(id(number)), ORDER_LINE.POSITION.eq(position))
                .execute();
    }

    @Override
    public void handOver(OrderNumber number, HandOver handOver, Optional<byte[]> sealed) {
        db.insertInto(HAND_OVER)
                .set(HAND_OVER.ID, handOver.id())
                .set(HAND_OVER.ORDER_ID, id(number))
                .set(HAND_OVER.POSITION, handOver.position())
                .set(HAND_OVER.KIND, handOver.what().name())
                .set(HAND_OVER.SEALED, sealed.orElse(null))
                .set(HAND_OVER.ADDRESS, handOver.address().orElse(null))
                .set(HAND_OVER.CARRIER, handOver.carrier().orElse(null))
                .set(HAND_OVER.REFERENCE, handOver.reference().orElse(null))
                .set(HAND_OVER.CONTENTS, handOver.contents().orElse(null))
                .set(HAND_OVER.ON_DAY, handOver.onDay().orElse(null))
                .set(HAND_OVER.AT, time(handOver.at()))
                .set(HAND_OVER.BY, handOver.by().name())
                .set(HAND_OVER.BY_PERSON, handOver.by().personValue())
                .execute();
    }

    @Override
    public void arrived(UUID handOver, LocalDate on, Instant at, Signature by) {
        db.insertInto(PARCEL_ARRIVAL)
                .set(PARCEL_ARRIVAL.HAND_OVER, handOver)
                .set(PARCEL_ARRIVAL.ARRIVED_ON, on)
                .set(PARCEL_ARRIVAL.AT, time(at))
                .set(PARCEL_ARRIVAL.BY, by.name())
                .set(PARCEL_ARRIVAL.BY_PERSON, by.personValue())
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public void contract(OrderNumber number, int position, Order.SupportContract contract) {
        db.insertInto(SUPPORT_CONTRACT)
                .set(SUPPORT_CONTRACT.ORDER_ID, id(number))
                .set(SUPPORT_CONTRACT.POSITION, position)
                .set(SUPPORT_CONTRACT.NUMBER, contract.number().orElse(null))
                .set(SUPPORT_CONTRACT.STARTS_ON, contract.from())
                .set(SUPPORT_CONTRACT.ENDS_ON, contract.until().orElse(null))
                .set(
                        SUPPORT_CONTRACT.ACTIVE_AT,
                        contract.activeSince().map(JooqOrders::time).orElse(null))
                .set(SUPPORT_CONTRACT.ENDED_ON, contract.endedOn().orElse(null))
                .onDuplicateKeyUpdate()
                .set(SUPPORT_CONTRACT.NUMBER, DSL.excluded(SUPPORT_CONTRACT.NUMBER))
                .set(SUPPORT_CONTRACT.STARTS_ON, DSL.excluded(SUPPORT_CONTRACT.STARTS_ON))
                .set(SUPPORT_CONTRACT.ENDS_ON, DSL.excluded(SUPPORT_CONTRACT.ENDS_ON))
                .set(SUPPORT_CONTRACT.ACTIVE_AT, DSL.excluded(SUPPORT_CONTRACT.ACTIVE_AT))
                .set(SUPPORT_CONTRACT.ENDED_ON, DSL.excluded(SUPPORT_CONTRACT.ENDED_ON))
                .execute();
    }

    @Override
    public void assign(OrderNumber number, int position, Order.Person person, Signature by) {
        var order =
                db.select(PLACED_ORDER.ID)
                        .from(PLACED_ORDER)
                        .where(named(number))
                        .fetchSingle(PLACED_ORDER.ID);
        rows.writePerson(order, position, person, by);
    }

    @Override
    public void free(OrderNumber number, int position, int place, Instant at, Signature by) {
        db.update(LINE_PERSON)
                .set(LINE_PERSON.FREED_AT, time(at))
                .set(LINE_PERSON.FREED_BY, by.name())
                .set(LINE_PERSON.FREED_BY_PERSON, by.personValue())
                .where(
                        LINE_PERSON.ORDER_ID.eq(id(number)),
                        LINE_PERSON.POSITION.eq(position),
                        LINE_PERSON.PLACE.eq(place),
                        LINE_PERSON.FREED_AT.isNull())
                .execute();
    }

    @Override
    public void givenBack(OrderNumber number, int position, long units) {
        db.update(ORDER_LINE)
                .set(ORDER_LINE.GIVEN_BACK, ORDER_LINE.GIVEN_BACK.plus(units))
                .where(ORDER_LINE.ORDER_ID.eq(id(number)), ORDER_LINE.POSITION.eq(position))
                .execute();
    }

    @Override
    public List<Sealed> sealed(OrderNumber number) {
        return db.select(HAND_OVER.ID, HAND_OVER.SEALED)
                .from(HAND_OVER)
                .where(HAND_OVER.ORDER_ID.eq(id(number)), HAND_OVER.SEALED.isNotNull())
                .orderBy(HAND_OVER.AT, HAND_OVER.ID)
                .fetch(row -> new Sealed(row.value1(), row.value2()));
    }

    @Override
    public void note(OrderNumber number, Order.Event event) {
        db.insertInto(ORDER_EVENT)
                .set(ORDER_EVENT.ORDER_ID, id(number))
                .set(ORDER_EVENT.KIND, event.kind().name())
                .set(ORDER_EVENT.DETAIL, event.detail())
                .set(ORDER_EVENT.AT, time(event.at()))
                .set(ORDER_EVENT.BY, event.by().name())
                .set(ORDER_EVENT.BY_PERSON, event.by().personValue())
                .execute();
    }

    private static Condition named(OrderNumber number) {
        return PLACED_ORDER
                .OFFICE
                .eq(number.office().value())
                .and(PLACED_ORDER.NUMBER.eq(number.value()));
    }

    private static Select<Record1<UUID>> id(OrderNumber number) {
        return DSL.select(PLACED_ORDER.ID).from(PLACED_ORDER).where(named(number));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
