package org.passerelle.programme;

import static org.passerelle.programme.PackFixture.offer;
import static org.passerelle.programme.PackFixture.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.AllotmentRules.Asked;

/// A pack with a past, and somebody who asks: what is left, and what is too much, a line each.
final class AllotmentDesk {
    static final Instant NOW = Instant.parse("2022-09-12T08:00:00Z");

    final PackFixture fixture = new PackFixture();
    final List<History.Line> past = new ArrayList<>();

    AllotmentDesk with(ProgrammeBuilder programme, Offer... offers) {
        fixture.with(programme.build());
        for (var offer : offers) {
            fixture.with(offer);
        }
        return this;
    }

    History.Line had(String offer, long quantity, String placed, History.State state) {
        return had(
                offer, quantity, "order of " + placed, Instant.parse(placed + "T09:00:00Z"), state);
    }

    History.Line hadAt(String offer, long quantity, Instant placed) {
        return had(offer, quantity, "order of " + placed, placed, History.State.DELIVERED);
    }

    private History.Line had(
            String offer, long quantity, String order, Instant placed, History.State state) {
        var line =
                History.Line.of(
                        fixture.pack(),
                        fixture.pack().offer(OfferId.of(offer)).orElseThrow(),
                        quantity,
                        order,
                        placed,
                        state,
                        List.of());
        past.add(line);
        return line;
    }

    History.Line had(String offer, long quantity, String placed) {
        return had(offer, quantity, placed, History.State.DELIVERED);
    }

    List<String> states() {
        return AllotmentRules.states(fixture.pack(), Optional.of("LU"), new History(past), NOW)
                .stream()
                .map(AllotmentDesk::line)
                .toList();
    }

    private static String line(AllotmentState state) {
        return state.count()
                + (state.of().isEmpty() ? "" : " of " + state.of())
                + " "
                + state.used().canonical()
                + "/"
                + state.limit().canonical()
                + " left "
                + state.left().canonical()
                + state.resets().map(day -> " resets " + day).orElse("");
    }

    List<String> ask(Object... offerAndQuantity) {
        Pack pack = fixture.pack();
        var basket = new ArrayList<Asked>();
        for (var i = 0; i < offerAndQuantity.length; i += 2) {
            basket.add(
                    new Asked(
                            pack.offer(OfferId.of((String) offerAndQuantity[i])).orElseThrow(),
                            (Integer) offerAndQuantity[i + 1]));
        }
        return AllotmentRules.excesses(pack, Optional.of("LU"), new History(past), basket, NOW)
                .stream()
                .map(excess ->
                        excess.line()
                                + ": "
                                + excess.state().count()
                                + " asked "
                                + excess.asked().canonical()
                                + " left "
                                + excess.state().left().canonical()
                                + " remains "
                                + excess.remains())
                .toList();
    }
}
