package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/// Shows the sign-in page to whom is not signed in, and remembers where they wanted to go.
final class ToSignIn implements AuthenticationEntryPoint {
    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason)
            throws IOException {
        var kept = request.getMethod().equals("POST") && Unsent.keep(request);
        var wish = URLEncoder.encode(kept ? "/unsent" : wish(request), StandardCharsets.UTF_8);
        var signIn = (kept ? "/sign-in?kept&continue=" : "/sign-in?continue=") + wish;
        lead(signIn, request, response);
    }

    static void lead(String path, HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("HX-Request") != null) {
            // A fragment must not be replaced by a page: the browser is told to go there.
            response.setHeader("HX-Redirect", path);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, path);
    }

    /// What was posted is not posted again by itself: its page is where to continue.
    private static String wish(HttpServletRequest request) {
        var query = request.getQueryString();
        var path = request.getRequestURI();
        return request.getMethod().equals("GET")
                ? query == null ? path : path + "?" + query
                : page(request).orElse(path);
    }

    /// The page of ours that a form was on; a browser tells it to nobody but us.
    private static Optional<String> page(HttpServletRequest request) {
        var root = root(request);
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER))
                .filter(page -> page.startsWith(root + "/"))
                .map(page -> page.substring(root.length()));
    }

    /// This site as the browser addressed it: `https://example.org`.
    static String root(HttpServletRequest request) {
        return request.getRequestURL().toString().replaceFirst("^(\\w+://[^/]+).*", "$1");
    }
}
