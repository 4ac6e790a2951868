package org.passerelle.ordering.store;

import static org.passerelle.ordering.store.JooqOrders.instant;
import static org.passerelle.ordering.store.JooqOrders.time;
import static org.passerelle.ordering.store.generated.Tables.HAND_OVER;
import static org.passerelle.ordering.store.generated.Tables.LINE_ACCEPTANCE;
import static org.passerelle.ordering.store.generated.Tables.LINE_ANSWER;
import static org.passerelle.ordering.store.generated.Tables.LINE_PERSON;
import static org.passerelle.ordering.store.generated.Tables.LINE_TAX;
import static org.passerelle.ordering.store.generated.Tables.ORDER_EVENT;
import static org.passerelle.ordering.store.generated.Tables.ORDER_LINE;
import static org.passerelle.ordering.store.generated.Tables.PARCEL_ARRIVAL;
import static org.passerelle.ordering.store.generated.Tables.SUPPORT_CONTRACT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.TableField;
import org.passerelle.catalogue.LinePrice;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.ordering.HandOver;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.OrderState.AwaitingApproval;
import org.passerelle.ordering.OrderState.AwaitingPayment;
import org.passerelle.ordering.OrderState.Cancelled;
import org.passerelle.ordering.OrderState.Delivered;
import org.passerelle.ordering.OrderState.Expired;
import org.passerelle.ordering.OrderState.InFulfilment;
import org.passerelle.ordering.OrderState.Refused;
import org.passerelle.ordering.store.generated.tables.records.HandOverRecord;
import org.passerelle.ordering.store.generated.tables.records.LineAcceptanceRecord;
import org.passerelle.ordering.store.generated.tables.records.LineAnswerRecord;
import org.passerelle.ordering.store.generated.tables.records.LinePersonRecord;
import org.passerelle.ordering.store.generated.tables.records.LineTaxRecord;
import org.passerelle.ordering.store.generated.tables.records.OrderEventRecord;
import org.passerelle.ordering.store.generated.tables.records.OrderLineRecord;
import org.passerelle.ordering.store.generated.tables.records.PlacedOrderRecord;
import org.passerelle.ordering.store.generated.tables.records.SupportContractRecord;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.ProgrammeId;

/// Orders to rows and back: two switches, and the table's CHECK says the same in SQL.
final class OrderRows {
    private final DSLContext db;

    OrderRows(DSLContext db) {
        this.db = db;
    }

    static PlacedOrderRecord header(UUID id, Order order) {
        var row = state(order.state());
        row.setId(id);
        row.setOffice(order.number().office().value());
        row.setNumber(order.number().value());
        row.setOrganisation(order.organisation().value());
        row.setPlacedBy(order.placedBy().name());
        row.setPlacedPerson(order.placedBy().personValue());
        row.setPlacedAt(time(order.placedAt()));
        row.setLanguage(order.language().code());
        row.setCurrency(order.total().gross().getCurrencyUnit().getCode());
        row.setDeliverTo(order.deliverTo());
        row.setNeedsApproval(order.needsApproval());
        return row;
    }

    /// The columns that move with the state, those it leaves empty included.
    static PlacedOrderRecord state(OrderState state) {
        var row = new PlacedOrderRecord();
        row.setState(state.code().name());
        row.setSince(time(state.since()));
        row.setPaidAt(paid(state).map(JooqOrders::time).orElse(null));
        row.setTransmittedAt(transmitted(state).map(JooqOrders::time).orElse(null));
        row.setEndedBy(null);
        row.setEndedByPerson(null);
        row.setReason(null);
        if (state instanceof Cancelled(_, _, var by, var reason)) {
            row.setEndedBy(by.name());
            row.setEndedByPerson(by.personValue());
            row.setReason(reason);
        } else if (state instanceof Refused(_, _, var by, var reason)) {
            row.setEndedBy(by.name());
            row.setEndedByPerson(by.personValue());
            row.setReason(reason);
        }
        return row;
    }

