package org.passerelle.banking;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.banking.ExportOutcome.NotPossible;
import org.passerelle.banking.ExportOutcome.Nothing;
import org.passerelle.banking.ExportOutcome.Written;
import org.passerelle.banking.domain.BankBooks;
import org.passerelle.banking.domain.TransferBook;
import org.passerelle.banking.domain.TransferBook.Asked;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;
import org.passerelle.payment.CreditTransferFile;
import org.passerelle.payment.CreditTransferFile.Transfer;
import org.passerelle.payment.Iban;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payout;
import org.passerelle.payment.PayoutId;
import org.passerelle.payment.Payouts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face for transfers that an office asks its bank to make: what is due goes into a file, once, and
/// the bank's statement says that it left (ORD-09, PAY-02).
@Service
@Transactional
public class Transfers {
    private final TransferBook transfers;
    private final BankBooks books;
    private final Payouts payouts;
    private final Packs packs;
    private final Audit audit;
    private final Clock clock;

    Transfers(
            TransferBook transfers,
            BankBooks books,
            Payouts payouts,
            Packs packs,
            Audit audit,
            Clock clock) {
        this.transfers = transfers;
        this.books = books;
        this.payouts = payouts;
        this.packs = packs;
        this.audit = audit;
        this.clock = clock;
    }

    /// Writes one file (pain.001) of these payouts, all of them or none. What was written once is
    /// never written again; its file is there as a copy.
    public ExportOutcome export(Actor staff, OfficeId office, List<PayoutId> chosen) {
        if (chosen.isEmpty()) {
            return new Nothing();
        }
        books.hold(office);
        var due = chosen.stream().distinct().map(id -> payouts.find(id).orElseThrow()).toList();
        var inFiles = transfers.inFiles(chosen);
        var wrong =
                due.stream()
                        .filter(one -> !one.office().equals(office) || !canGo(one, inFiles))
                        .map(Payout::id)
                        .toList();
        if (!wrong.isEmpty()) {
            return new NotPossible(wrong);
        }
        var now = clock.instant();
        var pack = packs.get(office).office();
        var name = name(office, transfers.count(office) + 1);
        var asked = new ArrayList<Asked>();
        var orders = new ArrayList<Transfer>();
        for (var one : due) {
            var iban = Iban.parse(one.to().account().orElseThrow()).orElseThrow();
            var endToEnd = endToEnd(one);
            asked.add(new Asked(endToEnd, one.id(), one.turn()));
            orders.add(
                    new Transfer(
                            endToEnd, one.amount(), one.to().name().orElse(""), iban, about(one)));
        }
        var file =
                new CreditTransferFile(
                        name,
                        now,
                        now.atZone(pack.zone()).toLocalDate(),
                        pack.payment().beneficiary(),
                        Iban.parse(pack.payment().account()).orElseThrow(),
                        Optional.of(pack.payment().bic()),
                        orders);
        var written =
                new TransferFile(office, name, asked.size(), file.sum(), now, staff.signature());
        if (!transfers.add(written, file.bytes(), asked)) {
            return new NotPossible(chosen);
        }
        audit.record(
                AuditEntry.of(
                        staff,
                        "banking.transfers-written",
                        AuditSubject.of("office", office),
                        name + " " + file.sum()));
        return new Written(written);
    }

    /// Names a file at the bank: at most 35 signs, never twice.
    private static String name(OfficeId office, int number) {
        var short_ = office.value().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "-");
        return short_.substring(0, Math.min(20, short_.length())) + "-T" + number;
    }

    private static String endToEnd(Payout payout) {
        return payout.id().value().toString().replace("-", "") + "-" + payout.turn();
    }

    private static String about(Payout payout) {
        var what =
                payout.payable()
                        .map(ref -> ref.number().substring(ref.number().lastIndexOf('/') + 1))
                        .orElse("");
        return (what + " " + payout.reason()).strip();
    }

    /// Whether a payout may go into a file: due, by transfer, in euros, to an IBAN, in no file yet.
    private static boolean canGo(Payout one, Map<PayoutId, TransferBook.InFile> inFiles) {
        var file = Optional.ofNullable(inFiles.get(one.id()));
        return one.state() instanceof Payout.State.Due
                && one.means() == Means.TRANSFER
                && one.amount().getCurrencyUnit().equals(CurrencyUnit.EUR)
                && one.to().account().flatMap(Iban::parse).isPresent()
                && file.filter(it -> it.turn() >= one.turn()).isEmpty();
    }

    /// For each of these payouts that is in a file as it is due now, the file's name.
    @Transactional(readOnly = true)
    public Map<PayoutId, String> written(Collection<Payout> some) {
        var inFiles = transfers.inFiles(some.stream().map(Payout::id).toList());
        var names = new java.util.HashMap<PayoutId, String>();
        for (var one : some) {
            Optional.ofNullable(inFiles.get(one.id()))
                    .filter(file -> file.turn() >= one.turn())
                    .ifPresent(file -> names.put(one.id(), file.name()));
        }
        return names;
    }

    /// Whether this payout could go into a file now.
    @Transactional(readOnly = true)
    public boolean canGo(Payout one) {
        return canGo(one, transfers.inFiles(List.of(one.id())));
    }

    /// The files of an office, the newest first.
    @Transactional(readOnly = true)
    public List<TransferFile> files(OfficeId office) {
        return transfers.files(office);
    }

    /// A copy of a file, byte for byte.
    @Transactional(readOnly = true)
    public Optional<OriginalFile> copy(OfficeId office, String name) {
        return transfers.file(office, name);
    }
}
