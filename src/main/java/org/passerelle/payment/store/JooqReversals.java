package org.passerelle.payment.store;

import static org.passerelle.payment.store.generated.Tables.PAYABLE;
import static org.passerelle.payment.store.generated.Tables.RECEIPT;
import static org.passerelle.payment.store.generated.Tables.TAKEN_BACK;

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
import org.jooq.SelectConditionStep;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.TakenBack;
import org.passerelle.payment.domain.Payables.Kept;
import org.passerelle.payment.domain.Payables.Taken;
import org.springframework.stereotype.Repository;

/// Money of receipts that was taken back.
@Repository
class JooqReversals {
    private final DSLContext db;

    JooqReversals(DSLContext db) {
        this.db = db;
    }

    /// Those of each payable, oldest first.
    Map<UUID, List<Payable.Reversal>> ofPayables(List<UUID> payables) {
        return rows(TAKEN_BACK.PAYABLE.in(payables))
                .orderBy(TAKEN_BACK.RECORDED_AT, TAKEN_BACK.ID)
                .fetchGroups(TAKEN_BACK.PAYABLE, JooqReversals::reversal);
    }

    /// False when the office knows the reference already.
    boolean add(Kept payable, Payable.Reversal reversal) {
        var taken = reversal.what();
        var costs = taken.costs().map(Money::getAmountMinorLong).orElse(null);
        return db.insertInto(TAKEN_BACK)
                        .set(TAKEN_BACK.ID, UUID.randomUUID())
                        .set(TAKEN_BACK.PAYABLE, payable.id())
                        .set(
                                TAKEN_BACK.RECEIPT,
                                db.select(RECEIPT.ID)
                                        .from(RECEIPT)
                                        .where(
                                                RECEIPT.OFFICE
                                                        .eq(payable.office().value())
                                                        .and(
                                                                RECEIPT.BANK_REFERENCE.eq(
                                                                        taken.receipt()))))
                        .set(TAKEN_BACK.OFFICE, payable.office().value())
                        .set(TAKEN_BACK.REFERENCE, taken.reference())
                        .set(TAKEN_BACK.AMOUNT_MINOR, taken.amount().getAmountMinorLong())
                        .set(TAKEN_BACK.COSTS_MINOR, costs)
                        .set(TAKEN_BACK.MEANS, taken.out().name())
                        .set(TAKEN_BACK.TAKEN_ON, taken.on())
                        .set(TAKEN_BACK.REASON, taken.why())
                        .set(TAKEN_BACK.RECORDED_AT, reversal.recordedAt().atOffset(ZoneOffset.UTC))
                        .set(TAKEN_BACK.RECORDED_BY, reversal.by().name())
                        .set(TAKEN_BACK.RECORDED_BY_PERSON, reversal.by().personValue())
                        .onConflict(TAKEN_BACK.OFFICE, TAKEN_BACK.REFERENCE)
                        .doNothing()
                        .execute()
                == 1;
    }

    /// What was taken back under that reference, and of which payable.
    Optional<Taken> find(OfficeId office, String reference) {
        return rows(TAKEN_BACK.OFFICE.eq(office.value()).and(TAKEN_BACK.REFERENCE.eq(reference)))
                .fetchOptional(row ->
                        new Taken(
                                new PayableRef(row.get(PAYABLE.KIND), row.get(PAYABLE.NUMBER)),
                                reversal(row).what()));
    }

    private SelectConditionStep<Record> rows(Condition which) {
        return db.select(TAKEN_BACK.fields())
                .select(PAYABLE.KIND, PAYABLE.NUMBER, PAYABLE.CURRENCY, RECEIPT.BANK_REFERENCE)
                .from(TAKEN_BACK)
                .join(PAYABLE)
                .on(PAYABLE.ID.eq(TAKEN_BACK.PAYABLE))
                .join(RECEIPT)
                .on(RECEIPT.ID.eq(TAKEN_BACK.RECEIPT))
                .where(which);
    }

    private static Payable.Reversal reversal(Record row) {
        var currency = CurrencyUnit.of(row.get(PAYABLE.CURRENCY));
        return new Payable.Reversal(
                new TakenBack(
                        row.get(RECEIPT.BANK_REFERENCE),
                        Money.ofMinor(currency, row.get(TAKEN_BACK.AMOUNT_MINOR)),
                        row.get(TAKEN_BACK.TAKEN_ON),
                        row.get(TAKEN_BACK.REFERENCE),
                        row.get(TAKEN_BACK.REASON),
                        Means.valueOf(row.get(TAKEN_BACK.MEANS)),
                        Optional.ofNullable(row.get(TAKEN_BACK.COSTS_MINOR))
                                .map(costs -> Money.ofMinor(currency, costs))),
                row.get(TAKEN_BACK.RECORDED_AT).toInstant(),
                Signature.of(
                        row.get(TAKEN_BACK.RECORDED_BY), row.get(TAKEN_BACK.RECORDED_BY_PERSON)));
    }
}
