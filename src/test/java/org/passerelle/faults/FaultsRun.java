package org.passerelle.faults;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.passerelle.Passerelle;
import org.passerelle.TestDatabase;
import org.passerelle.token.Tokens;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The long version of what the tests show, with the product's own settings: `bench/run faults`.
/// Ends with an error at the first thing that is lost, doubled or stuck.
public final class FaultsRun {
    private static final int ROUNDS = 20;
    private static final int KILLS_AMONG_LISTENERS = 10;
    private static final int COMMITS_APART = 6;
    private static final Duration AWAY = Duration.ofSeconds(60);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(15);

    private FaultsRun() {}

    public static void main(String[] arguments) throws Exception {
        var part = arguments.length == 0 ? "all" : arguments[0];
        if (part.equals("all") || part.equals("races")) {
            races();
        }
        if (part.equals("all") || part.equals("kills")) {
            kills();
        }
        if (part.equals("outage")) {
            outage();
        }
        System.exit(0); // what the embedded server left running must not hold us
    }

    private static void races() {
        var database = TestDatabase.createEmpty();
        try (var here = node(database);
                var there = node(database)) {
            for (var round = 1; round <= ROUNDS; round++) {
                var started = System.nanoTime();
                new Races(here, there).all(here.getBean(Tokens.class));
                say(
                        "races, round %d of %d: 7 times at once at two nodes, nothing over: %d s"
                                .formatted(round, ROUNDS, seconds(started)));
            }
        }
    }

    private static ConfigurableApplicationContext node(String database) {
        return new SpringApplicationBuilder(Passerelle.class)
                .run(
                        "--server.port=0",
                        "--passerelle.demo=false",
                        "--passerelle.data-folder=target/faults",
                        "--logging.level.root=warn",
                        "--passerelle.database.url=" + database);
    }

    private static void kills() throws Exception {
        var folder = Files.createTempDirectory("passerelle-faults");
        try (var ordeal = new Ordeal(folder, List.of("--passerelle.events.every=10s"))) {
            ordeal.killAtSteps(1, 0);
            say("killed at each commit of each course");
            for (var kill = 0; kill < KILLS_AMONG_LISTENERS; kill++) {
                var commit = 1 + kill * COMMITS_APART;
                ordeal.killAmongListeners(commit, kill % 2 == 0 ? "before" : "after");
                say("killed at commit " + commit + " behind the scenes");
            }
            ordeal.liveThrough(AWAY, ANSWERS_WITHIN);
            ordeal.told().forEach(FaultsRun::say);
        }
    }

    private static void outage() throws Exception {
        var folder = Files.createTempDirectory("passerelle-outage");
        try (var ordeal = new Ordeal(folder, List.of())) {
            ordeal.liveThrough(AWAY, ANSWERS_WITHIN);
            ordeal.told().forEach(FaultsRun::say);
        }
    }

    private static long seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toSeconds();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
