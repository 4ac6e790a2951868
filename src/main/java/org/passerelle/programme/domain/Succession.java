package org.passerelle.programme.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;

/// Which offers took the place of which (CAT-04): an offer and those it succeeds are one title, and
/// asking for it is a renewal for whoever had one of them.
final class Succession {
    private final Pack pack;
    private final Map<OfferId, List<OfferId>> successors = new HashMap<>();

    Succession(Pack pack) {
        this.pack = pack;
        for (var offer : pack.offers().values()) {
            for (var succeeded : offer.succeeds()) {
                successors.computeIfAbsent(succeeded, _ -> new ArrayList<>()).add(offer.id());
            }
        }
    }

    /// The offer and all it succeeds, directly or through others.
    Set<OfferId> withPredecessors(OfferId offer) {
        return reach(offer, this::predecessors);
    }

    /// All of one title: the offer, those it succeeds and those that succeed it, through any number
    /// of steps.
    Set<OfferId> title(OfferId offer) {
        return reach(
                offer,
                id -> {
                    var near = new LinkedHashSet<>(predecessors(id));
                    near.addAll(successors(id));
                    return near;
                });
    }

    /// What stands for the title: the same offer for all of one title.
    OfferId key(OfferId offer) {
        return title(offer).stream().min(Comparator.naturalOrder()).orElse(offer);
    }

    /// One offer for each title among `offers`, the newest of the title, in the order given.
    List<OfferId> titlesOf(List<Offer> offers) {
        return offers.stream().map(offer -> newest(offer.id())).distinct().toList();
    }

    private OfferId newest(OfferId offer) {
        return title(offer).stream()
                .filter(each -> successors(each).isEmpty())
                .min(Comparator.naturalOrder())
                .orElse(offer);
    }

    private Collection<OfferId> predecessors(OfferId id) {
        return pack.offer(id).map(Offer::succeeds).orElse(List.of());
    }

    private List<OfferId> successors(OfferId id) {
        return successors.getOrDefault(id, List.of());
    }

    private static Set<OfferId> reach(OfferId from, Function<OfferId, Collection<OfferId>> next) {
        var reached = new LinkedHashSet<OfferId>();
        var open = new ArrayDeque<OfferId>();
        open.add(from);
        while (!open.isEmpty()) {
            var offer = open.remove();
            if (reached.add(offer)) {
                open.addAll(next.apply(offer));
            }
        }
        return reached;
    }
}
