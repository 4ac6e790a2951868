package org.passerelle.payment.store;

import static org.passerelle.payment.store.generated.Sequences.COMMUNICATION_NUMBER;
import static org.passerelle.payment.store.generated.Tables.PAYABLE;
import static org.passerelle.payment.store.generated.Tables.RECEIPT;
import static org.passerelle.payment.store.generated.Tables.REPAYMENT;
import static org.passerelle.payment.store.generated.Tables.UNPOSTED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableQuery;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payer;
import org.passerelle.payment.Payout;
import org.passerelle.payment.StructuredCommunication;
import org.passerelle.payment.domain.Account.Standing;
import org.passerelle.payment.domain.Payables;
import org.passerelle.payment.store.generated.tables.records.PayableRecord;
import org.passerelle.payment.store.generated.tables.records.ReceiptRecord;
import org.passerelle.payment.store.generated.tables.records.RepaymentRecord;
import org.springframework.stereotype.Repository;

@Repository
class JooqPayables implements Payables {
    private final DSLContext db;
    private final JooqPayouts payouts;
    private final JooqReversals reversals;

    JooqPayables(DSLContext db, JooqPayouts payouts, JooqReversals reversals) {
        this.db = db;
        this.payouts = payouts;
        this.reversals = reversals;
    }

    @Override
    public void add(
            PayableRef ref,
            OrganisationId organisation,
            OfficeId office,
            Money amount,
            Instant now) {
        var communication = StructuredCommunication.ofNumber(db.nextval(COMMUNICATION_NUMBER));
        db.insertInto(PAYABLE)
                .set(PAYABLE.ID, UUID.randomUUID())
                .set(PAYABLE.KIND, ref.kind())
                .set(PAYABLE.NUMBER, ref.number())
                .set(PAYABLE.ORGANISATION, organisation.value())
                .set(PAYABLE.OFFICE, office.value())
                .set(PAYABLE.AMOUNT_MINOR, amount.getAmountMinorLong())
                .set(PAYABLE.CURRENCY, amount.getCurrencyUnit().getCode())
                .set(PAYABLE.COMMUNICATION, communication.digits())
                .set(PAYABLE.STATE, Standing.AWAITING.name())
                .set(PAYABLE.EXPECTED_AT, time(now))
                .onConflict(PAYABLE.KIND, PAYABLE.NUMBER)
                .doNothing()
                .execute();
    }

    @Override
    public Optional<Kept> find(PayableRef ref) {
        return read(db.selectFrom(PAYABLE).where(named(ref)).fetch()).stream().findFirst();
    }

    @Override
    public Optional<Kept> lock(PayableRef ref) {
        return read(db.selectFrom(PAYABLE).where(named(ref)).forUpdate().fetch()).stream()
                .findFirst();
    }

    @Override
    public Optional<Kept> findBy(StructuredCommunication communication) {
        return read(
                        db.selectFrom(PAYABLE)
                                .where(PAYABLE.COMMUNICATION.eq(communication.digits()))
                                .fetch())
                .stream()
                .findFirst();
    }

    @Override
    public List<Kept> search(OfficeId office, PayableQuery query, int from, int size) {
        return read(
                db.selectFrom(PAYABLE)
                        .where(PAYABLE.OFFICE.eq(office.value()).and(PayableCondition.of(query)))
                        .orderBy(PAYABLE.EXPECTED_AT.desc(), PAYABLE.ID)
                        .limit(size)
                        .offset(from)
                        .fetch());
    }

    @Override
    public int count(OfficeId office, PayableQuery query) {
        return db.fetchCount(
                PAYABLE, PAYABLE.OFFICE.eq(office.value()).and(PayableCondition.of(query)));
    }

    @Override
    public List<Kept> all(List<PayableRef> refs) {
        var named = refs.stream().map(ref -> DSL.row(ref.kind(), ref.number())).toList();
        return read(
                db.selectFrom(PAYABLE)
                        .where(DSL.row(PAYABLE.KIND, PAYABLE.NUMBER).in(named))
                        .fetch());
    }

    @Override
    public List<Kept> ofOrganisation(OrganisationId organisation) {
        return read(
                db.selectFrom(PAYABLE)
                        .where(PAYABLE.ORGANISATION.eq(organisation.value()))
                        .orderBy(PAYABLE.EXPECTED_AT.desc(), PAYABLE.ID)
                        .fetch());
    }

