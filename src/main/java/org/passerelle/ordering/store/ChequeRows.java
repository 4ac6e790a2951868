package org.passerelle.ordering.store;

import static org.passerelle.ordering.store.generated.Tables.CHEQUE_ORDER;
import static org.passerelle.ordering.store.generated.Tables.CHEQUE_PERMISSION;
import static org.passerelle.ordering.store.generated.Tables.PLACED_ORDER;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.ordering.ChequePermission;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.domain.ChequeOrders;
import org.springframework.stereotype.Repository;

@Repository
class ChequeRows implements ChequeOrders {
    private final DSLContext db;

    ChequeRows(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<ChequePermission> permission(OrganisationId organisation) {
        return db.selectFrom(CHEQUE_PERMISSION)
                .where(CHEQUE_PERMISSION.ORGANISATION.eq(organisation.value()))
                .fetchOptional(row ->
                        new ChequePermission(
                                row.getAllowed(),
                                row.getReason(),
                                row.getDecidedAt().toInstant(),
                                Signature.of(row.getDecidedBy(), row.getDecidedByPerson())));
    }

    @Override
    public void permit(OrganisationId organisation, ChequePermission permission) {
        var row = db.newRecord(CHEQUE_PERMISSION);
        row.setOrganisation(organisation.value());
        row.setAllowed(permission.allowed());
        row.setReason(permission.reason());
        row.setDecidedAt(JooqOrders.time(permission.at()));
        row.setDecidedBy(permission.by().name());
        row.setDecidedByPerson(permission.by().personValue());
        row.touched(true);
        db.insertInto(CHEQUE_PERMISSION).set(row).onDuplicateKeyUpdate().set(row).execute();
    }

    @Override
    public void chosen(OrderNumber number, Instant at) {
        db.insertInto(CHEQUE_ORDER)
                .set(CHEQUE_ORDER.ORDER_ID, id(number))
                .set(CHEQUE_ORDER.CHOSEN_AT, JooqOrders.time(at))
                .onDuplicateKeyUpdate()
                .set(CHEQUE_ORDER.CHOSEN_AT, JooqOrders.time(at))
                .setNull(CHEQUE_ORDER.HELD_AT)
                .execute();
    }

    @Override
    public void held(OrderNumber number, Instant at) {
        db.update(CHEQUE_ORDER)
                .set(CHEQUE_ORDER.HELD_AT, JooqOrders.time(at))
                .where(CHEQUE_ORDER.ORDER_ID.eq(id(number)))
                .execute();
    }

    @Override
    public boolean holdsNothing(OrderNumber number) {
        return db.fetchExists(
                CHEQUE_ORDER,
                CHEQUE_ORDER.ORDER_ID.eq(id(number)).and(CHEQUE_ORDER.HELD_AT.isNull()));
    }

    @Override
    public List<OrderNumber> waiting(OfficeId office, int from, int size) {
        return db.select(PLACED_ORDER.NUMBER)
                .from(CHEQUE_ORDER)
                .join(PLACED_ORDER)
                .on(PLACED_ORDER.ID.eq(CHEQUE_ORDER.ORDER_ID))
                .where(waits(office))
                .orderBy(PLACED_ORDER.PLACED_AT, PLACED_ORDER.NUMBER)
                .limit(size)
                .offset(from)
                .fetch(row -> new OrderNumber(office, row.value1()));
    }

    @Override
    public int countWaiting(OfficeId office) {
        return db.fetchCount(
                DSL.select(PLACED_ORDER.ID)
                        .from(CHEQUE_ORDER)
                        .join(PLACED_ORDER)
                        .on(PLACED_ORDER.ID.eq(CHEQUE_ORDER.ORDER_ID))
                        .where(waits(office)));
    }

    private static Condition waits(OfficeId office) {
        return PLACED_ORDER
                .OFFICE
                .eq(office.value())
                .and(PLACED_ORDER.STATE.eq(OrderState.Code.AWAITING_PAYMENT.name()))
                .and(CHEQUE_ORDER.HELD_AT.isNull());
    }

    private static Select<Record1<UUID>> id(OrderNumber number) {
        return DSL.select(PLACED_ORDER.ID)
                .from(PLACED_ORDER)
                .where(
                        PLACED_ORDER.OFFICE.eq(number.office().value()),
                        PLACED_ORDER.NUMBER.eq(number.value()));
    }
}
