package bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// Asks a started demo on this machine for its pages, with many at once, for a bounded number of
/// requests: public ones, those of a member and those of staff. A file that the same server only
/// hands out is asked in the same run, for comparison.
public final class PageLoad {
    private static final String PASSWORD = "passerelle-a-pied-2026"; // the demo's, printed by it
    private static final String FILE = "/assets/passerelle.css";
    private static final List<String> PUBLIC =
            List.of("/", "/catalogue", "/offers/acrobat-pro-1y", "/sign-in");
    private static final List<String> MEMBER =
            List.of("/organisation", "/organisation/programmes", "/catalogue", "/cart", "/orders");
    private static final List<String> STAFF =
            List.of("/staff", "/staff/cases", "/staff/orders", "/staff/organisations");
    private static final int AT_ONCE = 16;
    private static final int WARM_UP = 300;
    private static final int REQUESTS = 1_000;
    private static final double LIMIT_MILLIS = 250;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .build();
    private final String site;

    private PageLoad(String site) {
        this.site = site;
    }

    public static void main(String[] arguments) throws Exception {
        var site = arguments[0];
        var host = URI.create(site).getHost();
        if (!List.of("localhost", "127.0.0.1", "[::1]").contains(host)) {
            throw new IllegalArgumentException("Only this machine is loaded, not " + host);
        }
        var good = new PageLoad(site).measure("a file", List.of(FILE));
        good &= new PageLoad(site).measure("anybody", PUBLIC);
        good &= signedIn(site, "amelie").measure("a member", MEMBER);
        good &= signedIn(site, "admin").measure("staff", STAFF);
        System.exit(good ? 0 : 1);
    }

    private static PageLoad signedIn(String site, String username) throws Exception {
        var visitor = new PageLoad(site);
        var page = CSRF.matcher(visitor.get("/sign-in").body());
        if (!page.find()) {
            throw new IllegalStateException("No form to sign in on " + site);
        }
        var form =
                "login=" + username
                        + "&continue=&password=" + PASSWORD
                        + "&_csrf=" + URLEncoder.encode(page.group(1), StandardCharsets.UTF_8);
        var answer =
                visitor.client.send(
                        HttpRequest.newBuilder(URI.create(site + "/sign-in"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 3) {
            throw new IllegalStateException(username + " is not let in: " + answer.statusCode());
        }
        return visitor;
    }

    private boolean measure(String who, List<String> pages) throws Exception {
        var good = true;
        for (var page : pages) {
            run(page, WARM_UP);
            good &= report(who, page, run(page, REQUESTS));
        }
        return good;
    }

    private record Measured(double[] millis, double seconds, int characters) {}

    private Measured run(String page, int requests) throws Exception {
        var millis = new double[requests];
        var next = new AtomicInteger();
        var characters = new AtomicInteger();
        var start = System.nanoTime();
        var shares = new ArrayList<Future<Void>>();
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var worker = 0; worker < AT_ONCE; worker++) {
                shares.add(workers.submit(() -> {
                    for (var i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                        var begun = System.nanoTime();
                        characters.set(ask(page));
                        millis[i] = (System.nanoTime() - begun) / 1e6;
                    }
                    return null;
                }));
            }
        }
        for (var share : shares) {
            share.get(); // a page that did not answer well ends the bench
        }
        return new Measured(millis, (System.nanoTime() - start) / 1e9, characters.get());
    }

    private int ask(String page) throws IOException, InterruptedException {
        var answer = get(page);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(page + " answered " + answer.statusCode());
        }
        if (!page.equals(FILE) && !answer.body().contains("</h1>")) {
            throw new IllegalStateException(page + " is no whole page");
        }
        return answer.body().length();
    }

    private HttpResponse<String> get(String page) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(site + page))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static boolean report(String who, String page, Measured measured) {
        var sorted = measured.millis().clone();
        Arrays.sort(sorted);
        var of95 = sorted[(int) (sorted.length * 0.95)];
        System.out.printf(
                "%-9s %-26s %,8d characters %6.0f/s  median %6.1f ms  95%% %6.1f ms%n",
                who,
                page,
                measured.characters(),
                sorted.length / measured.seconds(),
                sorted[sorted.length / 2],
                of95);
        if (of95 > LIMIT_MILLIS) {
            System.out.printf("over the limit of %.0f ms%n", LIMIT_MILLIS);
            return false;
        }
        return true;
    }
}