    @Override
    public Optional<Booked> booked(OfficeId office, String bankReference) {
        return db.select(PAYABLE.KIND, PAYABLE.NUMBER, PAYABLE.CURRENCY)
                .select(RECEIPT.fields())
                .from(RECEIPT)
                .join(PAYABLE)
                .on(PAYABLE.ID.eq(RECEIPT.PAYABLE))
                .where(
                        RECEIPT.OFFICE
                                .eq(office.value())
                                .and(RECEIPT.BANK_REFERENCE.eq(bankReference)))
                .fetchOptional(row ->
                        new Booked(
                                new PayableRef(row.get(PAYABLE.KIND), row.get(PAYABLE.NUMBER)),
                                receipt(
                                        row.into(RECEIPT),
                                        CurrencyUnit.of(row.get(PAYABLE.CURRENCY)))));
    }

    @Override
    public boolean book(Kept payable, Payable.Receipt receipt) {
        return db.insertInto(RECEIPT)
                        .set(RECEIPT.ID, UUID.randomUUID())
                        .set(RECEIPT.PAYABLE, payable.id())
                        .set(RECEIPT.OFFICE, payable.office().value())
                        .set(RECEIPT.BANK_REFERENCE, receipt.bankReference())
                        .set(RECEIPT.AMOUNT_MINOR, receipt.amount().getAmountMinorLong())
                        .set(RECEIPT.RECEIVED_ON, receipt.on())
                        .set(RECEIPT.RECORDED_AT, time(receipt.recordedAt()))
                        .set(RECEIPT.RECORDED_BY, receipt.by().name())
                        .set(RECEIPT.RECORDED_BY_PERSON, receipt.by().personValue())
                        .set(RECEIPT.MEANS, receipt.means().name())
                        .set(RECEIPT.PAYER_NAME, receipt.payer().name().orElse(null))
                        .set(RECEIPT.PAYER_ACCOUNT, receipt.payer().account().orElse(null))
                        .set(
                                RECEIPT.FEE_MINOR,
                                receipt.fee().map(Money::getAmountMinorLong).orElse(null))
                        .set(RECEIPT.MOVEMENT, receipt.movement().orElse(null))
                        .onConflict(RECEIPT.OFFICE, RECEIPT.BANK_REFERENCE)
                        .doNothing()
                        .execute()
                == 1;
    }

    @Override
    public void repay(Kept payable, Payable.Repayment repayment, List<Payout> payouts) {
        var id = UUID.randomUUID();
        db.insertInto(REPAYMENT)
                .set(REPAYMENT.ID, id)
                .set(REPAYMENT.PAYABLE, payable.id())
                .set(REPAYMENT.AMOUNT_MINOR, repayment.amount().getAmountMinorLong())
                .set(REPAYMENT.REASON, repayment.reason())
                .set(REPAYMENT.NOTED_AT, time(repayment.notedAt()))
                .set(REPAYMENT.NOTED_BY, repayment.by().name())
                .set(REPAYMENT.NOTED_BY_PERSON, repayment.by().personValue())
                .set(REPAYMENT.LOWERS_OWED, repayment.lowersOwed())
                .execute();
        payouts.forEach(payout -> this.payouts.add(payout, payable.id(), id));
    }

    @Override
    public boolean takeBack(Kept payable, Payable.Reversal reversal) {
        return reversals.add(payable, reversal);
    }

    @Override
    public Optional<Taken> taken(OfficeId office, String reference) {
        return reversals.find(office, reference);
    }

    @Override
    public void waitUntil(Kept payable, LocalDate day) {
        db.update(PAYABLE).set(PAYABLE.LAST_DAY, day).where(PAYABLE.ID.eq(payable.id())).execute();
    }

    @Override
    public void reopen(Kept payable) {
        db.update(PAYABLE)
                .set(PAYABLE.STATE, Standing.AWAITING.name())
                .setNull(PAYABLE.SETTLED_AT)
                .where(PAYABLE.ID.eq(payable.id()))
                .execute();
    }

    @Override
    public void settle(Kept payable, Instant now) {
        db.update(PAYABLE)
                .set(PAYABLE.STATE, Standing.SETTLED.name())
                .set(PAYABLE.SETTLED_AT, time(now))
                .where(PAYABLE.ID.eq(payable.id()))
                .execute();
    }

    @Override
    public void withdraw(Kept payable, Instant now) {
        db.update(PAYABLE)
                .set(PAYABLE.STATE, Standing.WITHDRAWN.name())
                .set(PAYABLE.WITHDRAWN_AT, time(now))
                .where(PAYABLE.ID.eq(payable.id()))
                .execute();
    }

