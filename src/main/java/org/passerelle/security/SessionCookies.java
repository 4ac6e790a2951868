package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// The session's cookie: never readable by scripts, not sent along from other sites; over https
/// bound to this very host and never sent in clear (`__Host-`).
final class SessionCookies implements CookieSerializer {
    private final DefaultCookieSerializer secure = cookie("__Host-session", true);
    private final DefaultCookieSerializer plain = cookie("session", false);

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    private DefaultCookieSerializer of(HttpServletRequest request) {
        return request.isSecure() ? secure : plain;
    }

    private static DefaultCookieSerializer cookie(String name, boolean https) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(https);
        cookie.setSameSite("Lax");
        return cookie;
    }
}
