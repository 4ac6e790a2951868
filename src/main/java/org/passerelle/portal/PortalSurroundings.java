package org.passerelle.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.help.HelpCentre;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Language;
import org.passerelle.ordering.Ordering;
import org.passerelle.ordering.TaxWords;
import org.passerelle.pack.model.HelpSubject.Place;
import org.passerelle.pack.model.Office;
import org.passerelle.portal.help.HelpPages;
import org.passerelle.portal.help.HelpPlaces;
import org.passerelle.ui.SignedInView;
import org.passerelle.ui.Surroundings;
import org.passerelle.verification.Verification;
import org.passerelle.words.WordBook;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// What every page has around it: the office, who is signed in, for whom they act, what waits.
@Component
class PortalSurroundings implements Surroundings {
    private final Verification verification;
    private final Ordering ordering;
    private final Acting acting;
    private final ServingOffice serving;
    private final HelpCentre help;
    private final WordBook book;

    PortalSurroundings(
            Verification verification,
            Ordering ordering,
            Acting acting,
            ServingOffice serving,
            HelpCentre help,
            WordBook book) {
        this.verification = verification;
        this.ordering = ordering;
        this.acting = acting;
        this.serving = serving;
        this.help = help;
        this.book = book;
    }

    @Override
    public OfficeCard office(Language language, HttpServletRequest request) {
        var office = office(request);
        var name = office.name().in(language);
        var place = language.locale().getDisplayCountry(language.locale());
        var country =
                java.util.Locale.of("", office.country()).getDisplayCountry(language.locale());
        return new OfficeCard(
                office.id().value(),
                serving.mayChoose(request),
                name,
                office.languages(),
                country.isEmpty() ? place : country,
                List.of(office.contact().postalAddress().split(",\\s*")),
                office.contact().email(),
                office.contact().phone().orElse(""),
                new DocumentBounds(
                        office.documents().mostFiles(), office.documents().largestMegabytes()),
                new TaxTerms(
                        TaxWords.excluded(office, book.in(language)),
                        TaxWords.included(office, book.in(language))));
    }

    @Override
    public ZoneId zone(HttpServletRequest request) {
        return office(request).zone();
    }

    private Office office(HttpServletRequest request) {
        return serving.of(request).office();
    }

    @Override
    public SignedInView signedIn(Authentication authentication) {
        return authentication.getPrincipal() instanceof SignedIn who
                ? new SignedInView(
                        who.person().name(),
                        Optional.of(who.language()),
                        Surroundings.rolesOf(authentication))
                : Surroundings.super.signedIn(authentication);
    }

    @Override
    public Optional<CurrentOrganisation> organisation(HttpServletRequest request) {
        var who = who();
        if (who == null) {
            return Optional.empty();
        }
        var several = acting.all(who, request).size() > 1;
        return serving.organisation(request)
                .filter(organisation -> !organisation.name().isEmpty())
                .map(organisation ->
                        new CurrentOrganisation(
                                organisation.name(),
                                several ? Optional.of("/organisations") : Optional.empty()));
    }

    /// The clock is that of all offices at once.
    @Override
    public Set<String> closed() {
        return serving.isStaffOfAll() ? Set.of() : Set.of("clock");
    }

    @Override
    public Map<String, Integer> counts(HttpServletRequest request) {
        var counts = new HashMap<String, Integer>();
        var who = who();
        if (who != null && who.has(Role.REVIEWER)) {
            var office = office(request).id();
            if (who.worksFor(office)) {
                counts.put("cases", verification.waitingForOffice(office));
            }
        }
        if (who != null) {
            acting.of(who, request)
                    .ifPresent(membership ->
                            counts.put("cart", ordering.cartSize(membership.organisation())));
        }
        return counts;
    }

    @Override
    public List<Guide> guides(Language language, HttpServletRequest request) {
        return HelpPlaces.of(request.getRequestURI())
                .map(place -> isWithout(place, request) ? Place.JOINING : place)
                .map(place -> help.about(serving.of(request), place, language))
                .orElse(List.of())
                .stream()
                .map(article ->
                        new Guide(
                                article.title(),
                                HelpPages.PATH + "/" + article.id(),
                                article.language()))
                .toList();
    }

    /// Whoever has no organisation asks themselves on its page how to come to one.
    private boolean isWithout(Place place, HttpServletRequest request) {
        var who = who();
        return place == Place.ORGANISATION && who != null && acting.all(who, request).isEmpty();
    }

    private static @Nullable SignedIn who() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? who
                : null;
    }
}
