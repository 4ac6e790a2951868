package org.passerelle.banking;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.banking.BankMovement.Decision;
import org.passerelle.banking.BankMovement.Kind;
import org.passerelle.banking.domain.AdviceBook;
import org.passerelle.banking.domain.AdviceBook.Waiting;
import org.passerelle.banking.domain.Advised;
import org.passerelle.banking.domain.BankBooks;
import org.passerelle.banking.reading.CamtReader;
import org.passerelle.banking.reading.FileRefused;
import org.passerelle.kernel.OfficeId;
import org.springframework.stereotype.Component;

/// Joins what reports and advices tell with the bookings of statements, whichever came first: a
/// booking of several payments becomes these (PAY-02). Money is counted by statements only.
@Component
class Advices {
    private final BankBooks books;
    private final AdviceBook advices;
    private final Assigning assigning;
    private final Clock clock;

    Advices(BankBooks books, AdviceBook advices, Assigning assigning, Clock clock) {
        this.books = books;
        this.advices = advices;
        this.assigning = assigning;
        this.clock = clock;
    }

    /// Keeps what is new of what a file tells of an office's account; answers how many bookings.
    int keep(OfficeId office, UUID file, boolean report, List<Advised> told) {
        return advices.keep(office, file, report, told);
    }

    /// Joins all that waits with what statements show.
    ///
    /// @param added movements that came just now
    /// @return what is left to decide of these: they, or their payments where they were split; and
    ///   payments of earlier movements that were split now
    List<MovementId> join(OfficeId office, String account, List<MovementId> added) {
        var left = new LinkedHashSet<>(added);
        var waiting = advices.waiting(office, account);
        if (waiting.isEmpty()) {
            return List.copyOf(left);
        }
        var told = told(waiting, account);
        var first = told.values().stream().map(Advised::on).min(Comparator.naturalOrder());
        var booked =
                books.booked(
                        office,
                        account,
                        told.values().stream().map(Advised::amount).toList(),
                        first.orElseThrow().minusDays(Advised.DAYS_APART));
        told.forEach((id, advised) ->
                booking(advised, told.values(), booked)
                        .ifPresent(movement -> {
                            advices.seen(id, movement.id());
                            // What an earlier turn of this loop split is split already.
                            var now = books.find(movement.id()).orElseThrow();
                            if (isBare(now) && isUntouched(now) && !advised.payments().isEmpty()) {
                                left.remove(now.id());
                                left.addAll(split(now, advised));
                            }
                        }));
        return List.copyOf(left);
    }

    private Map<UUID, Advised> told(List<Waiting> waiting, String account) {
        var files = new HashMap<UUID, List<Advised>>();
        var told = new LinkedHashMap<UUID, Advised>();
        for (var one : waiting) {
            var all = files.computeIfAbsent(one.file(), file -> read(file, account));
            told.put(one.id(), all.get(one.position()));
        }
        return told;
    }

    private List<Advised> read(UUID file, String account) {
        try {
            return CamtReader.read(new ByteArrayInputStream(advices.content(file)))
                    .advised()
                    .stream()
                    .filter(one -> one.account().equals(account))
                    .toList();
        } catch (FileRefused refused) {
            throw new IllegalStateException("It was read before: " + file, refused);
        }
    }

    /// The booking that bears the advice's reference; where none does, the only one of its amount
    /// and days, if no other advice may be that one.
    private static Optional<BankMovement> booking(
            Advised advised, Collection<Advised> others, List<BankMovement> booked) {
        var named = booked.stream().filter(one -> advised.isNamed(one.movement())).toList();
        if (!named.isEmpty()) {
            return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
        }
        var alike = booked.stream().filter(one -> advised.mayBe(one.movement())).toList();
        return alike.size() == 1
                        && others.stream()
                                        .filter(it -> it.mayBe(alike.getFirst().movement()))
                                        .count()
                                == 1
                ? Optional.of(alike.getFirst())
                : Optional.empty();
    }

    /// Whether the statement left open who paid, or that several did.
    private static boolean isBare(BankMovement booking) {
        var told = booking.movement();
        return told.batch()
                || told.counterparty().equals(Movement.Counterparty.UNKNOWN)
                        && told.references().isEmpty();
    }

    /// Whether nobody decided about it: what the product set aside by itself does not count.
    private static boolean isUntouched(BankMovement booking) {
        return booking.decisions().stream()
                .filter(Decision::stands)
                .allMatch(one -> one.byItself() && one.kind() == Kind.SET_ASIDE);
    }

    private List<MovementId> split(BankMovement booking, Advised advised) {
        var parts = new ArrayList<MovementId>();
        for (var payment : advised.payments()) {
            parts.add(books.split(booking, parts.size() + 1, payment, clock.instant()));
        }
        booking.setAside().ifPresent(aside -> assigning.undo(Deciding.BANK, booking, aside));
        var open = books.find(booking.id()).orElseThrow();
        assigning.decide(Deciding.BANK, open, Kind.SPLIT, open.open(), "", true);
        return parts;
    }
}
