package org.passerelle.faults;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.passerelle.Passerelle;
import org.passerelle.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The long version of what the tests show, with the product's own settings: `bench/run faults`.
/// Ends with an error at the first thing that is lost, doubled or stuck.
public final class FaultsRun {
    private static final int ROUNDS = 20;
    private static final int CROWD = 200;
    private static final int JOBS = 1_000;
    private static final int FEW_JOBS = 100;
    private static final int KILLS_AMONG_JOBS = 5;
    private static final Duration STUCK_AT_MOST = Duration.ofMinutes(2);
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
        if (part.equals("all") || part.equals("jobs")) {
            jobs();
        }
        if (part.equals("outage")) {
            outage();
        }
        System.exit(0); // what the embedded server left running must not hold us
    }

    private static void races() throws Exception {
        var folder = Files.createTempDirectory("passerelle-races");
        var database = TestDatabase.createEmpty();
        try (var house = house(database, folder);
                var first = node(database, folder, "first");
                var second = node(database, folder, "second")) {
            var races = new Races(house, first.port(), second.port());
            for (var round = 1; round <= ROUNDS; round++) {
                var started = System.nanoTime();
                races.all(CROWD);
                say(
                        "races, round %d of %d: 200 at once at two nodes, nothing over: %d s"
                                .formatted(round, ROUNDS, seconds(started)));
            }
            assertNobodyWaitedForEachOther(database);
        }
    }

    /// Prepares and reads the books; people and machines go to the nodes.
    private static ConfigurableApplicationContext house(String database, Path folder) {
        return new SpringApplicationBuilder(Passerelle.class)
                .run(
                        "--server.port=0",
                        "--passerelle.demo=false",
                        "--passerelle.data-folder=" + folder,
                        "--logging.level.root=warn",
                        "--passerelle.database.url=" + database);
    }

    private static ProductProcess node(
            String database, Path folder, String name, String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.add("--passerelle.data-folder=" + folder);
        all.add("--passerelle.database.url=" + database);
        return ProductProcess.start(folder.resolve(name + ".log"), all);
    }

    private static void assertNobodyWaitedForEachOther(String database) throws Exception {
        var deadlocks =
                new Books(database)
                        .one(
                                "select deadlocks from pg_stat_database"
                                        + " where datname = current_database()");
        if (!deadlocks.equals("0")) {
            throw new IllegalStateException("Waited for each other: " + deadlocks);
        }
    }

    /// Two nodes do 1,000 jobs that write a letter each; five times one is killed and another
    /// started. Then one is frozen in the middle of a job, as a machine that hangs.
    private static void jobs() throws Exception {
        var folder = Files.createTempDirectory("passerelle-jobs");
        var database = TestDatabase.createEmpty();
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        String[] settings = {
            "--test.job-takes=100ms",
            "--passerelle.packs.installed=socialware-lu",
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + mail.getSmtp().getPort()
        };
        var nodes = new ArrayDeque<ProductProcess>();
        try {
            nodes.add(node(database, folder, "node-0", settings));
            nodes.getLast().port();
            nodes.add(node(database, folder, "node-1", settings));
            nodes.getLast().port();
            var jobs = new Jobs(database);
            jobs.plan(JOBS);
            for (var kill = 1; kill <= KILLS_AMONG_JOBS; kill++) {
                jobs.await(jobs.done() + JOBS / 50, STUCK_AT_MOST);
                nodes.removeFirst().kill();
                say("killed with " + jobs.done() + " of " + JOBS + " jobs done");
                nodes.add(node(database, folder, "node-" + (kill + 1), settings));
                nodes.getLast().port();
            }
            jobs.await(JOBS, STUCK_AT_MOST);
            jobs.awaitLetters(JOBS, STUCK_AT_MOST);
            jobs.assertEachOnce(JOBS);
            say("all done once; letters in the mailbox: " + Letters.once(mail, KILLS_AMONG_JOBS));
            frozen(jobs, nodes);
        } finally {
            nodes.forEach(ProductProcess::kill);
            mail.stop();
        }
    }

    /// Both nodes work; one freezes, and what it holds is done by the other.
    private static void frozen(Jobs jobs, Deque<ProductProcess> nodes) throws Exception {
        jobs.plan(FEW_JOBS);
        jobs.await(JOBS + FEW_JOBS / 5, STUCK_AT_MOST);
        nodes.getFirst().freeze();
        var began = System.nanoTime();
        jobs.await(JOBS + FEW_JOBS, STUCK_AT_MOST);
        jobs.assertEachOnce(JOBS + FEW_JOBS);
        say("a node froze: all done %d s after".formatted(seconds(began)));
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
