package org.passerelle.demo.paypal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets in whoever shows a token that the simulated PayPal gave, and tells the call whose it is
/// (PAY-03).
@Component
@ConditionalOnProperty(name = "passerelle.demo", havingValue = "true")
class SimulatorDoor extends OncePerRequestFilter {
    /// Under this name a request says which client it comes from.
    static final String CLIENT = "simulated-paypal-client";

    /// Where tokens are asked for: nobody has one yet.
    static final String TOKEN = "/v1/oauth2/token";

    private static final String BEARER = "Bearer ";
    private static final int TOKENS_MAX = 1000;

    private final Map<String, String> clients = new ConcurrentHashMap<>();

    /// A new token for a client.
    String open(String client) {
        if (clients.size() >= TOKENS_MAX) {
            clients.clear();
        }
        var token = "A21AA" + UUID.randomUUID();
        clients.put(token, client);
        return token;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith(SimulatedJson.API + "/") || path.equals(SimulatedJson.API + TOKEN);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var client =
                Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                        .filter(given -> given.startsWith(BEARER))
                        .map(given -> clients.get(given.substring(BEARER.length())));
        if (client.isEmpty()) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getWriter().write("{\"error\":\"invalid_token\"}");
            return;
        }
        request.setAttribute(CLIENT, client.get());
        chain.doFilter(request, response);
    }
}
