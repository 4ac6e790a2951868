package org.passerelle.ui;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Language;
import org.passerelle.words.Words;

/// What every page has around it. Every template gets it as `frame`; a controller may ask for one
/// as a parameter.
///
/// @param path of this page, without the query
/// @param query of this page without `lang` and `theme`; empty or beginning with `?`
/// @param theme `light` or `dark` where one was chosen, else empty
/// @param zone in which times are shown
/// @param hidden field against forged posts; looked up only by a page that has a form, since it
///   starts a session
/// @param addresses gives the address of an asset, which changes with its content
public record Frame(
        Words words,
        String path,
        String query,
        String theme,
        ZoneId zone,
        Optional<SignedInView> person,
        Surroundings.OfficeCard office,
        Optional<Surroundings.CurrentOrganisation> organisation,
        List<Announcements.Announcement> announcements,
        List<Notice> notices,
        List<Surroundings.Guide> guides,
        Navigation.Menus menus,
        Supplier<Optional<Csrf>> hidden,
        UnaryOperator<String> addresses) {

    /// The name and value of the hidden field against forged posts.
    public record Csrf(String parameter, String token) {}

    public Language language() {
        return words.language();
    }

    public String lang() {
        return words.language().code();
    }

    /// The `lang` of what the office and its partners say (titles, summaries, conditions) where
    /// they do not say it in the reader's language; null, and so no attribute, where they do (WCAG
    /// 3.1.2).
    public @Nullable String officeLang() {
        return office.speaks(language()) ? null : office.languages().getFirst().code();
    }

    /// The menu of pages open to all, which leads members back to their organisation.
    public List<Navigation.Item> openMenu() {
        var own = menus.tool("organisation").filter(item -> member());
        return Stream.concat(own.stream(), menus.open().stream()).toList();
    }

    /// The `lang` of a text in this language; null, and so no attribute, where it is the reader's.
    public @Nullable String lang(Language text) {
        return text == language() ? null : text.code();
    }

    /// Short for templates.
    public String word(String key, Object... arguments) {
        return words.get(key, arguments);
    }

    public Optional<Csrf> csrf() {
        return hidden.get();
    }

    /// The address of a file below `static/assets`.
    public String asset(String file) {
        return addresses.apply("/assets/" + file);
    }

    public boolean signedIn() {
        return person.isPresent();
    }

    public boolean has(String role) {
        return person.map(someone -> someone.has(role)).orElse(false);
    }

    /// Whether somebody is signed in who is not staff; an organisation may still be missing.
    public boolean member() {
        return signedIn() && !staff();
    }

    public boolean staff() {
        return person.map(SignedInView::staff).orElse(false);
    }

    /// This page in another language.
    public String here(String language) {
        return with("lang", language);
    }

    /// This page with another value in its query, which must not hold the name yet.
    public String with(String name, String value) {
        return path + query + (query.isEmpty() ? "?" : "&") + name + "=" + value;
    }
}
