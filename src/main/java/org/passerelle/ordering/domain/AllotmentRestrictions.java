package org.passerelle.ordering.domain;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.ordering.Restriction;
import org.passerelle.ordering.Restriction.AllotmentExceeded;
import org.passerelle.ordering.Restriction.OnceInALifetime;
import org.passerelle.ordering.WayOut;
import org.passerelle.programme.AllotmentRules;
import org.passerelle.programme.Excess;

/// No more than the allotments leave (ORD-03).
public final class AllotmentRestrictions {
    private AllotmentRestrictions() {}

    public static List<Restriction> of(Situation situation) {
        var asked =
                situation.wishes().stream()
                        .map(wish -> new AllotmentRules.Asked(wish.offer(), wish.quantity()))
                        .toList();
        return AllotmentRules.excesses(
                        situation.pack(),
                        situation.facts().country(),
                        situation.history(),
                        asked,
                        situation.now())
                .stream()
                .map(excess -> restriction(situation.wishes().get(excess.line()), excess))
                .toList();
    }

    private static Restriction restriction(Situation.Wish wish, Excess excess) {
        var state = excess.state();
        var ways = waysOut(excess);
        var place = wish.place();
        var offer = wish.offer().id();
        return state.isUsedForLife()
                ? new OnceInALifetime(place, offer, state, excess.asked(), ways)
                : new AllotmentExceeded(place, offer, state, excess.asked(), ways);
    }

    private static List<WayOut> waysOut(Excess excess) {
        var ways = new ArrayList<WayOut>();
        ways.add(
                excess.remains() > 0
                        ? new WayOut.ReduceTo(excess.remains())
                        : new WayOut.RemoveLine());
        if (!excess.state().isForLife()) {
            ways.add(new WayOut.Wait(excess.state().resets()));
        }
        return ways;
    }
}
