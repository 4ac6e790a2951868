package org.passerelle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.banking.Banking;
import org.passerelle.banking.FileFault;
import org.passerelle.banking.ImportOutcome.Advised;
import org.passerelle.banking.ImportOutcome.Refused;
import org.passerelle.banking.ImportOutcome.Taken;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;

/// Files of the bank taken in one after another, and what became of each in words.
final class BankRun {
    /// One byte more than the largest that is taken, so that a larger one is refused by its size.
    private static final int MOST_BYTES = 64 * 1024 * 1024 + 1;

    private final Banking banking;
    private final Packs packs;
    private final PrintWriter out;
    private final BankProgress progress;
    private final Actor actor =
            new Actor.Product(
                    "passerelle bank import (%s)"
                            .formatted(System.getProperty("user.name", "passerelle")));

    private int added;
    private int byItself;
    private int toDecide;
    private int refused;

    BankRun(Banking banking, Packs packs, PrintWriter out, BankProgress progress) {
        this.banking = banking;
        this.packs = packs;
        this.out = out;
        this.progress = progress;
    }

    /// Takes the files in; false when one of them was refused.
    boolean take(List<Path> files, Optional<OfficeId> office) {
        for (var i = 0; i < files.size(); i++) {
            var name = String.valueOf(files.get(i).getFileName());
            progress.file(name, i + 1, files.size());
            take(files.get(i), name, office);
        }
        if (files.size() > 1) {
            out.println(
                    "%d files: %s%s"
                            .formatted(
                                    files.size(),
                                    figures(added, byItself, toDecide),
                                    refused == 0 ? "" : "; %d refused".formatted(refused)));
        }
        return refused == 0;
    }

    private void take(Path file, String name, Optional<OfficeId> office) {
        byte[] content;
        try (var in = Files.newInputStream(file)) {
            content = in.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            refuse(name, "the file cannot be read: " + e);
            return;
        }
        var whose = office.map(List::of).orElseGet(() -> banking.officesOf(content));
        if (!office.isPresent() && sameAccount(whose)) {
            refuse(
                    name,
                    "the account in it is that of several offices. Say --office=%s"
                            .formatted(
                                    whose.stream()
                                            .map(OfficeId::toString)
                                            .collect(Collectors.joining(" or --office="))));
            return;
        }
        // A file of nobody's account, or that cannot be read, is refused for its reason by anybody.
        var asked = whose.isEmpty() ? List.of(packs.installed().getFirst().office().id()) : whose;
        for (var one : asked) {
            take(one, name, content, whose);
        }
    }

    private boolean sameAccount(List<OfficeId> offices) {
        return offices.stream().map(this::account).distinct().count() < offices.size();
    }

    private String account(OfficeId office) {
        return packs.get(office).office().payment().account().replaceAll("\\s", "");
    }

    private void take(OfficeId office, String name, byte[] content, List<OfficeId> whose) {
        var outcome = banking.take(actor, office, name, content, progress);
        progress.end();
        switch (outcome) {
            case Taken taken -> {
                added += taken.added();
                byItself += taken.byItself();
                toDecide += taken.toDecide();
                say(taken, office, name, whose);
            }
            case Advised advised -> {
                byItself += advised.byItself();
                toDecide += advised.toDecide();
                say(advised, office, name);
            }
            case Refused(var fault) -> refuse(name, why(fault));
        }
    }

    private void say(Taken taken, OfficeId office, String name, List<OfficeId> whose) {
        out.println(
                "%s: %s, %,d movements, %,d known already; %s"
                        .formatted(
                                name,
                                office,
                                taken.shown(),
                                taken.shown() - taken.added(),
                                figures(taken.added(), taken.byItself(), taken.toDecide())));
        var others =
                taken.leftOut().stream()
                        .filter(account ->
                                whose.stream().noneMatch(one -> account(one).equals(account)))
                        .sorted()
                        .toList();
        if (!others.isEmpty()) {
            out.println("  left out, no office's account: " + String.join(", ", others));
        }
        for (var statement : taken.statements()) {
            statement
                    .gap()
                    .ifPresent(gap ->
                            out.println(
                                    "  a statement is missing between %s and %s"
                                            .formatted(gap.since(), statement.from())));
        }
    }

    private void say(Advised advised, OfficeId office, String name) {
        out.println(
                "%s: %s, %s, %,d bookings of %,d payments, %,d new; the statement counts them"
                        .formatted(
                                name,
                                office,
                                advised.isReport() ? "report of the day" : "advice",
                                advised.bookings(),
                                advised.payments(),
                                advised.added()));
        if (advised.split() > 0) {
            out.println(
                    "  a statement shows bookings of these: "
                            + figures(advised.split(), advised.byItself(), advised.toDecide()));
        }
    }

    private static String figures(int added, int byItself, int toDecide) {
        return "%,d new: %,d assigned, %,d to decide, %,d need nothing"
                .formatted(added, byItself, toDecide, added - byItself - toDecide);
    }

    private void refuse(String name, String why) {
        progress.end();
        refused++;
        out.println("%s: refused, nothing of it is taken: %s".formatted(name, why));
    }

    private String why(FileFault fault) {
        var details = fault.details().toArray();
        var why =
                switch (fault.kind()) {
                    case NOT_XML -> "it is no XML; a statement that is packed is unpacked first";
                    case DAMAGED -> "it is damaged or cut off (%s)".formatted(details);
                    case UNSAFE -> "it points elsewhere; no bank writes so";
                    case NOT_CAMT -> "it is no CAMT file of a bank (%s)".formatted(details);
                    case MISSING -> "%s is missing".formatted(details);
                    case WRONG_AMOUNT -> "%s is no amount: %s".formatted(details);
                    case WRONG_DAY -> "%s is no day: %s".formatted(details);
                    case DOES_NOT_RECONCILE ->
                            ("account %s does not reconcile: %s at first, %s of movements, %s at"
                                            + " last; %s of difference")
                                    .formatted(details);
                    case OTHER_ACCOUNT ->
                            "it is of account %s, and the offices' are %s"
                                    .formatted(
                                            details[0],
                                            packs.installed().stream()
                                                    .map(one -> account(one.office().id()))
                                                    .distinct()
                                                    .collect(Collectors.joining(", ")));
                    case TOO_LARGE -> "it is over %s MB".formatted(details);
                    case EMPTY -> "it holds no statement";
                };
        return fault.line() > 0 ? "line %d: %s".formatted(fault.line(), why) : why;
    }
}
