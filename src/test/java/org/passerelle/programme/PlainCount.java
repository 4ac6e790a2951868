package org.passerelle.programme;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.pack.model.Allotment;
import org.passerelle.pack.model.Allotment.Count;
import org.passerelle.pack.model.Allotment.Limit;
import org.passerelle.pack.model.Allotment.Scope;
import org.passerelle.pack.model.Allotment.Window;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;

/// Allotments as a clerk counts them with a pencil: all orders on the table, the calendar and the
/// clock on the wall, and everything counted anew each time. Written from docs/packs.md and without
/// a look at the product's own counting, which the laws hold against it; slow, and short.
public final class PlainCount {
    private final Pack pack;
    private final Programme programme;
    private final Programme.Version rules;
    private final List<Bought> bought;
    private final Instant now;
    private final Map<OfferId, Set<OfferId>> titles = new HashMap<>();

    /// One line of one order: `stands` unless the order was cancelled, refused or has expired.
    public record Bought(
            String order,
            Offer offer,
            long quantity,
            Instant placed,
            Optional<Instant> paid,
            boolean stands,
            boolean delivered) {}

    /// An allotment with the offers it is counted over; none of them named for a whole programme.
    public record Share(Allotment allotment, Set<OfferId> of) {
        public BigDecimal limit() {
            return switch (allotment.limit()) {
                case Limit.Units(var atMost) -> BigDecimal.valueOf(atMost);
                case Limit.Amount(var atMost) -> atMost.getAmount();
            };
        }
    }

    public PlainCount(
            Pack pack,
            Programme programme,
            Programme.Version rules,
            List<Bought> bought,
            Instant now) {
        this.pack = pack;
        this.programme = programme;
        this.rules = rules;
        this.bought = bought.stream().filter(Bought::stands).toList();
        this.now = now;
    }

    public List<Share> shares() {
        var shares = new ArrayList<Share>();
        for (var allotment : rules.allotments()) {
            switch (allotment.scope()) {
                case Scope.WholeProgramme _ -> shares.add(new Share(allotment, Set.of()));
                case Scope.Offers(var offers) -> {
                    var all = new TreeSet<OfferId>();
                    offers.forEach(offer -> all.addAll(withOlder(offer)));
                    shares.add(new Share(allotment, all));
                }
                case Scope.EachOffer _ ->
                        pack.offersOf(programme.id()).stream()
                                .map(offer -> new Share(allotment, title(offer.id())))
                                .distinct()
                                .forEach(shares::add);
            }
        }
        return shares;
    }

    /// What the lines on the table use of a share now, in units or in the limit's currency.
    public BigDecimal used(Share share) {
        return amount(share, counted(share));
    }

    /// The lines that use it.
    public List<Bought> counted(Share share) {
        var mine = bought.stream().filter(line -> isFor(share, line)).toList();
        return mine.stream()
                .filter(line -> isInWindow(share.allotment().window(), mine, moment(line)))
                .filter(line ->
                        switch (share.allotment().count()) {
                            case RENEWALS -> isRenewal(share.allotment(), mine, line);
                            case INITIAL -> !isRenewal(share.allotment(), mine, line);
                            default -> true;
                        })
                .toList();
    }

    private boolean isFor(Share share, Bought line) {
        return share.of().isEmpty()
                ? line.offer().programme().equals(programme.id())
                : share.of().contains(line.offer().id());
    }

    /// What some lines are in the unit of a share.
    public BigDecimal amount(Share share, List<Bought> lines) {
        var sum = BigDecimal.ZERO;
        for (var line : lines) {
            var each =
                    switch (share.allotment().count()) {
                        case LICENCES -> BigDecimal.valueOf(line.offer().holds().licences());
                        case DEVICES -> BigDecimal.valueOf(line.offer().holds().devices());
                        case PRODUCTS, RENEWALS, INITIAL -> BigDecimal.ONE;
                        case FEES, ORDERS, TITLES -> BigDecimal.ZERO;
                    };
            sum = sum.add(each.multiply(BigDecimal.valueOf(line.quantity())));
        }
        return switch (share.allotment().count()) {
            case ORDERS -> BigDecimal.valueOf(lines.stream().map(Bought::order).distinct().count());
            case TITLES ->
                    BigDecimal.valueOf(
                            lines.stream()
                                    .map(line -> title(line.offer().id()))
                                    .distinct()
                                    .count());
            case FEES -> fees(((Limit.Amount) share.allotment().limit()).atMost(), lines);
            default -> sum;
        };
    }

