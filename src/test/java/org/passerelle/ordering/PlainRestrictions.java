package org.passerelle.ordering;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.passerelle.ordering.Restriction.Code;
import org.passerelle.pack.model.Allotment.Window;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.programme.History;
import org.passerelle.programme.OrganisationFacts;
import org.passerelle.programme.PlainCount;
import org.passerelle.programme.PlainCount.Bought;
import org.passerelle.programme.PlainCount.Share;

/// Every restriction of ORD-02 once more, each a sentence of its own about one line of a basket:
/// none knows of the others, and none of the product's own.
record PlainRestrictions(
        Pack pack,
        OrganisationFacts facts,
        History history,
        Map<OfferId, Long> stock,
        List<Basket.Line> lines,
        Instant now) {

    /// `line code` of all that stand in the way.
    Set<String> all() {
        var found = new TreeSet<String>();
        sentences()
                .forEach((code, isSo) -> {
                    for (var line = 0; line < lines.size(); line++) {
                        if ((isListed(line) || code == Code.NOT_ON_SALE) && isSo.test(line)) {
                            found.add(line + " " + code.word());
                        }
                    }
                });
        return found;
    }

    private Map<Code, IntPredicate> sentences() {
        var sentences = new EnumMap<Code, IntPredicate>(Code.class);
        sentences.put(Code.NOT_QUALIFIED, _ -> facts.qualified().equals(Optional.of(false)));
        sentences.put(Code.NOT_ELIGIBLE, line -> judged(line).contains(Optional.of(false)));
        sentences.put(Code.UNDECIDED, this::isUndecided);
        sentences.put(Code.WAIVER_MISSING, this::wouldAWaiverDo);
        sentences.put(Code.ALLOTMENT_EXCEEDED, line -> tooMuch(line).contains(false));
        sentences.put(Code.ONCE_IN_A_LIFETIME, line -> tooMuch(line).contains(true));
        sentences.put(
                Code.MUST_BE_ALONE,
                line -> order(line).stream().anyMatch(o -> o.alone()) && lines.size() > 1);
        sentences.put(Code.OUT_OF_STOCK, this::isOutOfStock);
        sentences.put(Code.ANSWERS_MISSING, this::areAnswersMissing);
        sentences.put(
                Code.CONDITIONS_NOT_ACCEPTED,
                line -> !offer(line).conditions().isEmpty() && !lines.get(line).accepted());
        sentences.put(
                Code.POST_OFFICE_BOX,
                line -> isShipped(line) && facts.address().flatMap(a -> a.poBox()).orElse(false));
        sentences.put(Code.PERSON_ALREADY_HAS_ONE, this::hasSomebodyOne);
        sentences.put(Code.NOT_A_NEW_USER, this::isSomebodyNotNew);
        sentences.put(Code.BELOW_MINIMUM, this::isTooLittle);
        sentences.put(Code.ABOVE_MAXIMUM, this::isTooMany);
        sentences.put(Code.NOT_ON_SALE, line -> !isListed(line) || !isOnSale(line));
        sentences.put(Code.OTHER_COUNTRY, this::isForAnotherCountry);
        return sentences;
    }

    private boolean isListed(int line) {
        return pack.offers().containsKey(lines.get(line).offer());
    }

    private Offer offer(int line) {
        return pack.offer(lines.get(line).offer()).orElseThrow();
    }

    private Programme programme(int line) {
        return pack.programme(offer(line).programme()).orElseThrow();
    }

    private LocalDate day() {
        return LocalDate.ofInstant(now, pack.office().zone());
    }

    /// The last version that has begun, unless it is over; with what the place has of its own.
    private Optional<Programme.Version> rules(Programme programme) {
        var country = facts.country().orElse(pack.office().countries().getFirst());
        return programme.versions().stream()
                .filter(version -> !version.from().isAfter(day()))
                .reduce((_, later) -> later)
                .filter(version -> version.until().stream().noneMatch(day()::isAfter))
                .map(version -> version.forPlace(country, pack.office().id()));
    }

    private Optional<Programme.OrderRules> order(int line) {
        return rules(programme(line)).map(Programme.Version::order);
    }

    private PlainCriteria criteria(int line, boolean waived) {
        return new PlainCriteria(pack, programme(line), facts, history, day(), waived);
    }

    /// What programme and offer say; nothing where no rules are in force.
    private List<Optional<Boolean>> judged(int line) {
        var clerk = criteria(line, false);
        return conditions(line).map(clerk::met).toList();
    }

    private Stream<Criterion> conditions(int line) {
        return rules(programme(line)).stream()
                .flatMap(rules ->
                        Stream.concat(
                                Stream.of(rules.eligible()), offer(line).eligible().stream()));
    }

    private boolean isUndecided(int line) {
        return judged(line).contains(Optional.<Boolean>empty())
                || (rules(programme(line)).isPresent() && facts.qualified().isEmpty());
    }

    /// Whether some condition fails that a waiver would mend.
    private boolean wouldAWaiverDo(int line) {
        return conditions(line)
                .flatMap(all -> ((Criterion.All) all).of().stream())
                .filter(each -> criteria(line, false).met(each).equals(Optional.of(false)))
                .anyMatch(each -> !criteria(line, true).met(each).equals(Optional.of(false)));
    }

    /// For each allotment that has no room for a line after those before it: whether that was to be
    /// had once in a lifetime, and was had.
    private Set<Boolean> tooMuch(int line) {
        var found = new HashSet<Boolean>();
        for (var rules : rules(programme(line)).stream().toList()) {
            var had = clerk(line, rules, had());
            for (var share : had.shares()) {
                var before = had.used(share);
                var alone = clerk(line, rules, with(List.of(line))).used(share);
                var together = clerk(line, rules, with(upTo(line))).used(share);
                if (alone.compareTo(before) > 0 && together.compareTo(share.limit()) > 0) {
                    found.add(isForLife(share) && before.compareTo(share.limit()) >= 0);
                }
            }
        }
        return found;
    }

    private static boolean isForLife(Share share) {
        return share.allotment().window() instanceof Window.Lifetime;
    }

    private PlainCount clerk(int line, Programme.Version rules, List<Bought> bought) {
        return new PlainCount(pack, programme(line), rules, bought, now);
    }

    private List<Bought> had() {
        return history.lines().stream()
                .map(line ->
                        new Bought(
                                line.order(),
                                pack.offer(line.offer()).orElseThrow(),
                                line.quantity(),
                                line.placed(),
                                line.paid(),
                                stands(line),
                                line.state() == History.State.DELIVERED))
                .toList();
    }

    static boolean stands(History.Line line) {
        return switch (line.state()) {
            case CANCELLED, REFUSED, EXPIRED -> false;
            default -> true;
        };
    }

    private List<Bought> with(List<Integer> wanted) {
        var all = new ArrayList<>(had());
        for (var line : wanted) {
            all.add(
                    new Bought(
                            "this order",
                            offer(line),
                            lines.get(line).quantity(),
                            now,
                            Optional.empty(),
                            lines.get(line).quantity() > 0,
                            false));
        }
        return all;
    }

    /// The line and those before it that are of its programme.
    private List<Integer> upTo(int line) {
        return ofItsProgramme(line).filter(each -> each <= line).toList();
    }

    private Stream<Integer> ofItsProgramme(int line) {
        return Stream.iterate(0, each -> each < lines.size(), each -> each + 1)
                .filter(this::isListed)
                .filter(each -> offer(each).programme().equals(offer(line).programme()));
    }

    private boolean isOutOfStock(int line) {
        var wanted = 0L;
        for (var each = 0; each <= line; each++) {
            if (isListed(each) && isSameStock(offer(each), offer(line))) {
                wanted += Math.max(0, lines.get(each).quantity());
            }
        }
        var there = stock.get(offer(line).id());
        return there != null && lines.get(line).quantity() > 0 && wanted > there;
    }

    private static boolean isSameStock(Offer one, Offer other) {
        return one.stock() instanceof Offer.Stock.CodePool(var pool)
                        && other.stock() instanceof Offer.Stock.CodePool(var same)
                ? pool.equals(same)
                : one.id().equals(other.id());
    }

    private boolean areAnswersMissing(int line) {
        var asked = new ArrayList<>(offer(line).questions());
        rules(programme(line))
                .flatMap(Programme.Version::approval)
                .ifPresent(approval -> asked.addAll(approval.questions()));
        var answers = lines.get(line).answers();
        return asked.stream()
                        .filter(Programme.Question::required)
                        .anyMatch(question -> answers.getOrDefault(question.id(), "").isBlank())
                || (seats(line).stream().anyMatch(Programme.Seats::onePerPerson)
                        && lines.get(line).persons().size() < lines.get(line).quantity());
    }

    private Optional<Programme.Seats> seats(int line) {
        return rules(programme(line)).flatMap(Programme.Version::seats);
    }

    private boolean hasSomebodyOne(int line) {
        if (seats(line).stream().noneMatch(Programme.Seats::onePerPerson)) {
            return false;
        }
        var seen = new HashSet<String>();
        for (var had : history.lines()) {
            if (stands(had) && had.programme().equals(offer(line).programme())) {
                had.persons().forEach(person -> seen.add(person.email()));
            }
        }
        upTo(line).stream()
                .filter(each -> each < line)
                .forEach(each ->
                        lines.get(each).persons().forEach(person -> seen.add(person.email())));
        return !lines.get(line).persons().stream().allMatch(person -> seen.add(person.email()));
    }

    private boolean isSomebodyNotNew(int line) {
        return seats(line).stream().anyMatch(Programme.Seats::newUsersOnly)
                && lines.get(line).persons().stream()
                        .anyMatch(person ->
                                person.newUser().equals(Optional.of(false))
                                        || wasGivenOne(person.email(), line));
    }

    private boolean wasGivenOne(String email, int line) {
        var programme = offer(line).programme();
        return history.formerUsers().getOrDefault(programme, Set.of()).contains(email)
                || history.lines().stream()
                        .filter(had -> had.state() == History.State.DELIVERED)
                        .filter(had -> had.programme().equals(programme))
                        .flatMap(had -> had.persons().stream())
                        .anyMatch(person -> person.email().equals(email));
    }

    private boolean isTooLittle(int line) {
        var same =
                ofItsProgramme(line)
                        .filter(each -> offer(each).equals(offer(line)))
                        .mapToLong(each -> Math.max(0, lines.get(each).quantity()))
                        .sum();
        var licences =
                ofItsProgramme(line)
                        .mapToLong(each ->
                                Math.max(0, lines.get(each).quantity())
                                        * offer(each).holds().licences())
                        .sum();
        return lines.get(line).quantity() < 1
                || same < offer(line).quantity().atLeast()
                || order(line).flatMap(o -> o.atLeastLicences()).stream()
                        .anyMatch(least -> licences < least);
    }

    private boolean isTooMany(int line) {
        if (lines.get(line).quantity() <= 0) {
            return false;
        }
        var same =
                upTo(line).stream()
                        .filter(each -> offer(each).equals(offer(line)))
                        .mapToLong(each -> Math.max(0, lines.get(each).quantity()))
                        .sum();
        return offer(line).quantity().atMost().stream().anyMatch(most -> same > most)
                || order(line).flatMap(o -> o.valueCap()).stream()
                        .anyMatch(cap -> isWorthMore(line, cap));
    }

    private boolean isWorthMore(int line, Programme.ValueCap cap) {
        var worth =
                upTo(line).stream()
                        .map(each -> worth(each, cap))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return worth(line, cap).signum() > 0 && worth.compareTo(cap.atMost().getAmount()) > 0;
    }

    private BigDecimal worth(int line, Programme.ValueCap cap) {
        return offer(line)
                .marketValue()
                .map(each -> each.multipliedBy(Math.max(0, lines.get(line).quantity())))
                .map(all -> PlainCount.inCurrency(pack, all, cap.atMost().getCurrencyUnit(), day()))
                .orElse(BigDecimal.ZERO);
    }

    private boolean isOnSale(int line) {
        return rules(programme(line)).isPresent()
                && isGiven(offer(line))
                && newer(offer(line)).noneMatch(this::isGiven);
    }

    private boolean isGiven(Offer offer) {
        return offer.onSaleFrom().stream().noneMatch(day()::isBefore)
                && offer.onSaleUntil().stream().noneMatch(day()::isAfter)
                && offer.fees().stream().anyMatch(fee -> !fee.from().isAfter(day()));
    }

    /// All that came in its place, near and far.
    private Stream<Offer> newer(Offer offer) {
        return pack.offers().values().stream()
                .filter(each -> each.succeeds().contains(offer.id()))
                .flatMap(each -> Stream.concat(Stream.of(each), newer(each)));
    }

    private boolean isShipped(int line) {
        return offer(line).kind() == Offer.Kind.HARDWARE
                || offer(line).handOver().stream()
                        .anyMatch(each -> each.what() == Offer.HandOver.What.PARCEL);
    }

    private boolean isForAnotherCountry(int line) {
        var to = facts.address().flatMap(a -> a.country()).or(facts::country);
        var office = pack.office().countries();
        return to.stream()
                .anyMatch(country ->
                        (isShipped(line) && !office.contains(country))
                                || offer(line).countries().stream()
                                        .anyMatch(own -> !own.contains(country)));
    }
}
