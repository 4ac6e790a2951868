package org.passerelle.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.passerelle.agenda.DueRun;
import org.passerelle.agenda.ProductClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.stereotype.Component;

/// Lets steps happen in their order while the product's clock walks from some weeks ago to now, so
/// that dates, reminders and expiries come about as they would have.
@Component
class Timeline {
    private static final Logger LOG = LoggerFactory.getLogger(Timeline.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final ProductClock clock;
    private final DueRun agenda;
    private final EventPublicationRegistry events;
    private final List<String> stumbles = new CopyOnWriteArrayList<>();

    Timeline(ProductClock clock, DueRun agenda, EventPublicationRegistry events) {
        this.clock = clock;
        this.agenda = agenda;
        this.events = events;
    }

    /// Something that happens.
    ///
    /// @param what for the log, should it fail
    record Step(Instant at, String what, Runnable happens) {}

    /// A time of day some days ago; never later than now.
    Instant at(int daysAgo, LocalTime time, ZoneId zone) {
        var now = clock.instant();
        var then = now.atZone(zone).toLocalDate().minusDays(daysAgo).atTime(time).atZone(zone);
        return then.toInstant().isAfter(now) ? now : then.toInstant();
    }

    /// Sets the clock back to the first step, lives through all of them, and comes back to now. A
    /// step that fails is told and passed over: the rest of the story is still worth seeing.
    void liveThrough(List<Step> steps) {
        var inOrder = new ArrayList<>(steps);
        inOrder.sort(Comparator.comparing(Step::at));
        if (inOrder.isEmpty()) {
            return;
        }
        clock.beginBefore(Duration.between(inOrder.getFirst().at(), clock.instant()));
        for (var step : inOrder) {
            moveTo(step.at());
            try {
                step.happens().run();
            } catch (RuntimeException e) {
                LOG.warn("The demo's story stumbles: {}", step.what(), e);
                stumbles.add(step.what() + ": " + e.getMessage());
            }
            settle();
        }
        comeBackToNow();
    }

    /// Steps that failed; a test expects none.
    List<String> stumbles() {
        return List.copyOf(stumbles);
    }

    /// Whether an earlier start was stopped in the middle of the story.
    boolean isInThePast() {
        return clock.movedBy().isNegative();
    }

    void comeBackToNow() {
        clock.moveForward(clock.movedBy().negated());
        settle();
    }

    private void moveTo(Instant at) {
        var step = Duration.between(clock.instant(), at);
        if (step.isPositive()) {
            clock.moveForward(step);
            settle();
        }
    }

    /// What fell due has happened, and everybody who listens has heard.
    private void settle() {
        agenda.runAll();
        for (var waited = Duration.ZERO;
                waited.compareTo(LONGEST_WAIT) < 0
                        && !events.findIncompletePublications().isEmpty();
                waited = waited.plus(LOOK_EVERY)) {
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while the demo's story was told", e);
            }
        }
    }
}
