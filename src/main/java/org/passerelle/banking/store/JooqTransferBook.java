package org.passerelle.banking.store;

import static org.passerelle.banking.store.generated.Tables.TRANSFER;
import static org.passerelle.banking.store.generated.Tables.TRANSFER_FILE;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.passerelle.banking.OriginalFile;
import org.passerelle.banking.TransferFile;
import org.passerelle.banking.domain.TransferBook;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;
import org.passerelle.payment.PayoutId;
import org.springframework.stereotype.Repository;

@Repository
class JooqTransferBook implements TransferBook {
    private final DSLContext db;

    JooqTransferBook(DSLContext db) {
        this.db = db;
    }

    @Override
    public boolean add(TransferFile file, byte[] content, List<Asked> transfers) {
        var known =
                db.fetchExists(
                        TRANSFER,
                        DSL.row(TRANSFER.PAYOUT, TRANSFER.TURN)
                                .in(
                                        transfers.stream()
                                                .map(one ->
                                                        DSL.row(one.payout().value(), one.turn()))
                                                .toList()));
        if (known) {
            return false;
        }
        var id = UUID.randomUUID();
        db.insertInto(TRANSFER_FILE)
                .set(TRANSFER_FILE.ID, id)
                .set(TRANSFER_FILE.OFFICE, file.office().value())
                .set(TRANSFER_FILE.NAME, file.name())
                .set(TRANSFER_FILE.CONTENT, content)
                .set(TRANSFER_FILE.SUM_MINOR, file.sum().getAmountMinorLong())
                .set(TRANSFER_FILE.WRITTEN_AT, file.writtenAt().atOffset(ZoneOffset.UTC))
                .set(TRANSFER_FILE.WRITTEN_BY, file.by().name())
                .set(TRANSFER_FILE.WRITTEN_BY_PERSON, file.by().personValue())
                .execute();
        for (var transfer : transfers) {
            db.insertInto(TRANSFER)
                    .set(TRANSFER.END_TO_END, transfer.endToEnd())
                    .set(TRANSFER.FILE, id)
                    .set(TRANSFER.PAYOUT, transfer.payout().value())
                    .set(TRANSFER.TURN, transfer.turn())
                    .execute();
        }
        return true;
    }

    @Override
    public List<TransferFile> files(OfficeId office) {
        var transfers =
                DSL.field(
                        DSL.selectCount().from(TRANSFER).where(TRANSFER.FILE.eq(TRANSFER_FILE.ID)));
        return db.select(
                        TRANSFER_FILE.NAME,
                        TRANSFER_FILE.SUM_MINOR,
                        TRANSFER_FILE.WRITTEN_AT,
                        TRANSFER_FILE.WRITTEN_BY,
                        TRANSFER_FILE.WRITTEN_BY_PERSON,
                        transfers)
                .from(TRANSFER_FILE)
                .where(TRANSFER_FILE.OFFICE.eq(office.value()))
                .orderBy(TRANSFER_FILE.WRITTEN_AT.desc(), TRANSFER_FILE.NAME.desc())
                .fetch(row ->
                        new TransferFile(
                                office,
                                row.value1(),
                                row.value6(),
                                Money.ofMinor(CurrencyUnit.EUR, row.value2()),
                                row.value3().toInstant(),
                                Signature.of(row.value4(), row.value5())));
    }

    @Override
    public Optional<OriginalFile> file(OfficeId office, String name) {
        return db.select(TRANSFER_FILE.NAME, TRANSFER_FILE.CONTENT)
                .from(TRANSFER_FILE)
                .where(TRANSFER_FILE.OFFICE.eq(office.value()).and(TRANSFER_FILE.NAME.eq(name)))
                .fetchOptional(row -> new OriginalFile(row.value1(), row.value2()));
    }

    @Override
    public Map<PayoutId, InFile> inFiles(Collection<PayoutId> payouts) {
        var files = new HashMap<PayoutId, InFile>();
        db.select(TRANSFER.PAYOUT, TRANSFER_FILE.NAME, TRANSFER.TURN)
                .from(TRANSFER)
                .join(TRANSFER_FILE)
                .on(TRANSFER_FILE.ID.eq(TRANSFER.FILE))
                .where(TRANSFER.PAYOUT.in(payouts.stream().map(PayoutId::value).toList()))
                .orderBy(TRANSFER.TURN)
                .forEach(row ->
                        files.put(
                                new PayoutId(row.value1()),
                                new InFile(row.value2(), row.value3())));
        return files;
    }

    @Override
    public Optional<Asked> asked(OfficeId office, String endToEnd) {
        return db.select(TRANSFER.END_TO_END, TRANSFER.PAYOUT, TRANSFER.TURN)
                .from(TRANSFER)
                .join(TRANSFER_FILE)
                .on(TRANSFER_FILE.ID.eq(TRANSFER.FILE))
                .where(TRANSFER_FILE.OFFICE.eq(office.value()))
                .and(TRANSFER.END_TO_END.eq(endToEnd))
                .fetchOptional(
                        row -> new Asked(row.value1(), new PayoutId(row.value2()), row.value3()));
    }

    @Override
    public List<Asked> asked(TransferFile file) {
        return db.select(TRANSFER.END_TO_END, TRANSFER.PAYOUT, TRANSFER.TURN)
                .from(TRANSFER)
                .join(TRANSFER_FILE)
                .on(TRANSFER_FILE.ID.eq(TRANSFER.FILE))
                .where(TRANSFER_FILE.OFFICE.eq(file.office().value()))
                .and(TRANSFER_FILE.NAME.eq(file.name()))
                .orderBy(TRANSFER.END_TO_END)
                .fetch(row -> new Asked(row.value1(), new PayoutId(row.value2()), row.value3()));
    }

    @Override
    public int count(OfficeId office) {
        return db.fetchCount(TRANSFER_FILE, TRANSFER_FILE.OFFICE.eq(office.value()));
    }
}
