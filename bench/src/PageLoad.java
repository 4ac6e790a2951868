import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Asks a started Passerelle on this machine for its public pages, with many at once, for a
/// bounded number of requests.
public final class PageLoad {
    private static final List<String> PAGES = List.of("/", "/catalogue", "/sign-in");
    private static final int AT_ONCE = 16;
    private static final int WARM_UP = 400;
    private static final int REQUESTS = 3_000;
    private static final double LIMIT_MILLIS = 250;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String site;

    private PageLoad(String site) {
        this.site = site;
    }

    public static void main(String[] arguments) throws Exception {
        var host = URI.create(arguments[0]).getHost();
        if (!List.of("localhost", "127.0.0.1", "[::1]").contains(host)) {
            throw new IllegalArgumentException("Only this machine is loaded, not " + host);
        }
        var bench = new PageLoad(arguments[0]);
        var failed = false;
        for (var page : PAGES) {
            bench.run(page, WARM_UP);
            failed |= bench.report(page, bench.run(page, REQUESTS));
        }
        System.exit(failed ? 1 : 0);
    }

    private record Measured(double[] millis, double seconds, int bytes) {}

    private Measured run(String page, int requests) throws Exception {
        var millis = new double[requests];
        var next = new AtomicInteger();
        var bytes = new AtomicInteger();
        var start = System.nanoTime();
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var worker = 0; worker < AT_ONCE; worker++) {
                workers.submit(() -> {
                    for (var i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                        var begun = System.nanoTime();
                        bytes.set(ask(page));
                        millis[i] = (System.nanoTime() - begun) / 1e6;
                    }
                    return null;
                });
            }
        }
        return new Measured(millis, (System.nanoTime() - start) / 1e9, bytes.get());
    }

    private int ask(String page) throws IOException, InterruptedException {
        var answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(site + page))
                                .timeout(Duration.ofSeconds(10))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(page + " answered " + answer.statusCode());
        }
        return answer.body().length;
    }

    private boolean report(String page, Measured measured) {
        var sorted = measured.millis().clone();
        Arrays.sort(sorted);
        var middle = sorted[sorted.length / 2];
        var of95 = sorted[(int) (sorted.length * 0.95)];
        System.out.printf(
                "%-12s %,7d bytes  %6.0f pages/s  median %5.1f ms  95%% %5.1f ms  slowest %5.1f ms%n",
                page,
                measured.bytes(),
                sorted.length / measured.seconds(),
                middle,
                of95,
                sorted[sorted.length - 1]);
        if (sorted[0] == 0 || of95 > LIMIT_MILLIS) {
            System.out.printf("over the limit of %.0f ms, or unanswered%n", LIMIT_MILLIS);
            return true;
        }
        return false;
    }
}
