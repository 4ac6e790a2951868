package org.passerelle.paypal.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.paypal.domain.Answer;
import org.passerelle.paypal.domain.Answer.Told;
import org.passerelle.paypal.gateway.PayPalSettings.Account;
import tools.jackson.databind.JsonNode;

/// Access tokens by client: each is good for hours, and fetching one for every call is refused.
final class Tokens {
    private static final Duration SPARE = Duration.ofMinutes(2);

    private final Map<String, Token> kept = new ConcurrentHashMap<>();
    private final Clock clock;

    Tokens(Clock clock) {
        this.clock = clock;
    }

    private record Token(String text, Instant from, Instant until) {}

    /// Fetches a token, given the account.
    interface Fetching {
        Answer<JsonNode> fetch(Account account);
    }

    Answer<String> of(Account account, Fetching fetching) {
        var now = clock.instant();
        var token = kept.get(key(account));
        // A clock that was moved back makes a token from the future of it.
        if (token != null && token.until().isAfter(now) && !token.from().isAfter(now)) {
            return new Told<>(token.text());
        }
        return fetching.fetch(account)
                .map(node -> {
                    var text = node.path("access_token").asString("");
                    var length = Duration.ofSeconds(node.path("expires_in").asLong(0));
                    kept.put(key(account), new Token(text, now, now.plus(length).minus(SPARE)));
                    return text;
                });
    }

    void forget(Account account) {
        kept.remove(key(account));
    }

    private static String key(Account account) {
        return account.address() + " " + account.clientId();
    }
}
