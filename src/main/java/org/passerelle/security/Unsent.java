package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.LinkedMultiValueMap;

/// A form that was posted after its session had ended: what was typed waits for who signs in next
/// on this browser, and is sent only when they press for it.
///
/// It came past the check against forged posts, lives as long as a session without requests, and
/// holds no password.
///
/// @param path where it was posted
public record Unsent(String path, Map<String, List<String>> fields) {
    static final String KEY = "unsent";
    private static final int LONGEST = 20_000;

    /// Keeps what was typed; answers whether there was something that may be kept.
    static boolean keep(HttpServletRequest request) {
        var type = Optional.ofNullable(request.getContentType()).orElse("");
        var wasSignedIn = request.getRequestedSessionId() != null;
        if (!wasSignedIn || !type.startsWith("application/x-www-form-urlencoded")) {
            return false;
        }
        var pairs = new ArrayList<String>();
        for (var field : request.getParameterMap().entrySet()) {
            if (field.getKey().contains("password")) {
                return false;
            }
            if (!field.getKey().equals("_csrf")) {
                for (var value : field.getValue()) {
                    pairs.add(encoded(field.getKey()) + "=" + encoded(value));
                }
            }
        }
        var kept = request.getRequestURI() + "?" + String.join("&", pairs);
        if (pairs.isEmpty() || kept.length() > LONGEST) {
            return false;
        }
        request.getSession().setAttribute(KEY, kept);
        return true;
    }

    /// What waits in this session.
    public static Optional<Unsent> of(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(KEY) instanceof String kept
                ? Optional.of(read(kept))
                : Optional.empty();
    }

    public static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEY);
        }
    }

    private static Unsent read(String kept) {
        var parts = kept.split("\\?", 2);
        var fields = new LinkedMultiValueMap<String, String>();
        for (var pair : parts[1].split("&")) {
            var named = pair.split("=", 2);
            fields.add(decoded(named[0]), named.length > 1 ? decoded(named[1]) : "");
        }
        return new Unsent(parts[0], new LinkedHashMap<>(fields));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
