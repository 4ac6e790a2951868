package org.passerelle.banking;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.passerelle.banking.BankMovement.Kind;
import org.passerelle.banking.domain.TransferBook;
import org.passerelle.kernel.Actor;
import org.passerelle.payment.Payout;
import org.passerelle.payment.Payouts;
import org.springframework.stereotype.Component;

/// Sees on a statement that a transfer the office asked for has left, or came back (ORD-09).
@Component
class TransfersSeen {
    /// A bank makes a file's transfers within days; after that an equal sum is chance.
    private static final int DAYS_UNTIL_BOOKED = 14;

    private final TransferBook transfers;
    private final Payouts payouts;
    private final Assigning assigning;

    TransfersSeen(TransferBook transfers, Payouts payouts, Assigning assigning) {
        this.transfers = transfers;
        this.payouts = payouts;
        this.assigning = assigning;
    }

    /// Whether this movement is such a transfer, to the cent, or a whole file of them in one; then
    /// it is reported and decided. A file's debit of another sum waits for a decision.
    boolean asked(Actor bank, BankMovement movement) {
        var told = movement.movement();
        var unnamed = told.batch() || told.counterparty().account().isEmpty();
        return one(bank, movement)
                || unnamed && movement.amount().isNegative() && wholeFile(bank, movement);
    }

    private boolean wholeFile(Actor bank, BankMovement movement) {
        var files = transfers.files(movement.office());
        var name = movement.movement().bank().endToEnd();
        var named = files.stream().filter(one -> one.name().equals(name)).findFirst();
        if (named.isPresent() && !isSumOf(named.get(), movement)) {
            return true;
        }
        var seen = named.or(() -> onlyOne(files, movement));
        seen.ifPresent(file -> {
            var servicer = movement.movement().bank().servicer();
            for (var asked : transfers.asked(file)) {
                payouts.sent(
                        bank,
                        asked.payout(),
                        servicer.isEmpty() ? asked.endToEnd() : servicer,
                        movement.movement().bookedOn());
            }
            assigning.decide(bank, movement, Kind.PAID_OUT, movement.amount(), file.name(), true);
        });
        return seen.isPresent();
    }

    private static boolean isSumOf(TransferFile file, BankMovement debit) {
        return file.sum().equals(debit.amount().negated());
    }

    /// Where the bank does not name the file: the only one of this sum, written lately, of which
    /// nothing has left yet.
    private Optional<TransferFile> onlyOne(List<TransferFile> files, BankMovement debit) {
        var fitting =
                files.stream()
                        .filter(file -> isSumOf(file, debit))
                        .filter(file -> isTimely(file, debit.movement().bookedOn()))
                        .filter(file ->
                                transfers.asked(file).stream()
                                        .allMatch(asked ->
                                                payouts.find(asked.payout())
                                                        .filter(it -> it.turn() == asked.turn())
                                                        .filter(it ->
                                                                it.state()
                                                                        instanceof Payout.State.Due)
                                                        .isPresent()))
                        .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static boolean isTimely(TransferFile file, LocalDate booked) {
        var written = file.writtenAt().atZone(ZoneOffset.UTC).toLocalDate();
        return !booked.isBefore(written.minusDays(1))
                && !booked.isAfter(written.plusDays(DAYS_UNTIL_BOOKED));
    }

    private boolean one(Actor bank, BankMovement movement) {
        var told = movement.movement();
        var endToEnd = told.bank().endToEnd();
        if (endToEnd.isEmpty()) {
            return false;
        }
        var payout =
                transfers
                        .asked(movement.office(), endToEnd)
                        .flatMap(one -> payouts.find(one.payout()))
                        .filter(one -> one.amount().equals(told.amount().abs()));
        if (payout.isEmpty()) {
            return false;
        }
        var id = payout.get().id();
        if (movement.amount().isNegative()) {
            var servicer = told.bank().servicer();
            payouts.sent(bank, id, servicer.isEmpty() ? endToEnd : servicer, told.bookedOn());
        } else if (payout.get().state() instanceof Payout.State.Sent) {
            payouts.failed(bank, id, told.returnReason().orElse(told.text()), told.bookedOn());
        } else {
            return false;
        }
        assigning.decide(
                bank,
                movement,
                Kind.PAID_OUT,
                movement.amount(),
                told.returnReason().orElse(""),
                true);
        return true;
    }
}
