package org.passerelle.catalogue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.catalogue.OfferFilter.Sort;
import org.passerelle.catalogue.domain.SearchIndex;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.organisation.Organisation;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.AllotmentState;
import org.passerelle.programme.Eligibility;
import org.passerelle.programme.EligibilityDecision;
import org.passerelle.programme.History;
import org.passerelle.programme.OrganisationFacts;
import org.passerelle.programme.Programmes;
import org.passerelle.tax.Buyer;
import org.passerelle.tax.TaxRates;
import org.passerelle.tax.Taxes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face of the catalogue module: the offers of the installed packs as a reader sees them today
/// (CAT-01 to CAT-04). What is in stock is [Stockroom]'s.
@Service
@Transactional(readOnly = true)
public class Catalogue {
    private static final int LONGEST_SUCCESSION = 100;

    private final Packs packs;
    private final Programmes programmes;
    private final Stockroom stockroom;
    private final Taxes taxes;
    private final Clock clock;
    private final Map<IndexKey, SearchIndex> indexes = new ConcurrentHashMap<>();

    private record IndexKey(String packHash, Language language) {}

    Catalogue(Packs packs, Programmes programmes, Stockroom stockroom, Taxes taxes, Clock clock) {
        this.packs = packs;
        this.programmes = programmes;
        this.stockroom = stockroom;
        this.taxes = taxes;
        this.clock = clock;
    }

    /// Who looks: what is known of an organisation, read once for a whole page.
    private record Looker(
            OrganisationFacts facts,
            Buyer buyer,
            History history,
            Map<ProgrammeId, EligibilityDecision> decisions,
            List<AllotmentState> allotments) {}

    /// The offers on sale today that a filter leaves, for an organisation or for anybody.
    public Listing search(
            OfficeId office,
            OfferFilter filter,
            Optional<Organisation> organisation,
            Language language) {
        var pack = packs.get(office);
        var looker = organisation.map(this::looker);
        var available = stockroom.available(office, pack.offers().values());
        var succeeded =
                pack.offers().values().stream()
                        .flatMap(offer -> offer.succeeds().stream())
                        .collect(Collectors.toSet());
        var all =
                pack.offers().values().stream()
                        .filter(offer -> !succeeded.contains(offer.id()))
                        .map(offer -> view(pack, offer, looker, available))
                        .filter(OfferView::isOnSale)
                        .toList();
        var scores = scores(pack, filter.text(), language);
        var found = filtered(pack, all, filter, scores);
        return new Listing(
                sorted(found, filter.sort(), scores, language),
                all.size(),
                counted(
                        filtered(pack, all, filter.withoutPartners(), scores),
                        view -> List.of(view.offer().partner())),
                counted(
                        filtered(pack, all, filter.withoutCategories(), scores),
                        view -> categoriesOf(pack, view.offer())),
                counted(
                        filtered(pack, all, filter.withoutKinds(), scores),
                        view -> List.of(view.offer().kind())),
                counted(
                        filtered(pack, all, filter.withoutStandings(), scores),
                        view -> view.verdict().stream().map(v -> v.standing()).toList()));
    }

    private static List<OfferView> filtered(
            Pack pack, List<OfferView> all, OfferFilter filter, Map<OfferId, Integer> scores) {
        return all.stream()
                .filter(view ->
                        fits(filter.partners(), List.of(view.offer().partner()))
                                && fits(filter.kinds(), List.of(view.offer().kind()))
                                && fits(filter.categories(), categoriesOf(pack, view.offer()))
                                && (filter.standings().isEmpty()
                                        || view.verdict()
                                                .map(v -> filter.standings().contains(v.standing()))
                                                .orElse(true))
                                && score(view, scores) > 0)
                .toList();
    }

    private static <T> boolean fits(Set<T> wanted, List<T> there) {
        return wanted.isEmpty() || there.stream().anyMatch(wanted::contains);
    }

    private Map<OfferId, Integer> scores(Pack pack, String text, Language language) {
        return indexes.computeIfAbsent(
                        new IndexKey(pack.hash(), language), _ -> new SearchIndex(pack, language))
                .scores(text);
    }

    private static int score(OfferView view, Map<OfferId, Integer> scores) {
        return scores.getOrDefault(view.offer().id(), 0);
    }

    private static List<OfferView> sorted(
            List<OfferView> found, Sort sort, Map<OfferId, Integer> scores, Language language) {
        var sorted = new ArrayList<>(found);
        switch (sort) {
            case SUGGESTED ->
                    sorted.sort(
                            Comparator.comparingInt((OfferView view) -> score(view, scores))
                                    .reversed());
            case SAVING ->
                    sorted.sort(
                            Comparator.comparing(
                                    (OfferView view) -> view.savingPercent().orElse(-1),
                                    Comparator.reverseOrder()));
            case FEE ->
                    sorted.sort(
                            Comparator.comparing((OfferView view) ->
                                    view.price()
                                            .map(price -> price.fee().getAmount())
                                            .orElseThrow()));
            case NAME ->
                    sorted.sort(
                            Comparator.comparing(
                                    (OfferView view) -> view.offer().title().in(language),
                                    java.text.Collator.getInstance(language.locale())));
        }
        return List.copyOf(sorted);
    }

