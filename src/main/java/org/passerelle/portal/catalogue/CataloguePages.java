package org.passerelle.portal.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.catalogue.Catalogue;
import org.passerelle.catalogue.Listing;
import org.passerelle.catalogue.OfferFilter;
import org.passerelle.catalogue.OfferFilter.Sort;
import org.passerelle.catalogue.OfferView.Standing;
import org.passerelle.organisation.Organisation;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.portal.ServingOffice;
import org.passerelle.portal.catalogue.CataloguePage.Choice;
import org.passerelle.ui.Form;
import org.passerelle.ui.Option;
import org.passerelle.ui.Pager;
import org.passerelle.ui.Why;
import org.passerelle.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/// Find an offer, see its cost and whether one may have it (CAT-02). The filter is the address.
@Controller
class CataloguePages {
    private static final int CARDS = 8;
    private static final List<String> KEPT =
            List.of("office", "q", "publisher", "category", "kind", "standing", "sort");

    private final Catalogue catalogue;
    private final ServingOffice serving;
    private final Clock clock;

    CataloguePages(Catalogue catalogue, ServingOffice serving, Clock clock) {
        this.clock = clock;
        this.catalogue = catalogue;
        this.serving = serving;
    }

    @GetMapping("/catalogue")
    String catalogue(Form form, Words words, HttpServletRequest request, Model model) {
        var organisation = serving.organisation(request);
        var pack = serving.of(request);
        var filter = filter(form, pack);
        var listing = catalogue.search(pack.id(), filter, organisation, words.language());
        model.addAttribute("page", page(pack, form, filter, listing, organisation, words));
        return "portal/catalogue/catalogue";
    }

    private static OfferFilter filter(Form form, Pack pack) {
        return new OfferFilter(
                form.trimmed("q"),
                form.all("publisher").stream()
                        .filter(value -> !value.isBlank())
                        .map(PartnerId::of)
                        .filter(pack.partners()::containsKey)
                        .collect(Collectors.toSet()),
                form.all("category").stream()
                        .filter(id -> pack.categories().stream().anyMatch(c -> c.id().equals(id)))
                        .collect(Collectors.toSet()),
                Stream.of(Offer.Kind.values())
                        .filter(kind -> form.has("kind", kind.code()))
                        .collect(Collectors.toSet()),
                Stream.of(Standing.values())
                        .filter(standing -> form.has("standing", standing.word()))
                        .collect(Collectors.toSet()),
                Stream.of(Sort.values())
                        .filter(sort -> form.value("sort").equals(word(sort)))
                        .findFirst()
                        .orElse(Sort.SUGGESTED));
    }

    private static String word(Sort sort) {
        return sort.name().toLowerCase(java.util.Locale.ROOT);
    }

    private CataloguePage page(
            Pack pack,
            Form form,
            OfferFilter filter,
            Listing listing,
            Optional<Organisation> organisation,
            Words words) {
        var cards = new OfferCards(pack, words);
        var first =
                Math.min(
                        page(form) * CARDS,
                        Math.max(0, (listing.offers().size() - 1) / CARDS * CARDS));
        var last = Math.min(listing.offers().size(), first + CARDS);
        return new CataloguePage(
                count(listing, organisation, words),
                pack.id().value().equals(form.value("office")) ? form.value("office") : "",
                filter.text(),
                organisation.isPresent() ? standings(filter, listing, words) : List.of(),
                kinds(filter, listing, words),
                categories(pack, filter, listing, words),
                partners(pack, listing, words),
                filter.partners().stream().map(PartnerId::value).findFirst().orElse(""),
                Stream.of(Sort.values())
                        .map(sort ->
                                Option.of(word(sort), words.get("catalogue.sort." + word(sort))))
                        .toList(),
                word(filter.sort()),
                listing.offers().subList(first, last).stream().map(cards::card).toList(),
                pager(form, listing.offers().size(), first, last, words),
                !filter.isEmpty(),
                words.get("catalogue.empty." + (isNarrowed(filter) ? "text" : "words")),
                filter.text().isBlank() || !isNarrowed(filter)
                        ? Optional.empty()
                        : Optional.of(wider(filter, words)),
                organisation.flatMap(one -> unqualified(one, words)));
    }

    /// Whether more than words is asked for.
    private static boolean isNarrowed(OfferFilter filter) {
        return filter.text().isBlank()
                || !filter.partners().isEmpty()
                || !filter.categories().isEmpty()
                || !filter.kinds().isEmpty()
                || !filter.standings().isEmpty();
    }

    private static Why.Link wider(OfferFilter filter, Words words) {
        return new Why.Link(
                words.get("catalogue.empty.wider", filter.text()),
                UriComponentsBuilder.fromPath("/catalogue")
                        .queryParam("q", "{q}")
                        .build(filter.text())
                        .toString());
    }

