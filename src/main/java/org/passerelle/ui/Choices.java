package org.passerelle.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/// Remembers the language and the theme that a reader asks for by `?lang=` and `?theme=`, and the
/// office that they ask for by `?office=`.
@Component
public class Choices implements HandlerInterceptor {
    static final String LANGUAGE = "lang";
    static final String THEME = "theme";
    private static final String OFFICE = "office";
    private static final Pattern OFFICE_ID = Pattern.compile("[a-z0-9-]{1,60}");
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
        asked(request).ifPresent(office -> keep(request, response, OFFICE, office, KEPT));
        return true;
    }

    /// The office asked for here and now, or chosen before. Only a wish: whoever reads it knows
    /// which offices there are.
    public static Optional<String> office(HttpServletRequest request) {
        return asked(request)
                .or(() ->
                        Optional.ofNullable(WebUtils.getCookie(request, OFFICE))
                                .map(Cookie::getValue));
    }

    private static Optional<String> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(OFFICE))
                .filter(office -> OFFICE_ID.matcher(office).matches());
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
