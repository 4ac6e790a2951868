package org.passerelle.banking.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.banking.BankMovement;
import org.passerelle.banking.BankMovement.Decision;
import org.passerelle.banking.BankStatement;
import org.passerelle.banking.Movement;
import org.passerelle.banking.MovementId;
import org.passerelle.banking.MovementsFound.View;
import org.passerelle.banking.OriginalFile;
import org.passerelle.banking.StatementId;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;

/// Keeps files, statements, movements and decisions; only ever adds.
public interface BankBooks {

    /// A file as it was given, and when by whom.
    record Given(
            OfficeId office,
            String name,
            String sha256,
            byte[] content,
            String format,
            Instant at,
            Signature by) {}

    /// Holds the office's books until the transaction ends: statements are taken in one by one.
    void hold(OfficeId office);

    /// Keeps a file; the same bytes of an office are one.
    java.util.UUID keep(Given file);

    /// Keeps what a statement shows; empty when the office has this statement.
    Optional<StatementId> keep(OfficeId office, java.util.UUID file, Statement statement);

    /// The sheets of all statements of an account by day.
    Map<LocalDate, List<Sheet>> sheets(
            OfficeId office, String account, CurrencyUnit currency, LocalDate from, LocalDate to);

    /// How many movements are kept under each key, from a day to a day.
    Map<String, Integer> counted(OfficeId office, String account, LocalDate from, LocalDate to);

    /// Keeps the `ordinal`th movement of its key, open.
    MovementId add(
            OfficeId office,
            String account,
            StatementId seen,
            Movement movement,
            int ordinal,
            Instant now);

    /// A movement of this key, as the first statement told it.
    Movement told(OfficeId office, String account, String key);

    void added(StatementId statement, int movements);

    /// Of these, in the order in which they were added.
    List<BankMovement> all(Collection<MovementId> ids);

    /// Keeps one payment of a booking as a movement of its own, open, on the booking's day.
    ///
    /// @param part its place among the booking's payments
    MovementId split(BankMovement whole, int part, Movement payment, Instant now);

    /// The bookings of an account of any of these amounts, from a day on; parts of bookings not.
    List<BankMovement> booked(
            OfficeId office, String account, Collection<Money> amounts, LocalDate from);

    Optional<BankMovement> find(MovementId id);

    /// The movement that people of an office call by this number.
    Optional<BankMovement> numbered(OfficeId office, long number);

    /// The movement, held until the transaction ends.
    Optional<BankMovement> lock(MovementId id);

    List<BankMovement> movements(OfficeId office, View view, int from, int size);

    int count(OfficeId office, View view);

    /// Movements of an account's other side within days, the newest first.
    List<BankMovement> alike(OfficeId office, Movement movement);

    /// Which organisations each account paid for before.
    Map<String, Set<OrganisationId>> payers(OfficeId office, Collection<String> accounts);

    /// Whether another movement of the office bears the bank's reference.
    boolean isShared(OfficeId office, String servicerReference);

    /// Keeps a decision, and whether something is left.
    void decide(BankMovement movement, Decision decision);

    /// Takes a decision back; the movement is open again.
    void undo(BankMovement movement, Decision decision, Instant now, Signature by);

    /// The newest first.
    List<BankStatement> statements(OfficeId office);

    Optional<BankStatement> statement(StatementId id);

    Optional<OriginalFile> original(StatementId id);

    /// What stood on an account before the first statement that tells a balance; empty where none
    /// does.
    Optional<Opening> opening(OfficeId office, String account, CurrencyUnit currency);

    /// @param on the end of this day
    record Opening(LocalDate on, Money amount) {}

    /// What came and what became of it, by kind; under no kind what is open.
    Map<Optional<BankMovement.Kind>, Money> sums(
            OfficeId office, CurrencyUnit currency, boolean credits);
}