    /// What an organisation that the office has not qualified must know before all offers.
    private Optional<CataloguePage.Unqualified> unqualified(
            Organisation organisation, Words words) {
        var standing = organisation.standing();
        if (standing.isQualified(clock.instant())) {
            return Optional.empty();
        }
        var word =
                switch (standing) {
                    case org.passerelle.organisation.Standing.Undecided _ -> "undecided";
                    case org.passerelle.organisation.Standing.Refused _ -> "refused";
                    case org.passerelle.organisation.Standing.Revoked _ -> "revoked";
                    case org.passerelle.organisation.Standing.Qualified _,
                            org.passerelle.organisation.Standing.Lapsed _ ->
                            "lapsed";
                };
        return Optional.of(
                new CataloguePage.Unqualified(
                        words.get("catalogue.unqualified." + word),
                        words.get("catalogue.unqualified." + word + ".link"),
                        word.equals("refused") || word.equals("revoked")));
    }

    private static int page(Form form) {
        var typed = form.value("page");
        return typed.matches("[0-9]{1,4}") ? Math.max(0, Integer.parseInt(typed) - 1) : 0;
    }

    private static String count(Listing listing, Optional<Organisation> organisation, Words words) {
        var open =
                listing.offers().stream()
                        .filter(view ->
                                view.verdict()
                                        .filter(v -> v.standing() == Standing.OPEN)
                                        .isPresent())
                        .count();
        return organisation.isPresent() && !listing.offers().isEmpty()
                ? words.get("catalogue.count.open", listing.offers().size(), open)
                : words.get("catalogue.count", listing.offers().size());
    }

    private static Optional<Pager> pager(Form form, int all, int first, int last, Words words) {
        if (all <= CARDS) {
            return Optional.empty();
        }
        var page = first / CARDS + 1;
        return Optional.of(
                new Pager(
                        words.get("catalogue.pager", first + 1, last, all),
                        first > 0 ? Optional.of(address(form, page - 1)) : Optional.empty(),
                        last < all ? Optional.of(address(form, page + 1)) : Optional.empty()));
    }

    private static String address(Form form, int page) {
        var address = UriComponentsBuilder.fromPath("/catalogue");
        for (var name : KEPT) {
            form.all(name).stream()
                    .filter(value -> !value.isBlank())
                    .forEach(value -> address.queryParam(name, value));
        }
        return address.queryParam("page", page).encode().toUriString();
    }

    private static List<Choice> standings(OfferFilter filter, Listing listing, Words words) {
        return Stream.of(Standing.values())
                .map(standing ->
                        new Choice(
                                "standing",
                                standing.word(),
                                words.get("catalogue.standing." + standing.word()),
                                listing.standings().getOrDefault(standing, 0L),
                                filter.standings().contains(standing),
                                false))
                .filter(choice ->
                        !choice.value().equals(Standing.ONCE_QUALIFIED.word())
                                || choice.count() > 0
                                || choice.ticked())
                .toList();
    }

    private static List<Choice> kinds(OfferFilter filter, Listing listing, Words words) {
        return Stream.of(Offer.Kind.values())
                .map(kind ->
                        new Choice(
                                "kind",
                                kind.code(),
                                words.get("catalogue.kind." + kind.code()),
                                listing.kinds().getOrDefault(kind, 0L),
                                filter.kinds().contains(kind),
                                false))
                .filter(choice -> choice.count() > 0 || choice.ticked())
                .toList();
    }

    /// Sub-categories follow the category they are within.
    private static List<Choice> categories(
            Pack pack, OfferFilter filter, Listing listing, Words words) {
        var choices = new ArrayList<Choice>();
        for (var above : pack.categories()) {
            if (above.within().isEmpty()) {
                add(choices, above, filter, listing, words);
                pack.categories().stream()
                        .filter(category -> category.within().equals(Optional.of(above.id())))
                        .forEach(category -> add(choices, category, filter, listing, words));
            }
        }
        return choices;
    }

    private static void add(
            List<Choice> choices,
            Pack.Category category,
            OfferFilter filter,
            Listing listing,
            Words words) {
        var count = listing.categories().getOrDefault(category.id(), 0L);
        var ticked = filter.categories().contains(category.id());
        if (count > 0 || ticked) {
            choices.add(
                    new Choice(
                            "category",
                            category.id(),
                            category.name().in(words.language()),
                            count,
                            ticked,
                            category.within().isPresent()));
        }
    }

    private static List<Option> partners(Pack pack, Listing listing, Words words) {
        Set<PartnerId> named = new TreeSet<>(listing.partners().keySet());
        var options = new ArrayList<Option>();
        options.add(Option.of("", words.get("catalogue.publisher.all")));
        pack.partners().values().stream()
                .filter(partner -> named.contains(partner.id()))
                .sorted(
                        java.util.Comparator.comparing(
                                partner -> partner.name(),
                                java.text.Collator.getInstance(words.language().locale())))
                .map(partner ->
                        Option.of(
                                partner.id().value(),
                                words.get(
                                        "catalogue.publisher",
                                        partner.name(),
                                        listing.partners().getOrDefault(partner.id(), 0L))))
                .forEach(options::add);
        return options;
    }
}
