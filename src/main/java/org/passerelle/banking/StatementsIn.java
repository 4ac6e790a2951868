package org.passerelle.banking;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.banking.BankMovement.Kind;
import org.passerelle.banking.BankMovement.Purpose;
import org.passerelle.banking.ImportOutcome.Refused;
import org.passerelle.banking.ImportOutcome.Taken;
import org.passerelle.banking.ImportProgress.Step;
import org.passerelle.banking.domain.BankBooks;
import org.passerelle.banking.domain.BankBooks.Given;
import org.passerelle.banking.domain.BankFile;
import org.passerelle.banking.domain.Multiplicity;
import org.passerelle.banking.domain.Statement;
import org.passerelle.banking.reading.CamtReader;
import org.passerelle.banking.reading.FileRefused;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Pack;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.RecordOutcome;
import org.springframework.stereotype.Component;

/// Takes statements in: what is new in them, and what of it finds its place by itself.
@Component
class StatementsIn {
    /// As receipts show who recorded them.
    private static final Actor BANK = new Actor.Product("bank statement");

    private static final int LARGEST_MEGABYTES = 64;
    private static final long MEGA = 1024L * 1024;

    private final BankBooks books;
    private final Expected expected;
    private final Assigning assigning;
    private final BankPostings postings;
    private final OpeningBalances openings;
    private final TransfersSeen seen;
    private final Packs packs;
    private final Audit audit;
    private final Clock clock;

    StatementsIn(
            BankBooks books,
            Expected expected,
            Assigning assigning,
            BankPostings postings,
            OpeningBalances openings,
            TransfersSeen seen,
            Packs packs,
            Audit audit,
            Clock clock) {
        this.books = books;
        this.expected = expected;
        this.assigning = assigning;
        this.postings = postings;
        this.openings = openings;
        this.seen = seen;
        this.packs = packs;
        this.audit = audit;
        this.clock = clock;
    }

    List<OfficeId> officesOf(byte[] content) {
        try {
            var accounts =
                    CamtReader.read(new ByteArrayInputStream(content)).statements().stream()
                            .map(Statement::account)
                            .collect(Collectors.toSet());
            return packs.installed().stream()
                    .map(Pack::office)
                    .filter(one -> accounts.contains(account(one.payment().iban())))
                    .map(Office::id)
                    .toList();
        } catch (FileRefused _) {
            return List.of();
        }
    }

    ImportOutcome take(
            Actor actor,
            OfficeId office,
            String fileName,
            byte[] content,
            ImportProgress progress) {
        if (content.length > LARGEST_MEGABYTES * MEGA) {
            return refused(FileFault.Kind.TOO_LARGE, Integer.toString(LARGEST_MEGABYTES));
        }
        BankFile file;
        try {
            file = CamtReader.read(new ByteArrayInputStream(content));
        } catch (FileRefused refused) {
            return new Refused(refused.fault());
        }
        var own = account(packs.get(office).office().payment().iban());
        var statements =
                file.statements().stream().filter(one -> one.account().equals(own)).toList();
        var others =
                file.statements().stream()
                        .map(Statement::account)
                        .filter(account -> !account.equals(own))
                        .collect(Collectors.toSet());
        if (statements.isEmpty()) {
            return refused(
                    FileFault.Kind.OTHER_ACCOUNT,
                    others.stream().sorted().collect(Collectors.joining(", ")));
        }
        books.hold(office);
        var kept =
                books.keep(
                        new Given(
                                office,
                                fileName,
                                sha256(content),
                                content,
                                file.format(),
                                clock.instant(),
                                actor.signature()));
        return taken(actor, office, kept, statements, others, fileName, progress);
    }

    /// As it is compared: without blanks, in capitals.
    private static String account(String written) {
        return written.replaceAll("[\\s\\u00a0]", "").toUpperCase(Locale.ROOT);
    }

    private static Refused refused(FileFault.Kind kind, String detail) {
        return new Refused(new FileFault(kind, 0, List.of(detail)));
    }

    private Taken taken(
            Actor actor,
            OfficeId office,
            UUID file,
            List<Statement> statements,
            Set<String> others,
            String fileName,
            ImportProgress progress) {
        var shown = statements.stream().mapToInt(one -> one.movements().size()).sum();
        progress.at(Step.READ, shown, shown);
        var read = 0;
        var added = new ArrayList<MovementId>();
        var fresh = new ArrayList<StatementId>();
        for (var statement : statements) {
            var id = books.keep(office, file, statement);
            if (id.isPresent()) {
                fresh.add(id.get());
                var before = added.size();
                add(office, id.get(), statement, added);
                books.added(id.get(), added.size() - before);
            }
            read += statement.movements().size();
            progress.at(Step.KEPT, read, shown);
        }
        statements.stream()
                .map(Statement::currency)
                .distinct()
                .forEach(currency ->
                        openings.keep(office, statements.getFirst().account(), currency));
        var byItself = decide(office, added, progress);
        var open =
                (int)
                        added.stream()
                                .map(id -> books.find(id).orElseThrow())
                                .filter(BankMovement::isOpen)
                                .count();
        audit.record(
                AuditEntry.of(
                        actor,
                        "banking.imported",
                        AuditSubject.of("office", office),
                        fileName + ": " + added.size()));
        return new Taken(
                fresh.stream().map(id -> books.statement(id).orElseThrow()).toList(),
                statements.size() - fresh.size(),
                others,
                shown,
                added.size(),
                byItself,
                open);
    }

