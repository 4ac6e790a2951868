package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.PersonId;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/// The CSRF token stands in a cookie that a form must repeat, so that the public forms (sign in,
/// register) need no session. Scripts cannot read it; over https no other host can set it.
///
/// A token ends with the mark of whom it was made for, where somebody was signed in: of a form
/// whose cookies are all gone it still tells whose it is ([StaleForm]).
@Component
class CsrfCookies implements CsrfTokenRepository {
    private final CookieCsrfTokenRepository secure = cookie("__Host-csrf", true);
    private final CookieCsrfTokenRepository plain = cookie("csrf", false);

    /// Replaces the token: what was known before signing in is worth nothing after.
    void renew(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        saveToken(marked(Author.mark(person), request), request, response);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return marked(Author.of(request).orElse(""), request);
    }

    private CsrfToken marked(String mark, HttpServletRequest request) {
        var token = of(request).generateToken(request);
        return new DefaultCsrfToken(
                token.getHeaderName(), token.getParameterName(), token.getToken() + "." + mark);
    }

    /// Whom the form of this request was made for, whether or not its token still counts. The token
    /// in a form is masked with random bytes that stand before it.
    static Optional<String> author(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("_csrf"))
                .flatMap(CsrfCookies::unmasked)
                .map(token -> token.substring(token.lastIndexOf('.') + 1))
                .filter(mark -> !mark.isEmpty());
    }

    private static Optional<String> unmasked(String masked) {
        try {
            var bytes = Base64.getUrlDecoder().decode(masked);
            var length = bytes.length / 2;
            var token = new byte[length];
            for (var i = 0; i < length; i++) {
                token[i] = (byte) (bytes[i] ^ bytes[length + i]);
            }
            return Optional.of(new String(token, StandardCharsets.UTF_8))
                    .filter(text -> text.indexOf('.') >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void saveToken(
            @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return of(request).loadToken(request);
    }

    private CookieCsrfTokenRepository of(HttpServletRequest request) {
        return request.isSecure() ? secure : plain;
    }

    private static CookieCsrfTokenRepository cookie(String name, boolean https) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(name);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).secure(https).sameSite("Lax"));
        return tokens;
    }
}
