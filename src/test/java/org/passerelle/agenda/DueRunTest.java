package org.passerelle.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ModuleDatabase;
import org.passerelle.Requirement;
import org.passerelle.SetClock;
import org.springframework.transaction.support.TransactionTemplate;

@Requirement("OPS-01")
class DueRunTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final ModuleDatabase database = ModuleDatabase.of("agenda");
    private final DSLContext db = database.jooq();
    private final SetClock clock = new SetClock(NOON);
    private final Agenda agenda = new Agenda(db, clock);
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void a_table_for_effects() {
        db.execute("create table effect (subject text)");
    }

    @Test
    void an_entry_is_heard_once_it_is_due_and_only_once() {
        agenda.plan("reminder", "order-1", NOON.plusSeconds(60));
        var run = run(handler("reminder"));

        assertThat(run.runAll()).isZero();
        clock.pass(Duration.ofSeconds(61));
        assertThat(run.runAll()).isEqualTo(1);
        assertThat(run.runAll()).isZero();
        assertThat(heard).containsExactly("order-1");
        assertThat(agenda.fellDueSince(NOON, 10)).hasSize(1);
    }

    @Test
    void what_fell_due_a_month_ago_is_forgotten_and_what_is_open_is_not() {
        var forgetting = new Forgetting().agendaForgetting(agenda, db, clock);
        agenda.plan("reminder", "old", NOON);
        agenda.plan("unheard", "older", NOON.minus(Duration.ofDays(90)));
        agenda.plan("reminder", "young", NOON.plus(Duration.ofDays(1)));
        var run = run(handler("reminder"), forgetting);
        run.runAll();
        clock.pass(Duration.ofDays(1));
        run.runAll();
        forgetting.planFirst();
        clock.pass(Forgetting.KEPT.minusHours(1));
        run.runAll();

        assertThat(agenda.fellDueSince(NOON, 10))
                .extracting(Agenda.Entry::subject)
                .containsExactly("young", "daily");
        assertThat(agenda.ahead(10))
                .extracting(Agenda.Entry::subject)
                .containsExactly("older", "daily");
    }

    @Test
    void a_clock_moved_by_weeks_makes_things_due_in_their_order_even_those_planned_meanwhile() {
        agenda.plan("step", "third", NOON.plus(Duration.ofDays(30)));
        agenda.plan("step", "first", NOON.plus(Duration.ofDays(1)));
        var run =
                run(
                        handler(
                                "step",
                                (subject, due) -> {
                                    if (subject.equals("first")) {
                                        agenda.plan("step", "second", due.plusSeconds(3600));
                                    }
                                }));

        clock.pass(Duration.ofDays(40));
        run.runAll();

        assertThat(heard).containsExactly("first", "second", "third");
    }

    @Test
    void planning_again_moves_an_entry_and_cancelling_forgets_it() {
        agenda.plan("reminder", "order-1", NOON.plusSeconds(60));
        agenda.plan("reminder", "order-1", NOON.plusSeconds(600));
        agenda.plan("reminder", "order-2", NOON.plusSeconds(60));
        agenda.cancel("reminder", "order-2");

        clock.pass(Duration.ofSeconds(120));
        assertThat(run(handler("reminder")).runAll()).isZero();
        assertThat(agenda.due("reminder", "order-1")).contains(NOON.plusSeconds(600));
        assertThat(agenda.due("reminder", "order-2")).isEmpty();
    }

    @Test
    void a_plan_of_a_transaction_that_is_rolled_back_was_never_made() {
        new TransactionTemplate(database.transactions())
                .executeWithoutResult(status -> {
                    agenda.plan("reminder", "order-1", NOON);
                    status.setRollbackOnly();
                });

        assertThat(run(handler("reminder")).runAll()).isZero();
    }

    @Test
    void a_handler_may_plan_its_own_next_time() {
        agenda.plan("monthly", "report", NOON);
        var run =
                run(
                        handler(
                                "monthly",
                                (subject, due) ->
                                        agenda.plan(
                                                "monthly",
                                                subject,
                                                due.plus(Duration.ofDays(30)))));

        run.runAll();
        clock.pass(Duration.ofDays(61));
        run.runAll();

        assertThat(heard).hasSize(3);
        assertThat(agenda.due("monthly", "report"))
                .isEqualTo(Optional.of(NOON.plus(Duration.ofDays(90))));
    }

    @Test
    void what_a_failing_handler_did_is_undone_and_it_is_tried_again_after_growing_pauses() {
        var failures = new ArrayList<>(List.of("network", "network"));
        agenda.plan("pay", "order-1", NOON);
        var run =
                run(
                        handler(
                                "pay",
                                (subject, due) -> {
                                    db.execute("insert into effect values (?)", subject);
                                    if (!failures.isEmpty()) {
                                        throw new IllegalStateException(failures.removeFirst());
                                    }
                                }));

        assertThat(run.runAll()).isZero();
        assertThat(effects()).isZero();
        assertThat(agenda.ahead(1).getFirst().problem().orElse("")).contains("network");
        clock.pass(Duration.ofSeconds(6));
        assertThat(run.runAll()).isZero();
        clock.pass(Duration.ofSeconds(6));
        assertThat(run.runAll()).isZero();
        clock.pass(Duration.ofSeconds(30));
        assertThat(run.runAll()).isEqualTo(1);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void an_entry_that_fails_does_not_hold_up_the_others() {
        agenda.plan("pay", "broken", NOON.minusSeconds(10));
        agenda.plan("pay", "sound", NOON);
        var run =
                run(
                        handler(
                                "pay",
                                (subject, due) -> {
                                    if (subject.equals("broken")) {
                                        throw new IllegalStateException("broken");
                                    }
                                }));

        assertThat(run.runAll()).isEqualTo(1);
        assertThat(heard).containsExactly("broken", "sound");
    }

    @Test
    void four_nodes_at_once_have_each_effect_once() throws InterruptedException {
        var entries = 200;
        for (var i = 0; i < entries; i++) {
            agenda.plan("pay", "order-" + i, NOON.minusSeconds(entries - i));
        }
        var together = new CountDownLatch(1);
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var node = 0; node < 4; node++) {
                var run =
                        run(
                                handler(
                                        "pay",
                                        (subject, due) ->
                                                db.execute(
                                                        "insert into effect values (?)", subject)));
                nodes.submit(() -> {
                    together.await();
                    return run.runAll();
                });
            }
            together.countDown();
            nodes.shutdown();
            assertThat(nodes.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(effects()).isEqualTo(entries);
        assertThat(db.fetchCount(DSL.selectDistinct(DSL.field("subject")).from("effect")))
                .isEqualTo(entries);
    }

    private int effects() {
        return db.fetchCount(DSL.table("effect"));
    }

    private DueRun run(DueHandler... handlers) {
        return new DueRun(db, database.transactions(), clock, () -> List.of(handlers));
    }

    private DueHandler handler(String kind) {
        return handler(kind, (_, _) -> {});
    }

    private DueHandler handler(String kind, BiConsumer<String, Instant> act) {
        return new DueHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void fallDue(String subject, Instant due) {
                heard.add(subject);
                act.accept(subject, due);
            }
        };
    }
}
