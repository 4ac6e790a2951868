package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.notification.SentLetter;

/// Which letter tells an organisation of each event of an order, or why none does (NOT-01). A new
/// kind of event does not compile before somebody has answered that here.
public final class EventLetters {
    private EventLetters() {}

    private sealed interface Told {
        record By(Set<String> templates) implements Told {}

        record Untold(String why) implements Told {}
    }

    private static Told by(String... templates) {
        return new Told.By(
                Set.of(templates).stream().map(t -> "ordering." + t).collect(Collectors.toSet()));
    }

    private static Told untold(String why) {
        return new Told.Untold(why);
    }

    private static Told of(Order order, Order.Event event) {
        return switch (event.kind()) {
            case PLACED -> by("placed");
            case PAID ->
                    order.total().gross().isZero()
                            ? untold("the confirmation says that there is nothing to pay")
                            : by("paid");
            case PAYMENT_SHORT ->
                    order.state() instanceof OrderState.AwaitingPayment
                            ? by("short")
                            : untold("heard after the rest had come, it would ask for nothing");
            case PAYMENT_EXCEEDED -> by("excess", "late");
            case PAYMENT_TAKEN_BACK -> by("taken-back");
            case MORE_TIME -> by("more-time");
            case STOCK_HELD, STOCK_LEFT ->
                    untold("a member asked for it, and reads it on the page");
            case REMINDED -> by("reminder");
            case TRANSMITTED -> by("transmitted", "approved", "delivery");
            case APPROVED -> by("approved");
            case REFUSED -> by("refused");
            case CANCELLED -> by("cancelled", "sold-out");
            case EXPIRED -> by("expired");
            case HANDED_OVER, RESENT -> by("delivery");
            case EXPECTED -> by("expected");
            case COUNTED_AS_ARRIVED -> by("counted");
            case CONTRACT_PLANNED -> by("support-planned", "delivery");
            case CONTRACT_ACTIVE -> by("support-active");
            case ARRIVED -> untold("a member said it; staff's word has a letter: DeliveriesTest");
            case LINE_DELIVERED, DELIVERED ->
                    untold("the letter of the last hand-over says that all is handed over");
            case CONTRACT_ENDED -> untold("the letter of the return says it: ReturnsTest");
            case MONEY_RETURNED -> untold("the letter of what ended the order names the sum");
            case SEAT_GIVEN, SEAT_FREED -> untold("a member did it, and reads it on the page");
        };
    }

    /// Asserts that each event of the order has its letter among these.
    public static void areAll(Order order, List<SentLetter> letters) {
        var written = letters.stream().map(SentLetter::template).collect(Collectors.toSet());
        for (var event : order.events()) {
            switch (of(order, event)) {
                case Told.By(var templates) ->
                        assertThat(written)
                                .as(order.number() + " " + event)
                                .containsAnyElementsOf(templates);
                case Told.Untold(var why) -> assertThat(why).isNotBlank();
            }
        }
    }
}
