package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.PersonId;

/// A form that was posted after its session had ended, or the cookie it answers: what was typed
/// waits until its author signs in again on this browser, and is sent only when they press for it.
/// When somebody else signs in, it is thrown away.
///
/// It came past the check against forged posts, or at least from a page of ours, lives as long as a
/// session without requests, and holds no password. The session keeps plain values only, so that it
/// outlives an update.
///
/// @param path where it was posted
/// @param author the mark of whose session had ended ([Author])
/// @param withFiles whether files belong to it: they are not kept and must be chosen anew
public record Unsent(
        String path, String author, boolean withFiles, Map<String, List<String>> fields) {
    private static final String PATH = "unsent.path";
    private static final String AUTHOR = "unsent.author";
    private static final String FILES = "unsent.files";
    private static final String FIELDS = "unsent.fields";
    private static final String ANSWERED = Unsent.class.getName();
    private static final int LONGEST = 20_000;

    /// Keeps what was typed; answers whether there was something that may be kept.
    static boolean keep(HttpServletRequest request) {
        var author = CsrfCookies.author(request).or(() -> Author.of(request));
        var unsent = author.flatMap(mark -> posted(mark, request));
        if (unsent.isEmpty() || unsent.get().fields.keySet().stream().anyMatch(Unsent::isSecret)) {
            return false;
        }
        unsent.get().store(request.getSession());
        return true;
    }

    /// Lets a form of somebody who was not signed in be answered with what they typed, by
    /// [#answered]: nothing is kept, so that nobody but who posted it can see it. Passwords are
    /// left out, and asked for again.
    static boolean answer(HttpServletRequest request) {
        var unsent = posted("", request);
        unsent.ifPresent(one -> request.setAttribute(ANSWERED, one));
        return unsent.isPresent();
    }

    /// What the request being answered holds, where it could not be taken.
    public static Optional<Unsent> answered(HttpServletRequest request) {
        return request.getAttribute(ANSWERED) instanceof Unsent unsent
                ? Optional.of(unsent)
                : Optional.empty();
    }

    private static Optional<Unsent> posted(String author, HttpServletRequest request) {
        var type = Optional.ofNullable(request.getContentType()).orElse("");
        var withFiles = type.startsWith("multipart/form-data");
        if (!withFiles && !type.startsWith("application/x-www-form-urlencoded")) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        fields.remove("_csrf");
        if (author.isEmpty()) {
            fields.keySet().removeIf(Unsent::isSecret);
        }
        return fields.isEmpty() || length(fields) > LONGEST
                ? Optional.empty()
                : Optional.of(new Unsent(request.getRequestURI(), author, withFiles, fields));
    }

    private static boolean isSecret(String field) {
        return field.contains("password");
    }

    private static long length(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .mapToLong(field ->
                        field.getKey().length()
                                + field.getValue().stream().mapToLong(String::length).sum())
                .sum();
    }

    void store(HttpSession session) {
        var typed = new LinkedHashMap<String, ArrayList<String>>();
        fields.forEach((name, values) -> typed.put(name, new ArrayList<>(values)));
        session.setAttribute(PATH, path);
        session.setAttribute(AUTHOR, author);
        session.setAttribute(FILES, withFiles);
        session.setAttribute(FIELDS, typed);
    }

    boolean isBy(PersonId person) {
        return author.equals(Author.mark(person));
    }

    /// What waits in this session.
    public static Optional<Unsent> of(HttpServletRequest request) {
        return in(request.getSession(false));
    }

    static Optional<Unsent> in(@Nullable HttpSession session) {
        if (session == null
                || !(session.getAttribute(PATH) instanceof String path)
                || !(session.getAttribute(AUTHOR) instanceof String author)
                || !(session.getAttribute(FIELDS) instanceof Map<?, ?> typed)) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, List<String>>();
        typed.forEach((name, values) ->
                fields.put(
                        String.valueOf(name),
                        ((List<?>) values).stream().map(String::valueOf).toList()));
        return Optional.of(
                new Unsent(path, author, Boolean.TRUE.equals(session.getAttribute(FILES)), fields));
    }

    public static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            List.of(PATH, AUTHOR, FILES, FIELDS).forEach(session::removeAttribute);
        }
    }
}
