package org.passerelle.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.passerelle.Passerelle;
import org.passerelle.faults.Clients.Journey;
import org.passerelle.identity.People;
import org.passerelle.ordering.OrderingFixture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/// The product in a process of its own, with clients at work, that dies as by a power cut where its
/// plan says. The next one on the same database takes up what it left.
final class Victim {
    private static final Logger LOG = LoggerFactory.getLogger(Victim.class);
    private static final int CODES = 200;
    private static final int STEPS_OF_A_COURSE_MAX = 8;
    private static final int WRITES = 40;

    private final Journal journal;
    private final Clients clients;
    private final ApplicationContext context;

    private Victim(ApplicationContext context) {
        var file = Path.of(context.getEnvironment().getRequiredProperty("faults.journal"));
        this.context = context;
        this.journal = new Journal(file);
        this.clients =
                new Clients(
                        context.getBean(OrderingFixture.class),
                        context.getBean(People.class),
                        journal);
    }

    /// The plan is the setting `faults.plan`: `at-steps EVERY FIRST`, `at-listeners N before|after`
    /// or `live`; the others are settings of the product.
    public static void main(String[] arguments) throws InterruptedException {
        var context = SpringApplication.run(Passerelle.class, arguments);
        var plan = context.getEnvironment().getRequiredProperty("faults.plan").split(" ");
        var victim = new Victim(context);
        try {
            switch (plan[0]) {
                case "at-steps" ->
                        victim.dieAtSteps(Integer.parseInt(plan[1]), Integer.parseInt(plan[2]));
                case "at-listeners" ->
                        victim.dieAmongListeners(
                                Integer.parseInt(plan[1]), plan[2].equals("before"));
                default -> victim.live();
            }
        } catch (RuntimeException | Error failure) {
            LOG.error("The plan failed", failure);
            victim.journal.write("fault", failure.toString().replace(' ', '_'));
            Runtime.getRuntime().halt(1);
        }
    }

    private static void powerCut() {
        Runtime.getRuntime().halt(137);
    }

    /// A clients' thread is held at its n-th commit, before or after it, each journey at another;
    /// once all are held the power goes.
    private void dieAtSteps(int every, int first) throws InterruptedException {
        clients.fillShelves(CODES);
        var held = new Held();
        Commits.watch(held);
        var threads = new ArrayList<Thread>();
        var number = 0;
        for (var course : Course.values()) {
            for (var commit = 1; commit <= STEPS_OF_A_COURSE_MAX; commit++) {
                for (var before : course.takesStock() ? List.of(false) : List.of(false, true)) {
                    if (commit <= course.steps().size() && number++ % every == first) {
                        threads.add(held.walk(clients, clients.begin(course), commit, before));
                    }
                }
            }
        }
        held.start(threads);
        journal.write("held", held.count(), "of", threads.size());
        powerCut();
    }

    /// Holds each thread at its own commit, with the locks it has there.
    private static final class Held implements Commits.Watcher {
        private final ThreadLocal<int[]> ahead = new ThreadLocal<>();
        private final List<CountDownLatch> ends = new ArrayList<>();
        private final AtomicInteger count = new AtomicInteger();
        private final ThreadLocal<CountDownLatch> end = new ThreadLocal<>();

        /// Commits are counted from the order on: the cart before it is kept line by line.
        Thread walk(Clients clients, Journey journey, int commit, boolean before) {
            var latch = new CountDownLatch(1);
            ends.add(latch);
            return Thread.ofPlatform()
                    .name("journey")
                    .daemon()
                    .unstarted(() -> {
                        end.set(latch);
                        try {
                            var at = new int[] {commit, before ? 1 : 0};
                            clients.walk(journey, () -> ahead.set(at));
                        } finally {
                            latch.countDown();
                        }
                    });
        }

        void start(List<Thread> threads) throws InterruptedException {
            threads.forEach(Thread::start);
            for (var each : ends) {
                each.await();
            }
        }

        int count() {
            return count.get();
        }

        @Override
        public void before() {
            var mine = ahead.get();
            if (mine != null && mine[0] == 1 && mine[1] == 1) {
                hold();
            }
        }

        @Override
        public void after() {
            var mine = ahead.get();
            if (mine != null && --mine[0] == 0) {
                hold();
            }
        }

        private void hold() {
            count.incrementAndGet();
            end.get().countDown();
            while (true) {
                LockSupport.park();
            }
        }
    }

    /// The power goes at the n-th commit of those who listen to events and send letters, while
    /// clients go on with what is left and begin anew.
    private void dieAmongListeners(int commit, boolean before) throws InterruptedException {
        var left = new AtomicInteger(commit);
        Commits.watch(
                new Commits.Watcher() {
                    @Override
                    public void before() {
                        if (before && isBehindTheScenes() && left.decrementAndGet() == 0) {
                            powerCut();
                        }
                    }

                    @Override
                    public void after() {
                        if (!before && isBehindTheScenes() && left.decrementAndGet() == 0) {
                            powerCut();
                        }
                    }
                });
        var journeys = new ArrayList<>(clients.unfinished());
        for (var course : Course.values()) {
            journeys.add(clients.begin(course));
        }
        walkAll(journeys);
        awaitQuiet();
        journal.write("survived", commit);
        powerCut();
    }

    private static boolean isBehindTheScenes() {
        var name = Thread.currentThread().getName();
        return name.startsWith("listener-") || name.startsWith("scheduling-");
    }

    private void walkAll(List<Journey> journeys) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (var journey : journeys) {
            threads.add(
                    Thread.ofPlatform()
                            .name("journey")
                            .daemon()
                            .start(() -> walkToTheEnd(journey)));
        }
        for (var thread : threads) {
            thread.join();
        }
    }

    private void walkToTheEnd(Journey journey) {
        try {
            clients.walk(journey, () -> {});
        } catch (RuntimeException | Error failure) {
            LOG.error("{} stopped", journey, failure);
            journal.write("fault", journey.course(), failure.toString().replace(' ', '_'));
        }
    }

    /// Finishes all that was begun, says how long it took until nothing was left to be heard or
    /// sent, and then writes as fast as it may until it is stopped.
    private void live() throws InterruptedException {
        var started = System.nanoTime();
        var house = context.getBean(OrderingFixture.class);
        var writer = new Writer(house, journal);
        journal.write("member", house.qualified().holder().username());
        walkAll(clients.unfinished());
        awaitQuiet();
        journal.write("quiet", (System.nanoTime() - started) / 1_000_000);
        journal.write("live", context.getEnvironment().getRequiredProperty("local.server.port"));
        while (journal.all("go").isEmpty()) {
            Thread.sleep(100);
        }
        for (var number = 1; ; number++) {
            writer.write(number);
            Thread.sleep(WRITES);
        }
    }

    private void awaitQuiet() throws InterruptedException {
        var db = context.getBean(DSLContext.class);
        while (db.fetchCount(db.selectFrom("event_publication"))
                        + db.fetchCount(db.selectFrom("notification.letter where state = 'due'"))
                > 0) {
            Thread.sleep(200);
        }
    }
}
