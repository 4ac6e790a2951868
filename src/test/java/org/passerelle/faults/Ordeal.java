package org.passerelle.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A product that is killed again and again, and whose database goes away; and what must be true
/// each time it has come back. The test runs a short one, `bench/run faults` the whole.
final class Ordeal implements AutoCloseable {
    private static final int KILLED = 137;

    private final Path folder;
    private final OwnPostgres database;
    private final GreenMail mail;
    private final VictimProcess victims;
    private final Journal journal;
    private final List<String> told = new ArrayList<>();
    private int kills;

    /// @param settings of the product, besides those it always has here
    Ordeal(Path folder, List<String> settings) throws IOException {
        this.folder = folder;
        this.database = new OwnPostgres(folder.resolve("postgres"));
        this.mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        this.victims = new VictimProcess(folder, database, mail, settings);
        this.journal = new Journal(victims.journal());
    }

    /// Held before and after each of their commits, all clients die at once.
    void killAtSteps(int every, int first) throws IOException, InterruptedException {
        kill("at-steps " + every + " " + first);
        tell("journeys held at their commits, and of how many: " + journal.all("held").getLast());
    }

    /// Dies at the n-th commit of those behind the scenes.
    void killAmongListeners(int commit, String when) throws IOException, InterruptedException {
        kill("at-listeners " + commit + " " + when);
    }

    private void kill(String plan) throws IOException, InterruptedException {
        var started = System.nanoTime();
        assertThat(victims.runToItsDeath(plan)).as(this::log).isEqualTo(KILLED);
        kills++;
        tell(plan + ": " + Duration.ofNanos(System.nanoTime() - started).toSeconds() + " s");
    }

    /// The last one lives, does what the others left, and stays through two outages.
    ///
    /// @param answersWithin how long it waits for a statement's answer
    void liveThrough(Duration outage, Duration answersWithin) throws Exception {
        var started = System.nanoTime();
        var process =
                victims.start(
                        "live",
                        "--passerelle.database.answers-within=" + answersWithin.toSeconds());
        try {
            await(process, "live");
            var took = Duration.ofNanos(System.nanoTime() - started).toSeconds();
            var left = Long.parseLong(journal.all("quiet").getLast().getFirst()) / 1_000;
            tell("kills: " + kills);
            tell(
                    "the last start until nothing was left to do: "
                            + took
                            + " s, of which after"
                            + " the start itself: "
                            + left
                            + " s");
            assertNothingLostDoubledOrStuck();
            journal.write("go");
            var pages =
                    new Outage(
                            journal.all("live").getLast().getFirst(),
                            journal.all("member").getLast().getFirst(),
                            answersWithin);
            awaitWrites(20);
            tell(
                    "answered again after it was frozen: "
                            + pages.during(run(database::freeze), outage, run(database::thaw)));
            tell(
                    "answered again after it was killed: "
                            + pages.during(run(database::kill), outage, run(database::startAgain)));
            tell("slowest 503: " + pages.slowest());
            awaitWrites(20);
            assertNoAcknowledgedWriteIsLost(process);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private interface Act {
        void go() throws Exception;
    }

    private static java.util.concurrent.Callable<Boolean> run(Act act) {
        return () -> {
            act.go();
            return true;
        };
    }

    private void await(Process process, String word) throws InterruptedException {
        while (journal.all(word).isEmpty()) {
            assertThat(process.isAlive()).as(this::log).isTrue();
            Thread.sleep(100);
        }
    }

    private void awaitWrites(int more) throws InterruptedException {
        var before = journal.all("wrote").size();
        while (journal.all("wrote").size() < before + more) {
            Thread.sleep(50);
        }
    }

    private void assertNothingLostDoubledOrStuck() throws Exception {
        assertThat(journal.all("fault")).as(this::log).isEmpty();
        assertThat(journal.all("done")).hasSameSizeAs(journal.all("begin"));
        var books = new Books(database.url());
        assertThat(books.faults()).isEmpty();
        for (var begun : journal.all("begin")) {
            var course = Course.valueOf(begun.get(1));
            assertThat(
                            books.count(
                                    "ordering.placed_order where idempotency_key = '"
                                            + begun.get(0)
                                            + "' and organisation = '"
                                            + begun.get(2)
                                            + "' and state = '"
                                            + course.end()
                                            + "'"))
                    .as("%s", begun)
                    .isEqualTo(1);
        }
        assertThat(books.count("ordering.placed_order")).isEqualTo(journal.all("begin").size());
        assertLettersCameOnce(books);
        tell("orders, each once and at its end: " + journal.all("begin").size());
    }

    /// A letter whose sender died between the mail server's yes and our commit comes again, as the
    /// same message: at most one for each kill.
    private void assertLettersCameOnce(Books books) throws Exception {
        var letters = Letters.once(mail, kills);
        assertThat(letters.different()).isEqualTo(books.count("notification.letter"));
        tell("letters: " + letters);
    }

    private void assertNoAcknowledgedWriteIsLost(Process process) throws Exception {
        process.destroy(); // orderly, as an update does
        assertThat(process.waitFor()).isIn(0, 143);
        var books = new Books(database.url());
        var writer = "'" + journal.all("writer").getLast().getFirst() + "'";
        var last = Integer.parseInt(journal.all("wrote").getLast().getFirst());
        var kept =
                books.one(
                        "select max(quantity::int) from ordering.cart_line where organisation = "
                                + writer);
        assertThat(Integer.parseInt(kept)).isGreaterThanOrEqualTo(last);
        var orders = "ordering.placed_order where organisation = " + writer;
        for (var ordered : journal.all("ordered")) {
            assertThat(books.count(orders + " and number = " + ordered.getFirst())).isEqualTo(1);
        }
        tell(
                "acknowledged writes before, between and after: "
                        + journal.all("wrote").size()
                        + " and "
                        + journal.all("ordered").size()
                        + " orders; without an answer: "
                        + journal.all("unanswered").size()
                        + "; lost: 0");
    }

    private void tell(String what) {
        told.add(what);
    }

    /// What happened, for people.
    List<String> told() {
        return told;
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("victims.log"));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    @Override
    public void close() throws IOException {
        mail.stop();
        database.close();
    }
}