    private static Optional<Instant> paid(OrderState state) {
        return switch (state) {
            case OrderState.Open open -> open.paidAt();
            case Delivered(_, var paid, _) -> Optional.of(paid);
            case Cancelled(_, var paid, _, _) -> paid;
            case Refused(_, var paid, _, _) -> Optional.of(paid);
            case Expired _ -> Optional.empty();
        };
    }

    private static Optional<Instant> transmitted(OrderState state) {
        return switch (state) {
            case OrderState.Open open -> open.transmitted();
            case Delivered(_, _, var transmitted) -> Optional.of(transmitted);
            case Cancelled _, Refused _, Expired _ -> Optional.empty();
        };
    }

    private static OrderState state(PlacedOrderRecord row) {
        var since = row.getSince().toInstant();
        var paid = instant(row.getPaidAt());
        var transmitted = instant(row.getTransmittedAt());
        return switch (OrderState.Code.valueOf(row.getState())) {
            case AWAITING_PAYMENT -> new AwaitingPayment(since);
            case AWAITING_APPROVAL -> new AwaitingApproval(since, paid.orElseThrow(), transmitted);
            case IN_FULFILMENT -> new InFulfilment(since, paid.orElseThrow(), transmitted);
            case DELIVERED -> new Delivered(since, paid.orElseThrow(), transmitted.orElse(since));
            case CANCELLED -> new Cancelled(since, paid, endedBy(row), row.getReason());
            case REFUSED -> new Refused(since, paid.orElseThrow(), endedBy(row), row.getReason());
            case EXPIRED -> new Expired(since);
        };
    }

    private static Signature endedBy(PlacedOrderRecord row) {
        return Signature.of(row.getEndedBy(), row.getEndedByPerson());
    }

    void writeLines(UUID id, Order order) {
        for (var line : order.lines()) {
            db.insertInto(ORDER_LINE).set(line(id, line)).execute();
            TaxRows.write(db, id, line.position(), order.language(), line.price().taxes());
            for (var accepted : line.accepted()) {
                db.insertInto(LINE_ACCEPTANCE)
                        .set(LINE_ACCEPTANCE.ORDER_ID, id)
                        .set(LINE_ACCEPTANCE.POSITION, line.position())
                        .set(LINE_ACCEPTANCE.TEXT, accepted.text())
                        .set(LINE_ACCEPTANCE.VERSION, accepted.version())
                        .set(LINE_ACCEPTANCE.LANGUAGE, accepted.language().code())
                        .set(LINE_ACCEPTANCE.ACCEPTED_AT, time(accepted.at()))
                        .set(LINE_ACCEPTANCE.ACCEPTED_BY, accepted.by().name())
                        .set(LINE_ACCEPTANCE.ACCEPTED_BY_PERSON, accepted.by().personValue())
                        .execute();
            }
            for (var answer : line.answers()) {
                db.insertInto(LINE_ANSWER)
                        .set(LINE_ANSWER.ORDER_ID, id)
                        .set(LINE_ANSWER.POSITION, line.position())
                        .set(LINE_ANSWER.QUESTION, answer.question())
                        .set(LINE_ANSWER.ASKED, answer.asked())
                        .set(LINE_ANSWER.ANSWER, answer.answer())
                        .execute();
            }
            line.persons()
                    .forEach(person -> writePerson(id, line.position(), person, order.placedBy()));
        }
    }

    void writePerson(UUID order, int position, Order.Person person, Signature by) {
        db.insertInto(LINE_PERSON)
                .set(LINE_PERSON.ORDER_ID, order)
                .set(LINE_PERSON.POSITION, position)
                .set(LINE_PERSON.PLACE, person.place())
                .set(LINE_PERSON.NAME, person.name())
                .set(LINE_PERSON.EMAIL, person.email())
                .set(LINE_PERSON.NEW_USER, person.newUser().orElse(null))
                .set(LINE_PERSON.ASSIGNED_AT, time(person.since()))
                .set(LINE_PERSON.ASSIGNED_BY, by.name())
                .set(LINE_PERSON.ASSIGNED_BY_PERSON, by.personValue())
                .execute();
    }

