package org.passerelle.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.Programmes.Wanted;
import org.passerelle.programme.domain.AllotmentLedger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// The allotment ledger on the real PostgreSQL: 50 licences of each title in two years, whoever
/// asks, however many at once.
@ProductTest
@Requirement("ORD-04")
class LedgerTest {
    private static final OfficeId LUXEMBOURG = OfficeId.of("socialware-lu");
    private static final int LIMIT = 50;

    @Autowired Programmes programmes;
    @Autowired Organisations organisations;
    @Autowired Packs packs;
    @Autowired AllotmentLedger ledger;
    @Autowired DSLContext db;
    @Autowired TransactionTemplate transaction;

    private OrganisationId organisation = OrganisationId.random();

    @BeforeEach
    void an_organisation() {
        var holder = PersonId.random();
        organisation = organisations.start(new Actor.Member(holder, "Holder"), holder, LUXEMBOURG);
    }

    private Offer offer(String id) {
        return packs.get(LUXEMBOURG).offer(OfferId.of(id)).orElseThrow();
    }

    private static String newOrder() {
        return "test/" + UUID.randomUUID();
    }

    private ReserveOutcome reserve(String order, Wanted... lines) {
        return programmes.reserve(organisation, order, List.of(lines));
    }

    private Wanted windows(int position, long quantity) {
        return new Wanted(position, offer("windows-11-pro"), quantity, List.of());
    }

    private Wanted office(int position, long quantity) {
        return new Wanted(position, offer("office-ltsc-public-access"), quantity, List.of());
    }

    private AllotmentState state(String title) {
        return programmes.mayStillOrder(organisation).stream()
                .filter(state -> state.of().equals(List.of(OfferId.of(title))))
                .findFirst()
                .orElseThrow();
    }

    private long used(String title) {
        return ((Figure.Units) state(title).used()).count();
    }

