package org.passerelle.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/// Remembers the language and the theme that a reader asks for by `?lang=` and `?theme=`.
@Component
class Choices implements HandlerInterceptor {
    static final String LANGUAGE = "lang";
    static final String THEME = "theme";
    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Frames.spoken(request.getParameter(LANGUAGE))
                .ifPresent(language -> keep(request, response, LANGUAGE, language.code(), KEPT));
        var theme = request.getParameter(THEME);
        if ("light".equals(theme) || "dark".equals(theme)) {
            keep(request, response, THEME, theme, KEPT);
        } else if (theme != null) {
            keep(request, response, THEME, "", Duration.ZERO);
        }
        return true;
    }

    private static void keep(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            Duration kept) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) kept.toSeconds());
        response.addCookie(cookie);
    }
}