    /// Adds the movements of the statement's days that nobody saw before: of those that are equal
    /// in everything, as many as all statements together show.
    private void add(OfficeId office, StatementId id, Statement statement, List<MovementId> added) {
        if (statement.movements().isEmpty()) {
            return;
        }
        var first = statement.movements().getFirst().bookedOn();
        var last = statement.movements().getLast().bookedOn();
        var counted = books.counted(office, statement.account(), first, last);
        var shown =
                statement.movements().stream()
                        .collect(Collectors.toMap(one -> one.key(), one -> one, (one, _) -> one));
        var days = books.sheets(office, statement.account(), statement.currency(), first, last);
        for (var day : days.values()) {
            for (var one : new java.util.TreeMap<>(Multiplicity.of(day)).entrySet()) {
                var key = one.getKey();
                var movement = shown.get(key);
                for (var ordinal = counted.getOrDefault(key, 0) + 1;
                        ordinal <= one.getValue();
                        ordinal++) {
                    added.add(
                            books.add(
                                    office,
                                    statement.account(),
                                    id,
                                    movement == null
                                            ? books.told(office, statement.account(), key)
                                            : movement,
                                    ordinal,
                                    clock.instant()));
                }
            }
        }
    }

    /// Assigns what is certain and sets aside what left and takes nothing back; answers how many
    /// were assigned.
    private int decide(OfficeId office, List<MovementId> added, ImportProgress progress) {
        if (added.isEmpty()) {
            return 0;
        }
        var pool = expected.pool(office);
        var movements = added.stream().map(id -> books.find(id).orElseThrow()).toList();
        var payers =
                pool.named(
                        movements.stream().map(BankMovement::movement).toList(),
                        books.payers(
                                office,
                                movements.stream()
                                        .map(one -> one.movement().counterparty().account())
                                        .filter(account -> !account.isEmpty())
                                        .collect(Collectors.toSet())));
        var assigned = 0;
        movements.forEach(postings::booked);
        var done = 0;
        for (var one : movements) {
            progress.at(Step.DECIDED, done++, movements.size());
            if (seen.asked(BANK, one)) {
                continue;
            }
            if (one.amount().isNegative()) {
                leaves(one);
            } else if (found(one, pool.match(one.movement(), payers))
                    .filter(ref -> pays(one, ref, pool))
                    .isPresent()) {
                assigned++;
            }
        }
        progress.at(Step.DECIDED, done, movements.size());
        return assigned;
    }

    /// What is certain, or what somebody recorded from the same statement before.
    private Optional<PayableRef> found(BankMovement movement, Match match) {
        return switch (match) {
            case Match.Certain(var sure) -> Optional.of(sure.owed().ref());
            case Match.Undecided(var several) ->
                    several.stream()
                            .map(one -> one.owed().ref())
                            .filter(ref -> assigning.isRecorded(movement, ref))
                            .findFirst();
        };
    }

    private boolean pays(BankMovement movement, PayableRef ref, Expected.Pool pool) {
        var outcome = assigning.assign(BANK, movement.id(), ref, movement.amount(), true);
        switch (outcome) {
            case RecordOutcome.Settled(var payable) -> pool.put(payable);
            case RecordOutcome.Short(var payable, _) -> pool.put(payable);
            case RecordOutcome.Over(var payable, _) -> pool.put(payable);
            case RecordOutcome.NoLongerOwed(var payable, _) -> pool.put(payable);
            case RecordOutcome.AlreadyRecorded(var payable) -> pool.put(payable);
            case RecordOutcome.Differs _,
                    RecordOutcome.OtherCurrency _,
                    RecordOutcome.NotAnAmount _ -> {}
        }
        return Assigning.isKept(outcome);
    }

    /// A debit that takes back a credit nobody decided yet is that credit's other half; one that
    /// takes back an assigned credit waits for a decision; any other is the office's own affair.
    private void leaves(BankMovement debit) {
        var earlier = assigning.takenBackBy(debit);
        var open = earlier.stream().filter(one -> one.open().equals(one.amount())).findFirst();
        if (open.isPresent()) {
            assigning.decide(BANK, open.get(), Kind.TAKEN_BACK, open.get().amount(), "", true);
            assigning.decide(BANK, debit, Kind.TAKEN_BACK, debit.amount(), "", true);
        } else if (earlier.isEmpty()) {
            assigning.setAside(BANK, debit, Purpose.OTHER, "", true);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
