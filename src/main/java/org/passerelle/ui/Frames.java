package org.passerelle.ui;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Language;
import org.passerelle.words.WordBook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.WebUtils;

/// Builds the frame of a request, once.
@Component
public class Frames {
    private static final String BUILT = Frames.class.getName() + ".frame";

    private final WordBook book;
    private final Navigation navigation;
    private final ObjectProvider<Surroundings> surroundings;
    private final ObjectProvider<Announcements> announcements;
    private final ObjectProvider<ResourceUrlProvider> assets;
    private final ObjectProvider<SecurityContextRepository> sessions;

    Frames(
            WordBook book,
            Navigation navigation,
            ObjectProvider<Surroundings> surroundings,
            ObjectProvider<Announcements> announcements,
            ObjectProvider<ResourceUrlProvider> assets,
            ObjectProvider<SecurityContextRepository> sessions) {
        this.book = book;
        this.navigation = navigation;
        this.surroundings = surroundings;
        this.announcements = announcements;
        this.assets = assets;
        this.sessions = sessions;
    }

    /// The frame of this request.
    public Frame of(HttpServletRequest request) {
        if (request.getAttribute(BUILT) instanceof Frame frame) {
            return frame;
        }
        var around = surroundings();
        var person = person(around, request);
        var language = language(request, person);
        var said =
                announcements
                        .orderedStream()
                        .flatMap(source -> source.current(language, request).stream())
                        .toList();
        var counts = person.isPresent() ? around.counts(request) : Map.<String, Integer>of();
        var frame =
                new Frame(
                        book.in(language),
                        path(request),
                        query(request),
                        theme(request),
                        around.zone(request),
                        person,
                        around.office(language, request),
                        person.isPresent() ? around.organisation(request) : Optional.empty(),
                        said,
                        notices(request),
                        around.guides(language, request),
                        navigation.menus(person, counts, around.closed()),
                        () -> csrf(request),
                        this::address);
        request.setAttribute(BUILT, frame);
        return frame;
    }

    /// A frame that asks no module and no database: for the page that says something is broken.
    public Frame bare(HttpServletRequest request) {
        var language = language(request, Optional.empty());
        return new Frame(
                book.in(language),
                path(request),
                query(request),
                theme(request),
                ZoneOffset.UTC,
                Optional.empty(),
                Surroundings.OfficeCard.none(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                navigation.menus(Optional.empty(), Map.of(), Set.of()),
                Optional::empty,
                this::address);
    }

    /// The language of a request, even before somebody is known to be signed in.
    public Language languageOf(HttpServletRequest request) {
        return language(request, person(surroundings(), request));
    }

    private Surroundings surroundings() {
        return surroundings.getIfAvailable(() -> new Surroundings() {});
    }

    private Optional<SignedInView> person(Surroundings around, HttpServletRequest request) {
        var authentication = authentication(request);
        return authentication != null
                        && authentication.isAuthenticated()
                        && !(authentication instanceof AnonymousAuthenticationToken)
                ? Optional.of(around.signedIn(authentication))
                : Optional.empty();
    }

    /// On the way to an error page Spring Security has already let go of whom it knew.
    private @Nullable Authentication authentication(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            return SecurityContextHolder.getContext().getAuthentication();
        }
        var repository = sessions.getIfAvailable();
        return repository == null
                ? null
                : repository.loadDeferredContext(request).get().getAuthentication();
    }

    /// Asked for here and now, chosen before, kept with the account, wished by the browser: the
    /// first that the interface speaks.
    private static Language language(HttpServletRequest request, Optional<SignedInView> person) {
        return spoken(request.getParameter(Choices.LANGUAGE))
                .or(() -> spoken(cookie(request, Choices.LANGUAGE)))
                .or(() -> person.flatMap(SignedInView::language))
                .or(() -> wished(request))
                .orElse(Language.FR);
    }

    /// What the browser asks for, as far as the interface speaks it.
    static Optional<Language> wished(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Optional.empty();
        }
        for (var locales = request.getLocales(); locales.hasMoreElements(); ) {
            var language = spoken(locales.nextElement().getLanguage());
            if (language.isPresent()) {
                return language;
            }
        }
        return Optional.empty();
    }

    static Optional<Language> spoken(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(Language::of);
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        var cookie = WebUtils.getCookie(request, name);
        return cookie == null ? null : cookie.getValue();
    }

    private static String theme(HttpServletRequest request) {
        var asked = request.getParameter(Choices.THEME);
        var theme = asked != null ? asked : cookie(request, Choices.THEME);
        return "light".equals(theme) ? "light" : "dark".equals(theme) ? "dark" : "";
    }

    /// The path the reader asked for, also on an error page. What answers a form stands for the
    /// page that the form was on: there, and not where it was posted, another language leads.
    private static String path(HttpServletRequest request) {
        var failed = request.getAttribute("jakarta.servlet.error.request_uri");
        var asked = failed == null ? request.getRequestURI() : failed.toString();
        return request.getMethod().equals("POST") ? page(request).orElse(asked) : asked;
    }

    private static Optional<String> page(HttpServletRequest request) {
        var root = request.getRequestURL().toString().replaceFirst("^(\\w+://[^/]+).*", "$1");
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
                .filter(page -> page.startsWith(root + "/"))
                .map(page -> page.substring(root.length()).replaceFirst("[?#].*", ""));
    }

    private static String query(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getQueryString() == null) {
            return "";
        }
        var kept = new ArrayList<String>();
        for (var part : request.getQueryString().split("&")) {
            var name = UriUtils.decode(part.split("=", 2)[0], "UTF-8");
            if (!part.isEmpty() && !name.equals(Choices.LANGUAGE) && !name.equals(Choices.THEME)) {
                kept.add(part);
            }
        }
        return kept.isEmpty() ? "" : "?" + String.join("&", kept);
    }

    private static List<Notice> notices(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        if (flash != null && flash.get(Notice.KEY) instanceof List<?> notices) {
            return notices.stream().map(Notice.class::cast).toList();
        }
        return List.of();
    }

    private static Optional<Frame.Csrf> csrf(HttpServletRequest request) {
        return request.getAttribute("_csrf") instanceof CsrfToken token
                ? Optional.of(new Frame.Csrf(token.getParameterName(), token.getToken()))
                : Optional.empty();
    }

    private String address(String path) {
        var provider = assets.getIfAvailable();
        var address = provider == null ? null : provider.getForLookupPath(path);
        return address == null ? path : address;
    }
}
