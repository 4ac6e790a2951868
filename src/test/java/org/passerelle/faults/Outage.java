package org.passerelle.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/// PostgreSQL is away while people and machines ask: they are told so soon, and to come back.
final class Outage {
    /// For a connection, and some for a busy machine.
    private static final Duration MORE = Duration.ofSeconds(7);

    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);
    private static final String FORM = "/cart/quantities";
    private static final List<String> ADDRESSES =
            List.of("/catalogue", "/cart", FORM, "/api/v1/tokens/verify", "/actuator/health");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;
    private final Browsing member;
    private final Duration toldWithin;
    private Duration slowest = Duration.ZERO;

    /// @param login of a member who may order
    /// @param answersWithin the setting: how long a statement may go without an answer
    Outage(String port, String login, Duration answersWithin) {
        this.member = Browsing.signedIn(Integer.parseInt(port), login);
        this.root = "http://localhost:" + port;
        this.toldWithin = answersWithin.plus(MORE);
    }

    /// How long somebody waited at most for "come back".
    Duration slowest() {
        return slowest;
    }

    /// Does `away`, asks for as long as `lasts`, does `back`; answers how long it took until all
    /// answered as before.
    Duration during(Callable<?> away, Duration lasts, Callable<?> back) throws Exception {
        assertThat(ask("/catalogue").statusCode()).isEqualTo(200);
        away.call();
        var end = System.nanoTime() + lasts.toNanos();
        do {
            var asked = ADDRESSES.stream().map(this::askedAside).toList();
            for (var answer : asked) {
                assertToldToComeBack(answer.join());
            }
        } while (System.nanoTime() < end);
        back.call();
        return untilAllIsWell();
    }

    private record Told(String address, HttpResponse<String> answer, Duration after) {}

    private CompletableFuture<Told> askedAside(String address) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var asked = System.nanoTime();
                    var answer = ask(address);
                    return new Told(address, answer, Duration.ofNanos(System.nanoTime() - asked));
                },
                Thread::startVirtualThread);
    }

    private void assertToldToComeBack(Told told) {
        assertThat(told.answer().statusCode()).as(told.address()).isEqualTo(503);
        assertThat(told.after()).as(told.address()).isLessThan(toldWithin);
        slowest = told.after().compareTo(slowest) > 0 ? told.after() : slowest;
        if (told.address().startsWith("/actuator/")) {
            return;
        }
        var answer = told.answer();
        assertThat(answer.headers().firstValue("Retry-After")).as(told.address()).isPresent();
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith(
                        told.address().startsWith("/api/")
                                ? "application/problem+json"
                                : "text/html");
        assertThat(answer.body()).doesNotContain("Exception", "org.postgresql", "jdbc");
    }

    private Duration untilAllIsWell() throws InterruptedException {
        var back = System.nanoTime();
        while (ADDRESSES.stream().anyMatch(address -> ask(address).statusCode() == 503)) {
            var waited = Duration.ofNanos(System.nanoTime() - back);
            assertThat(waited).isLessThan(BACK_WITHIN);
            Thread.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - back);
    }

    private HttpResponse<String> ask(String address) {
        try {
            var request = HttpRequest.newBuilder(URI.create(root + address));
            if (address.startsWith("/cart")) {
                request.header("Cookie", member.cookies());
            }
            if (address.equals(FORM)) {
                request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + member.csrf()));
            }
            if (address.startsWith("/api/")) {
                request.header("Authorization", "Bearer psk_nobody")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"));
            }
            return client.send(
                    request.timeout(Duration.ofSeconds(60)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(address, e);
        }
    }
}
