package org.passerelle.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.catalogue.StockLevel.Kind;
import org.passerelle.catalogue.StockLevel.Movement;
import org.passerelle.catalogue.domain.AlertBook;
import org.passerelle.catalogue.domain.CodeList;
import org.passerelle.catalogue.domain.Codes;
import org.passerelle.catalogue.domain.StockLedger;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What is there: counted pieces and discount codes, held for an order's line, given or let go
/// (CAT-05, VOU-05).
///
/// A cause names one line of one order, such as `order 10001/1`; all causes of the order begin
/// alike.
@Service
@Transactional
public class Stockroom {
    private static final int MOVEMENTS_SHOWN = 20;

    private final StockLedger ledger;
    private final Codes codes;
    private final Packs packs;
    private final Vault vault;
    private final Audit audit;
    private final AlertBook alerts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Stockroom(
            StockLedger ledger,
            Codes codes,
            AlertBook alerts,
            ApplicationEventPublisher events,
            Packs packs,
            Vault vault,
            Audit audit,
            Clock clock) {
        this.ledger = ledger;
        this.codes = codes;
        this.alerts = alerts;
        this.events = events;
        this.packs = packs;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /// Units wanted for one cause.
    public record Wanted(OfferId offer, long units, String cause) {}

    @Transactional(readOnly = true)
    public Availability available(OfficeId office, Offer offer) {
        return switch (offer.stock()) {
            case Offer.Stock.Unlimited _ -> new Availability.Unlimited();
            case Offer.Stock.Counted(var initial) ->
                    new Availability.Counted(ledger.sums(office, offer.id(), initial).available());
            case Offer.Stock.CodePool(var pool) ->
                    new Availability.Counted(codes.free(office, pool, today(office)));
        };
    }

    /// The same, while nobody else counts: what comes in afterwards finds who waits for it.
    Availability availableLocked(OfficeId office, Offer offer) {
        if (offer.stock() instanceof Offer.Stock.Counted(var initial)) {
            ledger.lock(office, offer.id(), initial, clock.instant());
        }
        return available(office, offer);
    }

    /// The same for a whole list, in one question or two however long it is.
    @Transactional(readOnly = true)
    public Map<OfferId, Availability> available(OfficeId office, Collection<Offer> offers) {
        var counted = offers.stream().anyMatch(one -> one.stock() instanceof Offer.Stock.Counted);
        var pooled = offers.stream().anyMatch(one -> one.stock() instanceof Offer.Stock.CodePool);
        var sums = counted ? ledger.sums(office) : Map.<OfferId, StockLedger.Sums>of();
        var free = new HashMap<String, Long>();
        if (pooled) {
            codes.levels(office, today(office)).forEach(one -> free.put(one.pool(), one.free()));
        }
        var available = new HashMap<OfferId, Availability>();
        for (var offer : offers) {
            available.put(
                    offer.id(),
                    switch (offer.stock()) {
                        case Offer.Stock.Unlimited _ -> new Availability.Unlimited();
                        case Offer.Stock.Counted(var initial) ->
                                new Availability.Counted(
                                        Optional.ofNullable(sums.get(offer.id()))
                                                .map(StockLedger.Sums::available)
                                                .orElse(initial));
                        case Offer.Stock.CodePool(var pool) ->
                                new Availability.Counted(free.getOrDefault(pool, 0L));
                    });
        }
        return available;
    }

    /// Holds all of it or none. Rows are locked in one order, so two orders never wait for each
    /// other in a circle. Must be undone with its transaction when the order does not come about.
    @Transactional(propagation = Propagation.MANDATORY)
    public StockOutcome hold(OfficeId office, List<Wanted> wanted, Actor actor) {
        var shortages = new ArrayList<StockOutcome.Shortage>();
        var sorted =
                wanted.stream()
                        .sorted(
                                Comparator.comparing((Wanted wish) -> row(office, wish))
                                        .thenComparing(Wanted::cause))
                        .toList();
        for (var wish : sorted) {
            var offer = packs.get(office).offer(wish.offer()).orElseThrow();
            switch (offer.stock()) {
                case Offer.Stock.Unlimited _ -> {}
                case Offer.Stock.Counted(var initial) -> {
                    var sums = ledger.lock(office, offer.id(), initial, clock.instant());
                    if (sums.available() < wish.units()) {
                        shortages.add(shortage(wish, sums.available()));
                    } else {
                        move(office, offer.id(), Kind.HELD, 0, wish.units(), wish.cause(), actor);
                    }
                }
                case Offer.Stock.CodePool(var pool) -> {
                    var held = codes.hold(office, pool, wish.cause(), wish.units(), today(office));
                    if (held < wish.units()) {
                        shortages.add(shortage(wish, held));
                    }
                }
            }
        }
        return shortages.isEmpty()
                ? new StockOutcome.Held()
                : new StockOutcome.Short(List.copyOf(shortages));
    }

    /// What is locked for a wish: two offers may share one pool of codes.
    private String row(OfficeId office, Wanted wish) {
        return switch (packs.get(office).offer(wish.offer()).orElseThrow().stock()) {
            case Offer.Stock.Unlimited _ -> "";
            case Offer.Stock.Counted _ -> wish.offer().value();
            case Offer.Stock.CodePool(var pool) -> "pool " + pool;
        };
    }

    private static StockOutcome.Shortage shortage(Wanted wish, long available) {
        return new StockOutcome.Shortage(wish.offer(), wish.units(), available);
    }

    /// Lets go of all that causes beginning with `causePrefix` still hold. Again changes nothing.
    public void release(OfficeId office, String causePrefix, Actor actor) {
        // In the order in which [#hold] locks, which is not how the database sorts words.
        var rows =
                ledger.heldFor(office, causePrefix).stream()
                        .sorted(Comparator.comparing(held -> held.offer().value()))
                        .toList();
        var released = new HashSet<OfferId>();
        for (var held : rows) {
            ledger.lock(office, held.offer(), 0, clock.instant());
            move(office, held.offer(), Kind.RELEASED, 0, -held.units(), held.cause(), actor);
            released.add(held.offer());
        }
        codes.release(office, causePrefix).forEach(pool -> released.addAll(offers(office, pool)));
        tellOf(office, released);
    }

    /// What `cause` holds leaves the house. Again changes nothing.
    public void take(OfficeId office, String cause, Actor actor) {
        for (var held : ledger.heldFor(office, cause)) {
            if (held.cause().equals(cause)) {
                ledger.lock(office, held.offer(), 0, clock.instant());
                move(office, held.offer(), Kind.TAKEN, -held.units(), -held.units(), cause, actor);
            }
        }
    }

    /// Gives the codes that `cause` holds; asked again, the same codes. A code is never given to
    /// two causes.
    public List<GivenCode> giveCodes(OfficeId office, String cause) {
        return codes.give(office, cause, clock.instant()).stream().map(this::open).toList();
    }

    /// The codes that were given for `cause`.
    @Transactional(readOnly = true)
    public List<GivenCode> givenCodes(OfficeId office, String cause) {
        return codes.given(office, cause).stream().map(this::open).toList();
    }

    private GivenCode open(Codes.Sealed code) {
        return new GivenCode(vault.open(purpose(code.id()), code.sealed()), code.expiresOn());
    }

    private static String purpose(UUID code) {
        return "catalogue.code " + code;
    }

    /// Adds pieces that came in.
    public StockChange add(Actor staff, OfficeId office, OfferId id, long units, String reason) {
        return initial(office, id)
                .<StockChange>map(initial -> {
                    if (units <= 0) {
                        return new StockChange.NotAQuantity();
                    }
                    ledger.lock(office, id, initial, clock.instant());
                    move(office, id, Kind.ADDED, units, 0, reason, staff);
                    tellOf(office, Set.of(id));
                    return changed(staff, office, id, "added " + units + ": " + reason);
                })
                .orElseGet(StockChange.NotCounted::new);
    }

    /// Writes what somebody counted on the shelf, `onHand` pieces with those that orders hold.
    public StockChange count(Actor staff, OfficeId office, OfferId id, long onHand, String reason) {
        return initial(office, id)
                .<StockChange>map(initial -> {
                    var sums = ledger.lock(office, id, initial, clock.instant());
                    if (onHand < 0) {
                        return new StockChange.NotAQuantity();
                    }
                    if (onHand < sums.held()) {
                        return new StockChange.BelowHeld(sums.held());
                    }
                    var change = onHand - sums.onHand();
                    if (change != 0) {
                        move(office, id, Kind.COUNTED, change, 0, reason, staff);
                    }
                    if (change > 0) {
                        tellOf(office, Set.of(id));
                    }
                    return changed(staff, office, id, "counted " + onHand + ": " + reason);
                })
                .orElseGet(StockChange.NotCounted::new);
    }

    private StockChange changed(Actor staff, OfficeId office, OfferId id, String detail) {
        keep(staff, "stock.changed", office + "/" + id, detail);
        return new StockChange.Changed(level(office, id));
    }

    private Optional<Long> initial(OfficeId office, OfferId id) {
        return packs.get(office)
                .offer(id)
                .flatMap(offer ->
                        offer.stock() instanceof Offer.Stock.Counted(var initial)
                                ? Optional.of(initial)
                                : Optional.empty());
    }

    /// Counts of all counted offers of an office, in the pack's order.
    @Transactional(readOnly = true)
    public List<StockLevel> levels(OfficeId office) {
        return packs.get(office).offers().values().stream()
                .filter(offer -> offer.stock() instanceof Offer.Stock.Counted)
                .map(offer -> level(office, offer.id()))
                .toList();
    }

    private StockLevel level(OfficeId office, OfferId id) {
        var sums = ledger.sums(office, id, initial(office, id).orElse(0L));
        return new StockLevel(
                id, sums.onHand(), sums.held(), ledger.movements(office, id, MOVEMENTS_SHOWN));
    }

    /// Counts of all pools that the pack names or that have codes.
    @Transactional(readOnly = true)
    public List<CodePoolLevel> pools(OfficeId office) {
        var levels = codes.levels(office, today(office));
        var names = new TreeSet<>(poolsOf(office));
        levels.forEach(level -> names.add(level.pool()));
        return names.stream()
                .map(name ->
                        levels.stream()
                                .filter(level -> level.pool().equals(name))
                                .findFirst()
                                .orElse(new CodePoolLevel(name, 0, 0, 0, 0)))
                .toList();
    }

    private Set<String> poolsOf(OfficeId office) {
        var names = new TreeSet<String>();
        for (var offer : packs.get(office).offers().values()) {
            if (offer.stock() instanceof Offer.Stock.CodePool(var pool)) {
                names.add(pool);
            }
        }
        return names;
    }

    /// Adds the codes of a list (one a line, then the last day after `;`). All of it or, when a
    /// line is faulty, nothing; codes that are known stay as they are.
    public ImportOutcome importCodes(Actor staff, OfficeId office, String pool, String list) {
        var read = CodeList.read(list);
        if (!read.errors().isEmpty()) {
            return new ImportOutcome.Refused(read.errors());
        }
        var added = 0;
        for (var entry : read.entries()) {
            var id = UUID.randomUUID();
            var isNew =
                    codes.add(
                            office,
                            pool,
                            id,
                            vault.seal(purpose(id), entry.code()),
                            vault.fingerprint("catalogue.code", entry.code()),
                            entry.expiresOn(),
                            clock.instant(),
                            staff.signature());
            added += isNew ? 1 : 0;
        }
        keep(staff, "codes.imported", office + "/" + pool, added + " codes");
        tellOf(office, offers(office, pool));
        return new ImportOutcome.Imported(added, read.entries().size() - added);
    }

    /// The offers whose codes come from a pool.
    private Set<OfferId> offers(OfficeId office, String pool) {
        return packs.get(office).offers().values().stream()
                .filter(offer -> offer.stock().equals(new Offer.Stock.CodePool(pool)))
                .map(Offer::id)
                .collect(Collectors.toSet());
    }

    private void tellOf(OfficeId office, Set<OfferId> offers) {
        if (!offers.isEmpty() && alerts.anyWaiting(office, offers)) {
            events.publishEvent(new StockCameIn(office, offers.stream().sorted().toList()));
        }
    }

    private void move(
            OfficeId office,
            OfferId offer,
            Kind kind,
            long onHand,
            long held,
            String cause,
            Actor actor) {
        ledger.add(
                office,
                offer,
                new Movement(kind, onHand, held, cause, clock.instant(), actor.signature()));
    }

    private void keep(Actor actor, String action, String subject, String detail) {
        audit.record(
                new AuditEntry(
                        actor,
                        action,
                        new AuditSubject("stock", subject),
                        Optional.empty(),
                        detail));
    }

    private LocalDate today(OfficeId office) {
        return LocalDate.ofInstant(clock.instant(), packs.get(office).office().zone());
    }
}
