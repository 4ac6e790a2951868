package org.passerelle.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.passerelle.identity.ApiKeys;
import org.passerelle.identity.KeyOutcome;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets in who brings a key: `Authorization: Bearer psk_…`. A key anywhere else, such as in the
/// address, is none.
final class ApiKeyDoor extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final Replies replies;

    ApiKeyDoor(ApiKeys keys, Replies replies) {
        this.keys = keys;
        this.replies = replies;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var words = replies.words(header(request, HttpHeaders.ACCEPT_LANGUAGE));
        switch (keys.authenticate(presented(request), request.getRemoteAddr())) {
            case KeyOutcome.Known(var key) -> {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new ApiKeyAuthentication(key));
                SecurityContextHolder.setContext(context);
                chain.doFilter(request, response);
            }
            case KeyOutcome.Unknown() -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"passerelle\"");
                Sending.send(replies.problem(Problem.KEY_UNKNOWN, words), response);
            }
            case KeyOutcome.TooManyTries(var wait) ->
                    Sending.send(replies.passing(Problem.TOO_MANY_REQUESTS, words, wait), response);
        }
    }

    private static String presented(HttpServletRequest request) {
        return header(request, HttpHeaders.AUTHORIZATION)
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip())
                .orElse("");
    }

    static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }
}
