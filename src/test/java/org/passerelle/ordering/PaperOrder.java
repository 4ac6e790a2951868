package org.passerelle.ordering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.programme.AllotmentRules.Asked;
import org.passerelle.programme.PlainCount.Bought;

/// An order without tables: its state is the product's own, its lines are what was asked for.
final class PaperOrder {
    final String key;
    final OrganisationId organisation;
    final List<Asked> lines;
    final Instant placed;
    final Set<Integer> delivered = new TreeSet<>();
    OrderState state;

    PaperOrder(String key, OrganisationId organisation, List<Asked> lines, Instant placed) {
        this.key = key;
        this.organisation = organisation;
        this.lines = lines;
        this.placed = placed;
        this.state = new OrderState.AwaitingPayment(placed);
    }

    /// Whether it still takes something from the allotments.
    boolean stands() {
        return state instanceof OrderState.Open || state instanceof OrderState.Delivered;
    }

    Optional<Instant> paid() {
        return switch (state) {
            case OrderState.Open open -> open.paidAt();
            case OrderState.Delivered done -> Optional.of(done.paid());
            case OrderState.Cancelled ended -> ended.paid();
            case OrderState.Refused ended -> Optional.of(ended.paid());
            case OrderState.Expired _ -> Optional.empty();
        };
    }

    /// What the clerk reads off it.
    Stream<Bought> bought() {
        return IntStream.range(0, lines.size())
                .mapToObj(line ->
                        new Bought(
                                key,
                                lines.get(line).offer(),
                                lines.get(line).quantity(),
                                placed,
                                paid(),
                                stands(),
                                delivered.contains(line)));
    }

    @Override
    public String toString() {
        return "%s of %.4s, placed %s, %s, delivered %s: %s"
                .formatted(
                        key,
                        organisation.value(),
                        placed,
                        state,
                        delivered,
                        lines.stream()
                                .map(line -> line.quantity() + " " + line.offer().id().value())
                                .toList());
    }
}