    /// Its categories and those they lie in.
    private static List<String> categoriesOf(Pack pack, Offer offer) {
        var all = new HashSet<>(offer.categories());
        for (var category : pack.categories().reversed()) {
            if (all.contains(category.id())) {
                category.within().ifPresent(all::add);
            }
        }
        for (var category : pack.categories()) {
            if (all.contains(category.id())) {
                category.within().ifPresent(all::add);
            }
        }
        return List.copyOf(all);
    }

    private static <K> Map<K, Long> counted(
            List<OfferView> views, Function<OfferView, List<K>> keys) {
        var counts = new HashMap<K, Long>();
        views.forEach(view -> keys.apply(view).forEach(key -> counts.merge(key, 1L, Long::sum)));
        return counts;
    }

    /// What stands at an offer's address today. The successor of a successor is found at once.
    public FindOutcome find(OfficeId office, OfferId id, Optional<Organisation> organisation) {
        var pack = packs.get(office);
        var successor = successorOf(pack, id);
        if (successor.isPresent()) {
            return new FindOutcome.SucceededBy(successor.get());
        }
        return pack.offer(id)
                .<FindOutcome>map(offer ->
                        new FindOutcome.Found(
                                view(
                                        pack,
                                        offer,
                                        organisation.map(this::looker),
                                        stockroom.available(office, List.of(offer)))))
                .orElseGet(FindOutcome.Unknown::new);
    }

    /// Offers by id, in the order asked for; those that are not in the pack are left out.
    public List<OfferView> offers(
            OfficeId office, List<OfferId> ids, Optional<Organisation> organisation) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var pack = packs.get(office);
        var looker = organisation.map(this::looker);
        var offers = ids.stream().flatMap(id -> pack.offer(id).stream()).toList();
        var available = stockroom.available(office, offers);
        return offers.stream().map(offer -> view(pack, offer, looker, available)).toList();
    }

    private static Optional<OfferId> successorOf(Pack pack, OfferId id) {
        var last = Optional.<OfferId>empty();
        var next = pack.successorOf(id).map(Offer::id);
        for (var steps = 0; next.isPresent() && steps < LONGEST_SUCCESSION; steps++) {
            last = next;
            next = pack.successorOf(next.get()).map(Offer::id);
        }
        return last;
    }

    private Looker looker(Organisation organisation) {
        var situation = programmes.situationOf(organisation);
        var decisions = new HashMap<ProgrammeId, EligibilityDecision>();
        situation
                .entitlements()
                .decisions()
                .forEach(decision -> decisions.put(decision.basis().programme(), decision));
        return new Looker(
                situation.facts(),
                taxes.buyer(organisation),
                situation.history(),
                decisions,
                situation.entitlements().allotments());
    }

    private OfferView view(
            Pack pack, Offer offer, Optional<Looker> looker, Map<OfferId, Availability> available) {
        var day = clock.instant().atZone(pack.office().zone()).toLocalDate();
        var programme = pack.programme(offer.programme()).orElseThrow();
        var country =
                looker.flatMap(l -> l.facts().country()).orElseGet(() -> pack.office().country());
        var buyer = looker.map(Looker::buyer).orElseGet(() -> Buyer.visitor(pack.office()));
        return new OfferView(
                pack.office(),
                offer,
                pack.partner(offer.partner()).orElseThrow(),
                programme,
                day,
                programme.versionOn(day, country, pack.office().id()),
                Prices.of(pack.office(), offer, 1, buyer, day),
                buyer.region().isEmpty()
                        && TaxRates.dependOnRegion(pack.office(), offer.vatCategory(), day),
                Objects.requireNonNull(available.get(offer.id())),
                looker.flatMap(l ->
                        Optional.ofNullable(l.decisions().get(offer.programme()))
                                .map(decision ->
                                        new OfferView.Verdict(
                                                decision,
                                                Eligibility.decideOffer(
                                                        pack, offer, l.facts(), l.history(), day),
                                                limiting(offer, l.allotments())))));
    }

    private static List<AllotmentState> limiting(Offer offer, List<AllotmentState> states) {
        return states.stream()
                .filter(state ->
                        state.programme().equals(offer.programme())
                                && (state.of().isEmpty() || state.of().contains(offer.id())))
                .toList();
    }
}
