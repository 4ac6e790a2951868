package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.passerelle.kernel.PersonId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// Who typed a form, when the session itself is gone and tells nothing any more: a hash of the
/// person's id, enough to know the same person again, and no key to anything.
///
/// It stands in a cookie, for who signed in last on this browser, and at the end of each CSRF token
/// ([CsrfCookies]), for whom a form was made: that outlives all cookies.
final class Author {
    /// As much of the hash as tells persons apart for sure, and no more: it stands in every form.
    private static final int BYTES = 12;

    private Author() {}

    static void note(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request), mark(person))
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(request)))
                .map(cookie -> cookie.getValue())
                .filter(mark -> !mark.isEmpty());
    }

    static String mark(PersonId person) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(person.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-author" : "author";
    }
}