    private static OrderLineRecord line(UUID id, Order.Line line) {
        var row = new OrderLineRecord();
        row.setOrderId(id);
        row.setPosition(line.position());
        row.setOffer(line.offer().value());
        row.setSku(line.sku());
        row.setTitle(line.title());
        row.setKind(line.kind().name());
        row.setPartner(line.partner().value());
        row.setProgramme(line.programme().value());
        row.setQuantity(line.price().quantity());
        row.setFeeMinor(line.price().fee().getAmountMinorLong());
        row.setNetMinor(line.price().net().getAmountMinorLong());
        row.setVatMinor(line.price().vat().getAmountMinorLong());
        row.setGrossMinor(line.price().gross().getAmountMinorLong());
        line.marketValue().ifPresent(v -> row.setMarketValueMinor(v.getAmountMinorLong()));
        line.expectedOn().ifPresent(row::setExpectedOn);
        return row;
    }

    /// Reads everything that hangs on the rows at once, so that a list costs ten queries whatever
    /// its length.
    List<Order> read(List<PlacedOrderRecord> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(PlacedOrderRecord::getId).toList();
        var parts =
                new Parts(
                        group(ORDER_LINE.ORDER_ID, ids, ORDER_LINE.POSITION),
                        group(LINE_TAX.ORDER_ID, ids, LINE_TAX.PLACE),
                        group(LINE_ACCEPTANCE.ORDER_ID, ids, LINE_ACCEPTANCE.TEXT),
                        group(LINE_ANSWER.ORDER_ID, ids, LINE_ANSWER.QUESTION),
                        group(LINE_PERSON.ORDER_ID, ids, LINE_PERSON.PLACE),
                        group(HAND_OVER.ORDER_ID, ids, HAND_OVER.AT),
                        arrivals(ids),
                        group(SUPPORT_CONTRACT.ORDER_ID, ids, SUPPORT_CONTRACT.POSITION),
                        group(ORDER_EVENT.ORDER_ID, ids, ORDER_EVENT.ID));
        return rows.stream().map(row -> order(row, parts)).toList();
    }

    private record Parts(
            Map<UUID, Result<OrderLineRecord>> lines,
            Map<UUID, Result<LineTaxRecord>> taxes,
            Map<UUID, Result<LineAcceptanceRecord>> acceptances,
            Map<UUID, Result<LineAnswerRecord>> answers,
            Map<UUID, Result<LinePersonRecord>> persons,
            Map<UUID, Result<HandOverRecord>> handOvers,
            Map<UUID, LocalDate> arrivals,
            Map<UUID, Result<SupportContractRecord>> contracts,
            Map<UUID, Result<OrderEventRecord>> events) {}

    private Map<UUID, LocalDate> arrivals(Collection<UUID> orders) {
        return db.select(PARCEL_ARRIVAL.HAND_OVER, PARCEL_ARRIVAL.ARRIVED_ON)
                .from(PARCEL_ARRIVAL)
                .join(HAND_OVER)
                .on(HAND_OVER.ID.eq(PARCEL_ARRIVAL.HAND_OVER))
                .where(HAND_OVER.ORDER_ID.in(orders))
                .fetchMap(PARCEL_ARRIVAL.HAND_OVER, PARCEL_ARRIVAL.ARRIVED_ON);
    }

    private <R extends Record> Map<UUID, Result<R>> group(
            TableField<R, UUID> key, Collection<UUID> ids, TableField<R, ?> order) {
        return db.selectFrom(java.util.Objects.requireNonNull(key.getTable()))
                .where(key.in(ids))
                .orderBy(key, order)
                .fetchGroups(key);
    }

    private static <R> List<R> of(Map<UUID, ? extends List<R>> groups, UUID id) {
        List<R> found = groups.get(id);
        return found == null ? List.of() : found;
    }

