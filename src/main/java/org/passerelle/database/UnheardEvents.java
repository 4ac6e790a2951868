package org.passerelle.database;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has events heard again whose listener failed, or whose node died over them (NOT-02): whatever
/// followed from a committed cause follows in the end.
///
/// Every node asks; the row's state decides which of them has it heard. Each failure doubles the
/// pause, up to an hour, so that a listener that cannot succeed costs little.
@Component
@EnableScheduling
class UnheardEvents {
    private static final Logger LOG = LoggerFactory.getLogger(UnheardEvents.class);
    private static final int AT_ONCE = 1000;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLINGS_MAX = 8;

    private final FailedEventPublications failed;
    private final Clock clock;

    UnheardEvents(FailedEventPublications failed, Clock clock) {
        this.failed = failed;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${passerelle.events.every:10s}", initialDelayString = "5s")
    void hearAgain() {
        try {
            failed.resubmit(
                    ResubmissionOptions.defaults().withBatchSize(AT_ONCE).withFilter(this::isTime));
        } catch (RuntimeException e) {
            LOG.warn("Events could not be read; it is tried again", e);
        }
    }

    private boolean isTime(EventPublication event) {
        var last =
                Optional.ofNullable(event.getLastResubmissionDate())
                        .orElse(event.getPublicationDate());
        return !last.plus(pause(event.getCompletionAttempts())).isAfter(clock.instant());
    }

    /// How long to leave an event alone after so many attempts.
    static Duration pause(int attempts) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.clamp(attempts - 1L, 0, DOUBLINGS_MAX));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