    @Override
    public List<PayableRef> unposted() {
        return db.select(PAYABLE.KIND, PAYABLE.NUMBER)
                .from(UNPOSTED)
                .join(PAYABLE)
                .on(PAYABLE.ID.eq(UNPOSTED.PAYABLE))
                .fetch(row -> new PayableRef(row.get(PAYABLE.KIND), row.get(PAYABLE.NUMBER)));
    }

    @Override
    public boolean toPost(Kept payable) {
        return db.deleteFrom(UNPOSTED).where(UNPOSTED.PAYABLE.eq(payable.id())).execute() == 1;
    }

    @Override
    public void goesBack(Kept payable, List<Payout> old) {
        var noted =
                db.select(REPAYMENT.ID)
                        .from(REPAYMENT)
                        .where(REPAYMENT.PAYABLE.eq(payable.id()))
                        .orderBy(REPAYMENT.NOTED_AT, REPAYMENT.ID)
                        .fetch(REPAYMENT.ID);
        old.forEach(payout -> payouts.add(payout, payable.id(), noted.getLast()));
    }

    private static Condition named(PayableRef ref) {
        return PAYABLE.KIND.eq(ref.kind()).and(PAYABLE.NUMBER.eq(ref.number()));
    }

    /// Reads receipts, repayments, payouts and reversals of all rows at once, so that a list costs
    /// five queries.
    private List<Kept> read(List<PayableRecord> rows) {
        var ids = rows.stream().map(PayableRecord::getId).toList();
        Map<UUID, List<ReceiptRecord>> receipts =
                db.selectFrom(RECEIPT)
                        .where(RECEIPT.PAYABLE.in(ids))
                        .orderBy(RECEIPT.RECORDED_AT, RECEIPT.ID)
                        .fetchGroups(RECEIPT.PAYABLE, row -> row);
        Map<UUID, List<RepaymentRecord>> repayments =
                db.selectFrom(REPAYMENT)
                        .where(REPAYMENT.PAYABLE.in(ids))
                        .orderBy(REPAYMENT.NOTED_AT, REPAYMENT.ID)
                        .fetchGroups(REPAYMENT.PAYABLE, row -> row);
        var goingBack = payouts.ofPayables(ids);
        var takenBack = reversals.ofPayables(ids);
        return rows.stream()
                .map(row ->
                        kept(
                                row,
                                receipts.getOrDefault(row.getId(), List.of()),
                                repayments.getOrDefault(row.getId(), List.of()),
                                goingBack.getOrDefault(row.getId(), List.of()),
                                takenBack.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private static Kept kept(
            PayableRecord row,
            List<ReceiptRecord> receipts,
            List<RepaymentRecord> repayments,
            List<Payout> payouts,
            List<Payable.Reversal> reversals) {
        var currency = CurrencyUnit.of(row.getCurrency());
        return new Kept(
                row.getId(),
                new PayableRef(row.getKind(), row.getNumber()),
                new OrganisationId(row.getOrganisation()),
                OfficeId.of(row.getOffice()),
                Standing.valueOf(row.getState()),
                Money.ofMinor(currency, row.getAmountMinor()),
                new StructuredCommunication(row.getCommunication()),
                row.getExpectedAt().toInstant(),
                Optional.ofNullable(row.getSettledAt()).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getWithdrawnAt()).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getLastDay()),
                receipts.stream().map(receipt -> receipt(receipt, currency)).toList(),
                repayments.stream()
                        .map(repayment ->
                                new Payable.Repayment(
                                        Money.ofMinor(currency, repayment.getAmountMinor()),
                                        repayment.getReason(),
                                        repayment.getNotedAt().toInstant(),
                                        Signature.of(
                                                repayment.getNotedBy(),
                                                repayment.getNotedByPerson()),
                                        repayment.getLowersOwed()))
                        .toList(),
                payouts,
                reversals);
    }

    private static Payable.Receipt receipt(ReceiptRecord row, CurrencyUnit currency) {
        return new Payable.Receipt(
                row.getBankReference(),
                Money.ofMinor(currency, row.getAmountMinor()),
                row.getReceivedOn(),
                row.getRecordedAt().toInstant(),
                Signature.of(row.getRecordedBy(), row.getRecordedByPerson()),
                Means.valueOf(row.getMeans()),
                new Payer(
                        Optional.ofNullable(row.getPayerName()),
                        Optional.ofNullable(row.getPayerAccount())),
                Optional.ofNullable(row.getFeeMinor()).map(fee -> Money.ofMinor(currency, fee)),
                Optional.ofNullable(row.getMovement()));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
