package org.passerelle.banking;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
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
import org.springframework.stereotype.Component;

/// Takes statements in: what is new in them, and what of it finds its place by itself.
@Component
class StatementsIn {
    private static final int LARGEST_MEGABYTES = 64;
    private static final long MEGA = 1024L * 1024;

    private final BankBooks books;
    private final Deciding deciding;
    private final Advices advices;
    private final BankPostings postings;
    private final OpeningBalances openings;
    private final Packs packs;
    private final Audit audit;
    private final Clock clock;

    StatementsIn(
            BankBooks books,
            Deciding deciding,
            Advices advices,
            BankPostings postings,
            OpeningBalances openings,
            Packs packs,
            Audit audit,
            Clock clock) {
        this.books = books;
        this.deciding = deciding;
        this.advices = advices;
        this.postings = postings;
        this.openings = openings;
        this.packs = packs;
        this.audit = audit;
        this.clock = clock;
    }

    List<OfficeId> officesOf(byte[] content) {
        try {
            var accounts = CamtReader.read(new ByteArrayInputStream(content)).accounts();
            return packs.installed().stream()
                    .map(Pack::office)
                    .filter(one -> accounts.contains(account(one.payment().account())))
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
        var own = account(packs.get(office).office().payment().account());
        var others = new HashSet<>(file.accounts());
        if (!others.remove(own)) {
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
        if (!file.isStatement()) {
            return advised(actor, new Coming(office, kept, own, others, fileName), file, progress);
        }
        var statements =
                file.statements().stream().filter(one -> one.account().equals(own)).toList();
        return taken(actor, office, kept, statements, others, fileName, progress);
    }

    /// As it is compared: without blanks, in capitals.
    private static String account(String written) {
        return written.replaceAll("[\\s\\u00a0]", "").toUpperCase(Locale.ROOT);
    }

    private static Refused refused(FileFault.Kind kind, String detail) {
        return new Refused(new FileFault(kind, 0, List.of(detail)));
    }

    /// A file that tells of one account of an office.
    private record Coming(
            OfficeId office, UUID file, String account, Set<String> others, String name) {}

    private ImportOutcome.Advised advised(
            Actor actor, Coming coming, BankFile file, ImportProgress progress) {
        var told =
                file.advised().stream()
                        .filter(one -> one.account().equals(coming.account()))
                        .toList();
        progress.at(Step.READ, told.size(), told.size());
        var fresh = advices.keep(coming.office(), coming.file(), file.isReport(), told);
        var found = advices.join(coming.office(), coming.account(), List.of());
        var byItself = deciding.decide(coming.office(), found, progress);
        audit.record(
                AuditEntry.of(
                        actor,
                        "banking.advised",
                        AuditSubject.of("office", coming.office()),
                        coming.name() + ": " + fresh));
        return new ImportOutcome.Advised(
                file.isReport(),
                told.size(),
                told.stream().mapToInt(one -> one.payments().size()).sum(),
                fresh,
                coming.others(),
                found.size(),
                byItself,
                (int) books.all(found).stream().filter(BankMovement::isOpen).count());
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
        books.all(added).forEach(postings::booked);
        var found = advices.join(office, statements.getFirst().account(), added);
        var byItself = deciding.decide(office, found, progress);
        var open = (int) books.all(found).stream().filter(BankMovement::isOpen).count();
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

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
