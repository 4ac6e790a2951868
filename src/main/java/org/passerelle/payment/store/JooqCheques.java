package org.passerelle.payment.store;

import static org.passerelle.payment.store.generated.Tables.BANKED;
import static org.passerelle.payment.store.generated.Tables.PAYABLE;
import static org.passerelle.payment.store.generated.Tables.PAYOUT;
import static org.passerelle.payment.store.generated.Tables.RECEIPT;
import static org.passerelle.payment.store.generated.Tables.TAKEN_BACK;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.payment.Cheque;
import org.passerelle.payment.Cheque.Stage;
import org.passerelle.payment.Means;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payer;
import org.passerelle.payment.Payout;
import org.passerelle.payment.PayoutId;
import org.passerelle.payment.domain.ChequeBook;
import org.springframework.stereotype.Repository;

@Repository
class JooqCheques implements ChequeBook {
    private final DSLContext db;

    JooqCheques(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Cheque> search(OfficeId office, Stage stage, int from, int size) {
        return rows(office, stage().eq(stage.name()))
                .orderBy(RECEIPT.RECEIVED_ON.desc(), RECEIPT.RECORDED_AT.desc(), RECEIPT.ID)
                .limit(size)
                .offset(from)
                .fetch(JooqCheques::cheque);
    }

    @Override
    public int count(OfficeId office, Stage stage) {
        return db.fetchCount(rows(office, stage().eq(stage.name())));
    }

    @Override
    public Optional<Cheque> find(OfficeId office, String reference) {
        return rows(office, RECEIPT.BANK_REFERENCE.eq(reference))
                .limit(1)
                .fetchOptional(JooqCheques::cheque);
    }

    @Override
    public boolean bank(
            OfficeId office,
            String cheque,
            LocalDate on,
            String reference,
            Instant at,
            Signature by) {
        return db.insertInto(BANKED)
                        .set(
                                BANKED.RECEIPT,
                                db.select(RECEIPT.ID)
                                        .from(RECEIPT)
                                        .where(
                                                RECEIPT.OFFICE.eq(office.value()),
                                                RECEIPT.BANK_REFERENCE.eq(cheque)))
                        .set(BANKED.BANKED_ON, on)
                        .set(BANKED.REFERENCE, reference)
                        .set(BANKED.RECORDED_AT, at.atOffset(ZoneOffset.UTC))
                        .set(BANKED.RECORDED_BY, by.name())
                        .set(BANKED.RECORDED_BY_PERSON, by.personValue())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// A cheque that goes back does so as it is, whole; less than it, or of one at the bank, is
    /// money that goes back.
    private static Field<String> stage() {
        return DSL.when(TAKEN_BACK.ID.isNotNull(), Stage.BOUNCED.name())
                .when(BANKED.RECEIPT.isNotNull(), Stage.BANKED.name())
                .when(PAYOUT.STATE.eq(Payout.State.Code.SENT.name()), Stage.SENT_BACK.name())
                .when(PAYOUT.ID.isNotNull(), Stage.TO_SEND_BACK.name())
                .otherwise(Stage.IN_HAND.name());
    }

    private SelectConditionStep<Record> rows(OfficeId office, Condition which) {
        return db.select(RECEIPT.fields())
                .select(PAYABLE.KIND, PAYABLE.NUMBER, PAYABLE.ORGANISATION, PAYABLE.CURRENCY)
                .select(stage().as("stage"))
                .select(BANKED.BANKED_ON, BANKED.REFERENCE)
                .select(TAKEN_BACK.TAKEN_ON, TAKEN_BACK.REASON)
                .select(PAYOUT.ID, PAYOUT.SENT_ON, PAYOUT.REFERENCE)
                .from(RECEIPT)
                .join(PAYABLE)
                .on(PAYABLE.ID.eq(RECEIPT.PAYABLE))
                .leftJoin(BANKED)
                .on(BANKED.RECEIPT.eq(RECEIPT.ID))
                .leftJoin(TAKEN_BACK)
                .on(TAKEN_BACK.RECEIPT.eq(RECEIPT.ID))
                .leftJoin(PAYOUT)
                .on(
                        PAYOUT.PAYABLE.eq(RECEIPT.PAYABLE),
                        PAYOUT.RECEIPT.eq(RECEIPT.BANK_REFERENCE),
                        PAYOUT.MEANS.eq(Means.CHEQUE.name()),
                        PAYOUT.STATE.ne(Payout.State.Code.DROPPED.name()),
                        PAYOUT.AMOUNT_MINOR.eq(RECEIPT.AMOUNT_MINOR))
                .where(
                        RECEIPT.OFFICE.eq(office.value()),
                        RECEIPT.MEANS.eq(Means.CHEQUE.name()),
                        which);
    }

    private static Cheque cheque(Record row) {
        var stage = Stage.valueOf(row.get("stage", String.class));
        var currency = CurrencyUnit.of(row.get(PAYABLE.CURRENCY));
        return new Cheque(
                new PayableRef(row.get(PAYABLE.KIND), row.get(PAYABLE.NUMBER)),
                new OrganisationId(row.get(PAYABLE.ORGANISATION)),
                row.get(RECEIPT.BANK_REFERENCE),
                Money.ofMinor(currency, row.get(RECEIPT.AMOUNT_MINOR)),
                row.get(RECEIPT.RECEIVED_ON),
                new Payer(
                        Optional.ofNullable(row.get(RECEIPT.PAYER_NAME)),
                        Optional.ofNullable(row.get(RECEIPT.PAYER_ACCOUNT))),
                stage,
                Optional.ofNullable(
                        switch (stage) {
                            case IN_HAND, TO_SEND_BACK -> null;
                            case BANKED -> row.get(BANKED.BANKED_ON);
                            case BOUNCED -> row.get(TAKEN_BACK.TAKEN_ON);
                            case SENT_BACK -> row.get(PAYOUT.SENT_ON);
                        }),
                switch (stage) {
                    case IN_HAND, TO_SEND_BACK -> "";
                    case BANKED -> row.get(BANKED.REFERENCE);
                    case BOUNCED -> row.get(TAKEN_BACK.REASON);
                    case SENT_BACK -> row.get(PAYOUT.REFERENCE);
                },
                Optional.ofNullable(row.get(PAYOUT.ID)).map(PayoutId::new));
    }
}
