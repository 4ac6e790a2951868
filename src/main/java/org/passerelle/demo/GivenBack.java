package org.passerelle.demo;

import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.demo.DemoAccounts.Desk;
import org.passerelle.demo.Registrations.Registered;
import org.passerelle.demo.Story.ReturnGoal;
import org.passerelle.demo.Timeline.Step;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.ordering.Ordering;
import org.passerelle.pack.Packs;
import org.passerelle.returns.AnnounceOutcome;
import org.passerelle.returns.Return;
import org.passerelle.returns.ReturnNumber;
import org.passerelle.returns.ReturnOutcome;
import org.passerelle.returns.ReturnState;
import org.passerelle.returns.ReturnState.Remedy;
import org.passerelle.returns.Returns;
import org.passerelle.returns.Returns.Inspection;
import org.passerelle.returns.Returns.Wanted;
import org.springframework.stereotype.Component;

/// Tells what of an order is given back, and how far that has come (ORD-09).
@Component
class GivenBack {
    private static final LocalTime MIDDAY = LocalTime.of(11, 45);
    private static final LocalTime AFTERNOON = LocalTime.of(15, 20);
    private static final int DAYS_TO_DECIDE = 1;
    private static final int DAYS_TO_ARRIVE = 5;
    private static final int DAYS_TO_INSPECT = 6;

    private final Returns returns;
    private final Ordering ordering;
    private final Packs packs;
    private final Timeline timeline;
    private final Clock clock;

    GivenBack(Returns returns, Ordering ordering, Packs packs, Timeline timeline, Clock clock) {
        this.returns = returns;
        this.ordering = ordering;
        this.packs = packs;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// @param about names the order, for the log
    /// @param order known once it is placed
    List<Step> steps(
            OfficeId office,
            String about,
            Story.Return one,
            Known<OrderNumber> order,
            Desk desk,
            Registered who) {
        var zone = packs.get(office).office().zone();
        var number = new Known<ReturnNumber>();
        var staff = desk.manager().actor();
        var steps = new ArrayList<Step>();
        steps.add(
                new Step(
                        timeline.at(one.asked(), MIDDAY, zone),
                        about + ", gives back",
                        () -> number.is(announce(who.person().actor(), order.get(), one))));
        for (var later : then(one)) {
            steps.add(
                    new Step(
                            timeline.at(Math.max(0, later.daysAgo()), AFTERNOON, zone),
                            about + ", return " + later.goal(),
                            () -> happen(later.goal(), find(number.get()), one, staff)));
        }
        return steps;
    }

    private record Later(int daysAgo, ReturnGoal goal) {}

    /// What must happen after announcing, for the return to stand where the story wants it.
    private static List<Later> then(Story.Return one) {
        var decided = new Later(one.asked() - DAYS_TO_DECIDE, ReturnGoal.ACCEPTED);
        var arrived = new Later(one.asked() - DAYS_TO_ARRIVE, ReturnGoal.RECEIVED);
        return switch (one.goal()) {
            case ANNOUNCED -> List.of();
            case ACCEPTED -> List.of(decided);
            case REFUSED -> List.of(new Later(decided.daysAgo(), ReturnGoal.REFUSED));
            case RECEIVED -> List.of(decided, arrived);
            case SETTLED ->
                    List.of(
                            decided,
                            arrived,
                            new Later(one.asked() - DAYS_TO_INSPECT, ReturnGoal.SETTLED));
        };
    }

    private ReturnNumber announce(Actor member, OrderNumber order, Story.Return one) {
        var line = ordering.order(order).orElseThrow().lines().getFirst().position();
        var wanted = List.of(new Wanted(line, one.units(), one.reason()));
        var outcome =
                returns.announce(member, order, wanted, Remedy.MONEY, one.explanation(), List.of());
        return switch (outcome) {
            case AnnounceOutcome.Announced(var all) -> all.getFirst().number();
            case AnnounceOutcome.NotPossible _,
                    AnnounceOutcome.NothingChosen _,
                    AnnounceOutcome.ExplanationMissing _ ->
                    throw new IllegalStateException("Not announced: " + outcome);
        };
    }

    private void happen(ReturnGoal goal, Return asked, Story.Return one, Actor staff) {
        if (asked.state() instanceof ReturnState.Settled) {
            return; // without a parcel the office's yes is the end
        }
        var outcome =
                switch (goal) {
                    case ANNOUNCED -> new ReturnOutcome.Done(asked);
                    case ACCEPTED ->
                            returns.accept(
                                    staff, asked.number(), Remedy.MONEY, returns.proposed(asked));
                    case REFUSED -> returns.refuse(staff, asked.number(), one.why().orElse(""));
                    case RECEIVED ->
                            returns.received(
                                    staff,
                                    asked.number(),
                                    clock.instant().atZone(zoneOf(asked)).toLocalDate());
                    case SETTLED ->
                            returns.inspect(
                                    staff,
                                    asked.number(),
                                    asked.lines().stream()
                                            .map(line ->
                                                    new Inspection(
                                                            line.position(), line.units(), 0))
                                            .toList(),
                                    Remedy.MONEY,
                                    "");
                };
        if (!(outcome instanceof ReturnOutcome.Done)) {
            throw new IllegalStateException("Not done: " + outcome);
        }
    }

    private java.time.ZoneId zoneOf(Return asked) {
        return packs.get(asked.number().order().office()).office().zone();
    }

    private Return find(ReturnNumber number) {
        return returns.find(number).orElseThrow();
    }
}