    /// Runs all at the same instant, each on a thread of its own, and answers what they answered.
    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var answers =
                    calls.stream()
                            .map(call ->
                                    threads.submit(() -> {
                                        start.await();
                                        return call.call();
                                    }))
                            .toList();
            start.countDown();
            var all = new ArrayList<T>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }

    @Test
    @Requirement("ORD-03")
    void sixty_four_orders_at_once_against_a_limit_of_fifty_reserve_exactly_fifty()
            throws Exception {
        var orders = IntStream.range(0, 64).mapToObj(_ -> newOrder()).toList();
        var outcomes =
                atOnce(
                        orders.stream()
                                .<Callable<ReserveOutcome>>map(
                                        order -> () -> reserve(order, windows(0, 1)))
                                .toList());

        assertThat(outcomes).filteredOn(ReserveOutcome.Reserved.class::isInstance).hasSize(LIMIT);
        assertThat(outcomes)
                .filteredOn(ReserveOutcome.Exceeded.class::isInstance)
                .hasSize(64 - LIMIT);
        var reserved =
                IntStream.range(0, 64)
                        .filter(n -> outcomes.get(n) instanceof ReserveOutcome.Reserved)
                        .mapToObj(orders::get)
                        .toList();
        assertThat(programmes.historyOf(organisation).lines())
                .extracting(History.Line::order)
                .containsExactlyInAnyOrderElementsOf(reserved);
        assertThat(state("windows-11-pro").used()).isEqualTo(new Figure.Units(LIMIT));
        assertThat(state("windows-11-pro").left()).isEqualTo(new Figure.Units(0));
        assertThat(state("windows-11-pro").lines()).hasSize(LIMIT);
    }

    @Test
    void orders_that_name_their_lines_the_other_way_round_do_not_wait_for_each_other()
            throws Exception {
        var genuine = new Wanted(1, offer("windows-11-get-genuine"), 1, List.of());
        var calls = new ArrayList<Callable<ReserveOutcome>>();
        for (var n = 0; n < 16; n++) {
            calls.add(() -> reserve(newOrder(), windows(0, 3), genuine));
            calls.add(() -> reserve(newOrder(), genuine, windows(0, 3)));
        }
        // what may be had once in a lifetime is had by one of them, and the others get nothing
        assertThat(atOnce(calls)).filteredOn(ReserveOutcome.Reserved.class::isInstance).hasSize(1);
        assertThat(used("windows-11-pro")).isEqualTo(3);
    }

    @Test
    void a_storm_of_reserving_using_and_releasing_agrees_with_a_plain_count() throws Exception {
        var storming = new AtomicBoolean(true);
        var calls = new ArrayList<Callable<Long>>();
        for (var n = 0; n < 8; n++) {
            var random = new Random(n);
            calls.add(() -> storm(random));
        }
        var exceeded = Collections.synchronizedList(new ArrayList<Long>());
        try (var watcher = Executors.newSingleThreadExecutor()) {
            watcher.submit(() -> {
                while (storming.get()) {
                    var used = used("windows-11-pro");
                    if (used > LIMIT) {
                        exceeded.add(used);
                    }
                }
            });
            var kept = atOnce(calls).stream().mapToLong(Long::longValue).sum();
            storming.set(false);
            assertThat(used("windows-11-pro")).isEqualTo(kept).isLessThanOrEqualTo(LIMIT);
        }
        assertThat(exceeded).isEmpty();
    }

    /// Answers how many units this one still holds or has used at its end.
    private long storm(Random random) {
        record Held(String order, long units) {}
        var open = new ArrayList<Held>();
        long used = 0;
        for (var step = 0; step < 60; step++) {
            var choice = random.nextInt(10);
            if (choice < 6 || open.isEmpty()) {
                var held = new Held(newOrder(), 1 + random.nextInt(9));
                if (reserve(held.order(), windows(0, held.units()))
                        instanceof ReserveOutcome.Reserved) {
                    open.add(held);
                }
            } else if (choice < 9) {
                programmes.release(open.remove(random.nextInt(open.size())).order());
            } else if (used < 5) {
                var held = open.remove(random.nextInt(open.size()));
                programmes.use(held.order(), 0);
                programmes.release(held.order());
                used += held.units();
            }
        }
        return used + open.stream().mapToLong(Held::units).sum();
    }

    @Test
    void an_order_is_reserved_whole_or_not_at_all_and_every_excess_is_named() {
        assertThat(reserve(newOrder(), windows(0, 40), office(1, 40)))
                .isInstanceOf(ReserveOutcome.Reserved.class);
        var outcome = reserve(newOrder(), windows(0, 11), office(1, 5), office(2, 6));

        assertThat(outcome).isInstanceOf(ReserveOutcome.Exceeded.class);
        assertThat(((ReserveOutcome.Exceeded) outcome).excesses())
                .extracting(Excess::line, Excess::remains)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, 10L),
                        org.assertj.core.groups.Tuple.tuple(2, 5L));
        assertThat(used("windows-11-pro")).isEqualTo(40);
        assertThat(used("office-ltsc-public-access")).isEqualTo(40);
    }

    @Test
    void an_order_that_fails_later_leaves_nothing_reserved() {
        transaction.executeWithoutResult(status -> {
            assertThat(reserve(newOrder(), windows(0, 5)))
                    .isInstanceOf(ReserveOutcome.Reserved.class);
            status.setRollbackOnly();
        });
        assertThat(used("windows-11-pro")).isZero();
        assertThat(programmes.historyOf(organisation).lines()).isEmpty();
    }

    @Test
    @Requirement("ORD-05")
    void what_is_released_comes_back_and_what_is_used_does_not() {
        var order = newOrder();
        reserve(order, windows(0, 5), office(1, 7));
        programmes.paid(order, Instant.parse("2026-01-05T10:00:00Z"));
        programmes.use(order, 0);
        programmes.use(order, 0);
        assertThat(state("windows-11-pro").reserved()).isEqualTo(new Figure.Units(0));
        assertThat(state("office-ltsc-public-access").reserved()).isEqualTo(new Figure.Units(7));

        programmes.release(order);
        programmes.release(order);
        assertThat(used("windows-11-pro")).isEqualTo(5);
        assertThat(used("office-ltsc-public-access")).isZero();
        assertThat(programmes.historyOf(organisation).lines())
                .extracting(History.Line::state)
                .containsExactly(History.State.DELIVERED, History.State.CANCELLED);
        assertThat(programmes.historyOf(organisation).lines())
                .extracting(line -> line.paid().orElseThrow())
                .containsOnly(Instant.parse("2026-01-05T10:00:00Z"));

        assertThatThrownBy(() -> programmes.use(order, 1))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> programmes.use(newOrder(), 0))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_line_comes_back_from_the_ledger_as_it_was_placed() {
        var person =
                new History.Person(
                        "Samir@Example.org",
                        java.util.Optional.of("Samir"),
                        java.util.Optional.of(true));
        var order = newOrder();
        reserve(order, new Wanted(3, offer("windows-11-pro"), 2, List.of(person)));
        var line = programmes.historyOf(organisation).lines().getFirst();
        assertThat(line)
                .isEqualTo(
                        History.Line.of(
                                packs.get(LUXEMBOURG),
                                offer("windows-11-pro"),
                                2,
                                order,
                                line.placed(),
                                History.State.PLACED,
                                List.of(person)));
    }

    @Test
    void the_database_refuses_to_change_or_remove_what_was_written() {
        var order = newOrder();
        reserve(order, windows(0, 1));
        programmes.use(order, 0);
        for (var change :
                List.of(
                        "update programme.allotment_entry set quantity = 0",
                        "delete from programme.allotment_entry",
                        "update programme.allotment_movement set kind = 'RELEASED'",
                        "delete from programme.allotment_movement")) {
            assertThatThrownBy(() -> db.execute(change))
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    /// What laws of thousands of histories are tried on.
    @Test
    void the_tables_keep_what_the_ledger_on_paper_keeps() {
        var random = new Random(7);
        var paper = new PaperLedger();
        var holder = PersonId.random();
        var others = organisations.start(new Actor.Member(holder, "-"), holder, LUXEMBOURG);
        var orders = Stream.generate(LedgerTest::newOrder).limit(6).toList();
        for (var step = 0; step < 150; step++) {
            var order = orders.get(random.nextInt(orders.size()));
            var whose = order.equals(orders.getFirst()) ? others : organisation;
            var at = Instant.parse("2026-02-01T08:00:00Z").plusSeconds(step);
            var line = random.nextInt(3);
            switch (random.nextInt(6)) {
                case 0 -> {
                    paper.paid(order, at);
                    ledger.paid(order, at);
                }
                case 1, 2 ->
                        assertThat(ledger.use(order, line, at))
                                .isEqualTo(paper.use(order, line, at));
                case 3 -> assertThat(ledger.release(order, at)).isEqualTo(paper.release(order, at));
                default -> reserveNewly(paper, whose, order, line, at);
            }
            assertThat(ledger.organisationOf(order)).isEqualTo(paper.organisationOf(order));
            for (var each : List.of(organisation, others)) {
                assertThat(ledger.linesOf(each)).as("step %d", step).isEqualTo(paper.linesOf(each));
            }
        }
        var both = Set.of(organisation, others);
        assertThat(ledger.linesOf(both)).isEqualTo(paper.linesOf(both));
    }

    private void reserveNewly(
            PaperLedger paper, OrganisationId whose, String order, int line, Instant at) {
        if (paper.isReserved(order, line)) {
            return;
        }
        var reserved =
                History.Line.of(
                        packs.get(LUXEMBOURG),
                        offer("windows-11-pro"),
                        1 + line,
                        order,
                        at,
                        History.State.PLACED,
                        List.of());
        paper.reserve(whose, LUXEMBOURG, line, reserved);
        ledger.hold(whose, Set.of(reserved.programme()));
        ledger.reserve(whose, LUXEMBOURG, line, reserved);
    }

    @Test
    void holding_is_for_a_transaction_only() {
        var titles = Set.of(ProgrammeId.of("microsoft-donation"));
        assertThatThrownBy(() -> programmes.hold(organisation, titles))
                .isInstanceOf(
                        org.springframework.transaction.IllegalTransactionStateException.class);
        transaction.executeWithoutResult(_ -> programmes.hold(organisation, titles));
    }
}
