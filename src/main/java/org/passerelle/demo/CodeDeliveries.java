package org.passerelle.demo;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.passerelle.catalogue.ImportOutcome;
import org.passerelle.catalogue.Stockroom;
import org.passerelle.demo.DemoAccounts.Desk;
import org.passerelle.demo.Timeline.Step;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;
import org.springframework.stereotype.Component;

/// Tells which codes partners sent to the office before anybody ordered.
@Component
class CodeDeliveries {
    private static final LocalTime TIME = LocalTime.of(8, 30);

    private final Stockroom stockroom;
    private final Packs packs;
    private final Timeline timeline;

    CodeDeliveries(Stockroom stockroom, Packs packs, Timeline timeline) {
        this.stockroom = stockroom;
        this.packs = packs;
        this.timeline = timeline;
    }

    List<Step> steps(OfficeId office, Story story, Desk desk) {
        var zone = packs.get(office).office().zone();
        return story.codes().entrySet().stream()
                .map(pool ->
                        new Step(
                                timeline.at(story.days(), TIME, zone),
                                "codes for " + pool.getKey(),
                                () -> send(office, pool.getKey(), pool.getValue(), desk)))
                .toList();
    }

    private void send(OfficeId office, String pool, int count, Desk desk) {
        var list =
                IntStream.rangeClosed(1, count)
                        .mapToObj(number ->
                                "DEMO-%s-%04d".formatted(pool.toUpperCase(Locale.ROOT), number))
                        .collect(Collectors.joining("\n"));
        var outcome = stockroom.importCodes(desk.manager().actor(), office, pool, list);
        if (!(outcome instanceof ImportOutcome.Imported)) {
            throw new IllegalStateException("Codes refused: " + outcome);
        }
    }
}
