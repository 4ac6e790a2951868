package org.passerelle.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.Person;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.security.Site;

/// The tabs of somebody who signed in once and asks any node, as a load balancer has it. Whoever is
/// told to come back does so, with the same form.
record Browsing(String cookies, String csrf) {
    /// How often somebody comes back when told to before the test says that they are stuck.
    static final int COME_BACK = 20;

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    static Browsing signedIn(int port, Person person) {
        return signedIn(port, person.username());
    }

    static Browsing signedIn(int port, String login) {
        var site = Site.visitor(port);
        assertThat(site.signIn(login, Accounts.PASSWORD).statusCode()).isEqualTo(302);
        return new Browsing(site.cookies(), Site.csrfOf(site.get("/account").body()));
    }

    /// The same person, for one of the organisations that are theirs.
    Browsing actingFor(OrganisationId organisation) {
        return new Browsing(cookies + "; organisation=" + organisation, csrf);
    }

    HttpResponse<String> get(int port, String path) {
        return answered(request(port, path).GET().build());
    }

    HttpResponse<String> post(int port, String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", csrf);
        return answered(
                request(port, path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(Site.encoded(form)))
                        .build());
    }

    private HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", cookies);
    }

    private static HttpResponse<String> answered(HttpRequest request) {
        var answer = send(request);
        for (var again = 0; answer.statusCode() == 503; again++) {
            assertThat(again).as("came back: %s", request).isLessThan(COME_BACK);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            answer = send(request);
        }
        assertThat(answer.statusCode()).as("%s: %s", request, answer.body()).isLessThan(500);
        return answer;
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