    /// Each line at the rate of its day, to the cent.
    private BigDecimal fees(Money limit, List<Bought> lines) {
        var sum = BigDecimal.ZERO.setScale(2);
        for (var line : lines) {
            var day = LocalDate.ofInstant(line.placed(), office());
            var fee = line.offer().feeOn(day);
            if (fee.isPresent()) {
                sum =
                        sum.add(
                                inCurrency(
                                        fee.get().multipliedBy(line.quantity()),
                                        limit.getCurrencyUnit(),
                                        day));
            }
        }
        return sum;
    }

    private BigDecimal inCurrency(Money money, CurrencyUnit currency, LocalDate day) {
        return inCurrency(pack, money, currency, day);
    }

    /// An amount at the last rates on or before a day, or the first there are, to the cent.
    public static BigDecimal inCurrency(
            Pack pack, Money money, CurrencyUnit currency, LocalDate day) {
        if (money.getCurrencyUnit().equals(currency)) {
            return money.getAmount();
        }
        return money.getAmount()
                .multiply(perEuro(pack, currency, day))
                .divide(perEuro(pack, money.getCurrencyUnit(), day), MathContext.DECIMAL128)
                .setScale(2, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal perEuro(Pack pack, CurrencyUnit currency, LocalDate day) {
        if (currency.equals(CurrencyUnit.EUR)) {
            return BigDecimal.ONE;
        }
        var rates = Objects.requireNonNull(pack.rates().perEuro().get(currency));
        var before = rates.headMap(day, true);
        return before.isEmpty() ? rates.firstEntry().getValue() : before.lastEntry().getValue();
    }

    /// What is not paid yet counts as if it were paid now, where payment is what counts.
    private Instant moment(Bought line) {
        return rules.countedAt() == Programme.CountedAt.PAID
                ? line.paid().orElse(now)
                : line.placed();
    }

    private boolean isInWindow(Window window, List<Bought> mine, Instant at) {
        return switch (window) {
            case Window.FiscalYear _ -> fiscalYear(at) == fiscalYear(now);
            case Window.CalendarYear _ -> calendarYear(at) == calendarYear(now);
            case Window.Lifetime _ -> true;
            case Window.Rolling(var length) -> !isGone(at, now, length.period());
            case Window.FromFirstOrder(var length) -> {
                var open = opening(length.period(), mine, now);
                yield open.isPresent() && open.equals(opening(length.period(), mine, at));
            }
        };
    }

    /// When the window that `at` lies in was opened by an order; empty where none is open then.
    private Optional<Instant> opening(Period length, List<Bought> mine, Instant at) {
        Optional<Instant> open = Optional.empty();
        for (var opened : openings(length, mine)) {
            if (!opened.isAfter(at) && at.isBefore(end(opened, length))) {
                open = Optional.of(opened);
            }
        }
        return open;
    }

    private List<Instant> openings(Period length, List<Bought> mine) {
        var openings = new ArrayList<Instant>();
        for (var moment : mine.stream().map(this::moment).sorted().toList()) {
            if (openings.isEmpty() || !moment.isBefore(end(openings.getLast(), length))) {
                openings.add(moment);
            }
        }
        return openings;
    }

    /// Whether a moment is as old as that by the clock on the wall, now or at the end of a day
    /// before: once gone it does not come back.
    private boolean isGone(Instant moment, Instant at, Period age) {
        var today = LocalDate.ofInstant(at, zone());
        return Stream.of(
                        onTheWall(at),
                        today.atStartOfDay().minusNanos(1),
                        today.minusDays(1).atStartOfDay().minusNanos(1))
                .anyMatch(shown -> !onTheWall(moment).isAfter(shown.minus(age)));
    }

    /// What the clock shows, or has shown before it was put back.
    private LocalDateTime onTheWall(Instant at) {
        var shown = LocalDateTime.ofInstant(at, zone());
        var back = zone().getRules().previousTransition(at.plusNanos(1));
        return back != null && back.getDateTimeBefore().isAfter(shown)
                ? back.getDateTimeBefore()
                : shown;
    }

    private Instant lastGone(Instant at, Period age) {
        var gone = Instant.EPOCH;
        var kept = at;
        while (Duration.between(gone, kept).toNanos() > 1) {
            var middle = gone.plus(Duration.between(gone, kept).dividedBy(2));
            if (isGone(middle, at, age)) {
                gone = middle;
            } else {
                kept = middle;
            }
        }
        return gone;
    }

    private Instant end(Instant opened, Period length) {
        return opened.atZone(zone()).plus(length).toInstant();
    }

    /// A renewal asks for what it, or what it succeeds, was had in the window before.
    private boolean isRenewal(Allotment allotment, List<Bought> mine, Bought line) {
        var family = withOlder(line.offer().id());
        var had =
                bought.stream()
                        .filter(each -> family.contains(each.offer().id()))
                        .map(this::moment);
        var at = moment(line);
        return switch (yearOfRenewal(allotment)) {
            case Window.Lifetime _ -> had.anyMatch(each -> each.isBefore(at));
            case Window.FiscalYear _ -> had.anyMatch(e -> fiscalYear(e) == fiscalYear(at) - 1);
            case Window.CalendarYear _ ->
                    had.anyMatch(e -> calendarYear(e) == calendarYear(at) - 1);
            case Window.Rolling(var length) -> {
                var age = length.period();
                yield had.filter(each -> isGone(each, at, age))
                        .anyMatch(each -> !isGone(each, lastGone(at, age), age));
            }
            case Window.FromFirstOrder(var length) -> {
                var before =
                        openings(length.period(), mine).stream()
                                .filter(opened -> !end(opened, length.period()).isAfter(at))
                                .reduce((_, later) -> later);
                yield had.anyMatch(each ->
                        before.isPresent() && before.equals(opening(length.period(), mine, each)));
            }
        };
    }

    /// For life there is no window before: the programme's other renewals say what a year is, or
    /// its fiscal year does.
    private Window yearOfRenewal(Allotment allotment) {
        return Stream.concat(
                        Stream.of(allotment),
                        rules.allotments().stream()
                                .filter(other ->
                                        Set.of(Count.RENEWALS, Count.INITIAL)
                                                .contains(other.count())))
                .map(Allotment::window)
                .filter(window -> !(window instanceof Window.Lifetime))
                .findFirst()
                .orElse(
                        programme.fiscalYear().isPresent()
                                ? new Window.FiscalYear()
                                : new Window.Lifetime());
    }

    private int fiscalYear(Instant at) {
        var day = LocalDate.ofInstant(at, zone());
        var starts =
                programme.fiscalYear().map(Programme.FiscalYear::starts).orElse(MonthDay.of(1, 1));
        return day.isBefore(starts.atYear(day.getYear())) ? day.getYear() - 1 : day.getYear();
    }

    private int calendarYear(Instant at) {
        return LocalDate.ofInstant(at, office()).getYear();
    }

    private ZoneId office() {
        return pack.office().zone();
    }

    private ZoneId zone() {
        return programme.fiscalYear().map(Programme.FiscalYear::zone).orElse(office());
    }

    private Set<OfferId> withOlder(OfferId offer) {
        var family = new TreeSet<>(Set.of(offer));
        pack.offer(offer).stream()
                .flatMap(each -> each.succeeds().stream())
                .forEach(older -> family.addAll(withOlder(older)));
        return family;
    }

    /// The offer with all that it succeeds and that succeeds it, near and far.
    private Set<OfferId> title(OfferId offer) {
        return titles.computeIfAbsent(offer, this::related);
    }

    private Set<OfferId> related(OfferId offer) {
        var title = new HashSet<>(Set.of(offer));
        var grew = true;
        while (grew) {
            grew = false;
            for (var each : pack.offers().values()) {
                for (var older : each.succeeds()) {
                    if (title.contains(each.id()) || title.contains(older)) {
                        grew |= title.add(each.id()) | title.add(older);
                    }
                }
            }
        }
        return new TreeSet<>(title);
    }
}
