package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.Person;

/// A visitor without a browser: keeps cookies, follows no redirect by itself, and comes from a
/// loopback address of its own, so that one test's tries are not counted with another's.
public final class Site {
    private static final AtomicInteger VISITORS = new AtomicInteger();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String root;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;

    private Site(int port, String address) {
        root = "http://localhost:" + port;
        try {
            http =
                    HttpClient.newBuilder()
                            .cookieHandler(cookies)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .localAddress(InetAddress.getByName(address))
                            .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Site visitor(int port) {
        var number = VISITORS.incrementAndGet();
        return new Site(port, "127.7." + number / 250 + "." + (1 + number % 250));
    }

    /// A visitor who has signed in as this person.
    public static Site signedIn(int port, Person person) {
        var site = visitor(port);
        var answer = site.signIn(person.username(), Accounts.PASSWORD);
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("Not signed in: " + answer.statusCode());
        }
        return site;
    }

    public HttpResponse<String> signIn(String login, String password) {
        return post("/sign-in", Map.of("login", login, "password", password));
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(root + path)).GET().build());
    }

    /// Posts the form that a page shows, with its hidden field against forged posts.
    public HttpResponse<String> postFrom(String page, String path, Map<String, String> fields) {
        var hidden = new HashMap<>(fields);
        hidden.put("_csrf", csrfOf(get(page).body()));
        return postBare(path, hidden);
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return postFrom(path, path, fields);
    }

    /// Posts exactly these fields.
    public HttpResponse<String> postBare(String path, Map<String, String> fields) {
        return send(
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))
                        .build());
    }

    /// Posts one file beside fields, as the form of a page does.
    public HttpResponse<String> upload(
            String page, String path, Map<String, String> fields, String name, String content) {
        var boundary = "----" + UUID.randomUUID();
        var body = new StringBuilder();
        var all = new HashMap<>(fields);
        all.put("_csrf", csrfOf(get(page).body()));
        all.forEach((field, value) ->
                body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"")
                        .append(field + "\"\r\n\r\n" + value + "\r\n"));
        body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"")
                .append("; filename=\"" + name + "\"\r\nContent-Type: application/pdf\r\n\r\n")
                .append(content + "\r\n--" + boundary + "--\r\n");
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build());
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /// All cookies, as a browser sends them.
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public static String csrfOf(String page) {
        var found = CSRF.matcher(page);
        return found.find() ? found.group(1) : "";
    }

    /// What a hidden field of a page holds, as it stands in the page.
    public static String hidden(String page, String name) {
        var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }

    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path));
    }

    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
