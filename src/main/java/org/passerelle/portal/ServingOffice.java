package org.passerelle.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OfficeId;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.ui.Choices;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Which of the installed offices a request is about: the only answer to that question, for every
/// page.
///
/// A page about something of one office is of that office. Staff work for the office they chose
/// among theirs, else for their first. Members see the office of the organisation they act for,
/// whatever was chosen before: its offers, rules, times and money are the ones that hold for them.
/// Anybody else sees the office they chose, by an address with `?office=` or earlier; else the one
/// that serves the country their browser names; else the first installed.
@Component
public class ServingOffice {
    private static final String KNOWN = ServingOffice.class.getName() + ".organisation";
    private static final String ABOUT = ServingOffice.class.getName() + ".about";

    private final Packs packs;
    private final Organisations organisations;
    private final Acting acting;
    private final List<AboutOffice> pages;

    ServingOffice(
            Packs packs, Organisations organisations, Acting acting, List<AboutOffice> pages) {
        this.pages = pages;
        this.packs = packs;
        this.organisations = organisations;
        this.acting = acting;
    }

    /// The pack of the office.
    public Pack of(HttpServletRequest request) {
        if (isStaffPage(request)) {
            return staffed(request);
        }
        return bound(request)
                .or(() -> chosen(request))
                .or(() -> guessed(request))
                .orElseGet(() -> packs.installed().getFirst());
    }

    /// Whether the reader may see another office by choosing it.
    public boolean mayChoose(HttpServletRequest request) {
        return isStaffPage(request)
                ? ofStaff().size() > 1
                : packs.installed().size() > 1 && bound(request).isEmpty();
    }

    /// The organisation whose office it is, where one decides.
    public Optional<Organisation> organisation(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Optional<?> known) {
            return known.map(Organisation.class::cast);
        }
        var organisation =
                Optional.ofNullable(who())
                        .flatMap(who -> acting.of(who, request))
                        .flatMap(membership -> organisations.find(membership.organisation()));
        request.setAttribute(KNOWN, organisation);
        return organisation;
    }

    private Optional<Pack> bound(HttpServletRequest request) {
        return about(request)
                .or(() -> organisation(request).map(Organisation::office))
                .flatMap(this::installed);
    }

    private Optional<OfficeId> about(HttpServletRequest request) {
        if (request.getAttribute(ABOUT) instanceof Optional<?> known) {
            return known.map(OfficeId.class::cast);
        }
        var office = pages.stream().flatMap(page -> page.officeOf(request).stream()).findFirst();
        request.setAttribute(ABOUT, office);
        return office;
    }

    /// An error's page is a page of staff where it was asked for below `/staff`.
    private static boolean isStaffPage(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (failed instanceof String path ? path : request.getRequestURI())
                .startsWith("/staff");
    }

    /// Whoever is staff of no installed office sees no page of staff, and the frame of the first.
    private Pack staffed(HttpServletRequest request) {
        var mine = ofStaff();
        return chosen(request)
                .filter(mine::contains)
                .or(() -> mine.stream().findFirst())
                .orElseGet(() -> packs.installed().getFirst());
    }

    /// Whether the reader works for all offices that are installed.
    boolean isStaffOfAll() {
        return ofStaff().size() == packs.installed().size();
    }

    private List<Pack> ofStaff() {
        var who = who();
        return packs.installed().stream()
                .filter(pack -> who != null && who.worksFor(pack.id()))
                .toList();
    }

    private Optional<Pack> chosen(HttpServletRequest request) {
        return Choices.office(request)
                .flatMap(wish ->
                        packs.installed().stream()
                                .filter(pack -> pack.id().value().equals(wish))
                                .findFirst());
    }

    private Optional<Pack> installed(OfficeId office) {
        return packs.installed().stream().filter(pack -> pack.id().equals(office)).findFirst();
    }

    /// `fr-CA` names Canada; a language alone names no country.
    private Optional<Pack> guessed(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .flatMap(locale -> packs.forCountry(locale.getCountry()).stream())
                        .findFirst();
    }

    private static @Nullable SignedIn who() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? who
                : null;
    }
}
