package org.passerelle.returns;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.agenda.Agenda;
import org.passerelle.kernel.Actor;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.UnitsGivenBack;
import org.passerelle.pack.Packs;
import org.passerelle.returns.ReturnState.Announced;
import org.passerelle.returns.ReturnState.Received;
import org.passerelle.returns.ReturnState.Remedy;
import org.passerelle.returns.ReturnState.SendBack;
import org.springframework.stereotype.Component;

/// Accepts, inspects and settles. Runs in the face's transaction, on the held order.
@Component
class ReturnDesk {
    private final Settlement settlement;
    private final Packs packs;
    private final Agenda agenda;
    private final ReturnLog log;
    private final ReturnLetters letters;
    private final Clock clock;

    ReturnDesk(
            Settlement settlement,
            Packs packs,
            Agenda agenda,
            ReturnLog log,
            ReturnLetters letters,
            Clock clock) {
        this.settlement = settlement;
        this.packs = packs;
        this.agenda = agenda;
        this.log = log;
        this.letters = letters;
        this.clock = clock;
    }

    /// The parcel is awaited, and what happens when it does not come stands in the agenda.
    Return accept(Actor by, Order order, Return asked, Remedy remedy, SendBack sendBack) {
        var state = new Announced(asked.state().since());
        var now =
                log.moved(
                        by,
                        asked,
                        state.accepted(clock.instant(), remedy, sendBack),
                        sendBack.by().toString());
        agenda.plan(
                Returns.PARCEL_DEADLINE,
                asked.number().key(),
                Returns.endOf(sendBack.by(), packs.get(order.number().office()).office().zone()));
        letters.accepted(order, now, sendBack);
        return now;
    }

    /// All that was declared is accepted; nothing goes back on a shelf.
    Return settleDeclared(Actor by, Order order, Return asked, Remedy remedy) {
        var all =
                asked.lines().stream()
                        .map(line -> new Settlement.Found(line.position(), line.units(), 0))
                        .toList();
        var done = settlement.settle(by, order, asked, all, remedy);
        var state = new Announced(asked.state().since());
        var settled = state.settled(clock.instant(), remedy, done.returned());
        return settled(by, order, asked, settled, done.ended());
    }

    ReturnOutcome inspect(
            Actor staff,
            Order order,
            Return asked,
            List<Returns.Inspection> inspected,
            Remedy remedy,
            String why) {
        var found = new ArrayList<Settlement.Found>();
        var accepted = 0L;
        for (var line : asked.lines()) {
            var one =
                    inspected.stream()
                            .filter(it -> it.line() == line.position())
                            .findFirst()
                            .orElse(new Returns.Inspection(line.position(), 0, 0));
            if (one.accepted() < 0 || one.accepted() > line.units()) {
                return new ReturnOutcome.TooMany(line.position(), line.units());
            }
            if (one.restocked() < 0 || one.restocked() > one.accepted()) {
                return new ReturnOutcome.TooMany(line.position(), one.accepted());
            }
            accepted += one.accepted();
            found.add(new Settlement.Found(one.line(), one.accepted(), one.restocked()));
        }
        if (accepted < asked.units() && why.isEmpty()) {
            return new ReturnOutcome.ReasonMissing();
        }
        var received = (Received) asked.state();
        if (accepted == 0) {
            var now = log.moved(staff, asked, received.rejected(clock.instant(), why), why);
            letters.ended(order, now);
            return new ReturnOutcome.Done(now);
        }
        var done = settlement.settle(staff, order, asked, found, remedy);
        var reason = Optional.of(why).filter(it -> !it.isEmpty());
        return new ReturnOutcome.Done(
                settled(
                        staff,
                        order,
                        asked,
                        received.settled(clock.instant(), remedy, done.returned(), reason),
                        done.ended()));
    }

    private Return settled(
            Actor by,
            Order order,
            Return asked,
            ReturnState.Settled state,
            List<UnitsGivenBack.Ended> ended) {
        var now = log.moved(by, asked, state, detail(state.remedy(), state.returned()));
        letters.settled(order, now, state, ended);
        return now;
    }

    private static String detail(Remedy remedy, Money returned) {
        return remedy == Remedy.MONEY ? returned.toString() : remedy.word();
    }
}