    private Order order(PlacedOrderRecord row, Parts parts) {
        var id = row.getId();
        var currency = CurrencyUnit.of(row.getCurrency());
        var lines =
                of(parts.lines(), id).stream().map(line -> line(line, currency, parts)).toList();
        return new Order(
                new OrderNumber(OfficeId.of(row.getOffice()), row.getNumber()),
                new OrganisationId(row.getOrganisation()),
                Signature.of(row.getPlacedBy(), row.getPlacedPerson()),
                row.getPlacedAt().toInstant(),
                JooqCarts.language(row.getLanguage()),
                row.getDeliverTo(),
                row.getNeedsApproval(),
                state(row),
                LinePrice.Total.of(currency, lines.stream().map(Order.Line::price).toList()),
                lines,
                of(parts.handOvers(), id).stream()
                        .map(handed -> handOver(handed, parts.arrivals()))
                        .toList(),
                of(parts.events(), id).stream()
                        .map(event ->
                                new Order.Event(
                                        Order.Event.Kind.valueOf(event.getKind()),
                                        event.getDetail(),
                                        event.getAt().toInstant(),
                                        Signature.of(event.getBy(), event.getByPerson())))
                        .toList());
    }

    private static Order.Line line(OrderLineRecord row, CurrencyUnit currency, Parts parts) {
        var id = row.getOrderId();
        int position = row.getPosition();
        return new Order.Line(
                position,
                OfferId.of(row.getOffer()),
                row.getSku(),
                row.getTitle(),
                Offer.Kind.valueOf(row.getKind()),
                PartnerId.of(row.getPartner()),
                ProgrammeId.of(row.getProgramme()),
                LinePrice.stored(
                        Money.ofMinor(currency, row.getFeeMinor()),
                        row.getQuantity(),
                        TaxRows.read(of(parts.taxes(), id), position, currency)),
                Optional.ofNullable(row.getMarketValueMinor())
                        .map(minor -> Money.ofMinor(currency, minor)),
                of(parts.acceptances(), id).stream()
                        .filter(accepted -> accepted.getPosition() == position)
                        .map(accepted ->
                                new Order.Accepted(
                                        accepted.getText(),
                                        accepted.getVersion(),
                                        JooqCarts.language(accepted.getLanguage()),
                                        accepted.getAcceptedAt().toInstant(),
                                        Signature.of(
                                                accepted.getAcceptedBy(),
                                                accepted.getAcceptedByPerson())))
                        .toList(),
                of(parts.answers(), id).stream()
                        .filter(answer -> answer.getPosition() == position)
                        .map(answer ->
                                new Order.Answer(
                                        answer.getQuestion(),
                                        answer.getAsked(),
                                        answer.getAnswer()))
                        .toList(),
                of(parts.persons(), id).stream()
                        .filter(person -> person.getPosition() == position)
                        .map(person ->
                                new Order.Person(
                                        person.getPlace(),
                                        person.getName(),
                                        person.getEmail(),
                                        Optional.ofNullable(person.getNewUser()),
                                        person.getAssignedAt().toInstant(),
                                        instant(person.getFreedAt())))
                        .toList(),
                Optional.ofNullable(row.getExpectedOn()),
                instant(row.getAllHandedAt()),
                instant(row.getDeliveredAt()),
                of(parts.contracts(), id).stream()
                        .filter(contract -> contract.getPosition() == position)
                        .map(OrderRows::contract)
                        .findFirst(),
                row.getGivenBack());
    }

    private static Order.SupportContract contract(SupportContractRecord row) {
        return new Order.SupportContract(
                Optional.ofNullable(row.getNumber()),
                row.getStartsOn(),
                Optional.ofNullable(row.getEndsOn()),
                instant(row.getActiveAt()),
                Optional.ofNullable(row.getEndedOn()));
    }

    private static HandOver handOver(HandOverRecord row, Map<UUID, LocalDate> arrivals) {
        return new HandOver(
                row.getId(),
                row.getPosition(),
                Offer.HandOver.What.valueOf(row.getKind()),
                Optional.ofNullable(row.getAddress()),
                Optional.ofNullable(row.getCarrier()),
                Optional.ofNullable(row.getReference()),
                Optional.ofNullable(row.getContents()),
                Optional.ofNullable(row.getOnDay()),
                Optional.ofNullable(arrivals.get(row.getId())),
                row.getAt().toInstant(),
                Signature.of(row.getBy(), row.getByPerson()));
    }
}
