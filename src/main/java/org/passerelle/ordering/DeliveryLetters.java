package org.passerelle.ordering;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.notification.LetterLayout;
import org.passerelle.ordering.Order.SupportContract;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer.HandOver.What;
import org.springframework.stereotype.Component;

/// What an organisation is written about what it receives: licences, parcels, support (ORD-11).
///
/// Keys, PINs and codes are never in a letter, since letters are kept and travel in clear: it leads
/// to the order, where a member reads them.
@Component
class DeliveryLetters {
    private final OrderPost post;
    private final Packs packs;

    DeliveryLetters(OrderPost post, Packs packs) {
        this.post = post;
        this.packs = packs;
    }

    /// Another day than promised, and why (ORD-06).
    void expected(Order order, Order.Line line, Optional<LocalDate> before, String reason) {
        var day = line.expectedOn().orElseThrow();
        var layout =
                post.layout(order, "expected")
                        .paragraph(post.said(order, "expected.body"))
                        .fact(post.said(order, "offer"), line.title())
                        .fact(post.said(order, "expected"), post.day(order, day));
        if (before.isPresent()) {
            layout =
                    layout.fact(post.said(order, "expected.before"), post.day(order, before.get()));
        }
        layout = layout.fact(post.said(order, "reason"), reason);
        post.send(
                order,
                "expected",
                post.withOrder(order, layout),
                ":" + line.position() + ":" + UUID.randomUUID());
    }

    /// Everything has arrived, and support follows by itself: from when to when.
    void contractsPlanned(Order order) {
        var layout =
                post.layout(order, "support-planned")
                        .paragraph(post.said(order, "support-planned.body"));
        for (var line : order.lines()) {
            if (line.contract().isPresent() && line.contract().get().activeSince().isEmpty()) {
                layout = term(order, line, line.contract().get(), layout);
            }
        }
        post.send(order, "support-planned", post.withOrder(order, layout), "");
    }

    /// The first day is there.
    void contractActive(Order order, Order.Line line, SupportContract contract) {
        var layout =
                post.layoutOf(
                                order,
                                post.said(
                                        order,
                                        "support-active.subject",
                                        order.number(),
                                        called(order, line)))
                        .paragraph(post.said(order, "support-active.body"));
        post.send(
                order,
                "support-active",
                post.withOrder(order, term(order, line, contract, layout)),
                ":" + line.position() + ":" + contract.from());
    }

    private LetterLayout term(
            Order order, Order.Line line, SupportContract contract, LetterLayout layout) {
        var with =
                layout.fact(post.said(order, "offer"), line.title())
                        .fact(
                                called(order, line),
                                contract.until()
                                        .map(until ->
                                                post.said(
                                                        order,
                                                        "support.from-to",
                                                        post.day(order, contract.from()),
                                                        post.day(order, until)))
                                        .orElseGet(() ->
                                                post.said(
                                                        order,
                                                        "support.from",
                                                        post.day(order, contract.from()))));
        return contract.number()
                .map(number -> with.fact(post.said(order, "reference.support_contract"), number))
                .orElse(with);
    }

    /// As the partner calls it, or what it is.
    private String called(Order order, Order.Line line) {
        return packs.get(order.number().office())
                .offer(line.offer())
                .flatMap(SupportTerm::promised)
                .flatMap(promise -> promise.title())
                .map(title -> title.in(post.language(order)))
                .orElseGet(() -> post.said(order, "support"));
    }

    /// The licence mail, or word of a parcel, to the official address (ORD-11).
    ///
    /// @param counted from when a parcel without a word counts as arrived
    void handedOver(Order order, HandOver handOver, Optional<LocalDate> counted) {
        post.send(order, "delivery", delivery(order, handOver, counted), ":" + handOver.id());
    }

    /// The same letter again, on request: to the address that is official by now.
    void again(Order order, HandOver handOver, Optional<LocalDate> counted) {
        post.send(
                order,
                "delivery",
                delivery(order, handOver, counted),
                ":" + handOver.id() + ":" + UUID.randomUUID());
    }

    /// Nobody said whether a parcel came: it counts as arrived, and here is how to object.
    void countedAsArrived(Order order, HandOver parcel) {
        there(order, parcel, "counted");
    }

    /// Staff, who followed a parcel, know that it came.
    void arrived(Order order, HandOver parcel) {
        there(order, parcel, "arrived");
    }

    private void there(Order order, HandOver parcel, String kind) {
        var layout =
                post.layout(order, kind)
                        .paragraph(post.said(order, kind + ".body"))
                        .fact(post.said(order, "offer"), order.line(parcel.position()).title());
        post.send(
                order,
                kind,
                post.withOrder(order, facts(order, parcel, layout)),
                ":" + parcel.id());
    }

    private LetterLayout delivery(Order order, HandOver handOver, Optional<LocalDate> counted) {
        var line = order.line(handOver.position());
        var kind = handOver.what().name().toLowerCase(Locale.ROOT);
        var what = what(order, handOver);
        var heading = post.said(order, "delivery.subject", order.number(), line.title(), what);
        var layout =
                facts(
                        order,
                        handOver,
                        post.layoutOf(order, heading)
                                .paragraph(post.said(order, "delivery." + kind))
                                .fact(post.said(order, "offer"), line.title()));
        if (line.allHandedAt().isEmpty()) {
            layout = layout.paragraph(post.said(order, "delivery.more"));
        } else if (isAllHanded(order)) {
            layout = layout.paragraph(post.said(order, "delivery.last"));
        }
        if (counted.isPresent()) {
            var day = post.day(order, counted.get());
            layout = layout.paragraph(post.said(order, "delivery.counted", day));
        }
        return handOver.what() == What.TOKEN
                ? post.withTokens(order, layout)
                : post.withOrder(order, layout);
    }

    private static boolean isAllHanded(Order order) {
        return order.lines().stream().allMatch(line -> line.allHandedAt().isPresent());
    }

    /// Parcels are told apart by their numbers.
    private String what(Order order, HandOver handOver) {
        var kind = handOver.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var what = post.words(order).get("ordering.hand." + kind);
        return handOver.what() == What.PARCEL
                ? handOver.reference().map(number -> what + " " + number).orElse(what)
                : what;
    }

    private LetterLayout facts(Order order, HandOver handOver, LetterLayout begun) {
        var kind = handOver.what().name().toLowerCase(Locale.ROOT);
        var layout = begun;
        if (handOver.address().isPresent()) {
            layout = layout.fact(post.said(order, "address"), handOver.address().get());
        }
        if (handOver.carrier().isPresent()) {
            layout = layout.fact(post.said(order, "carrier"), handOver.carrier().get());
        }
        if (handOver.contents().isPresent()) {
            layout = layout.fact(post.said(order, "contents"), handOver.contents().get());
        }
        if (handOver.reference().isPresent()) {
            layout = layout.fact(post.said(order, "reference." + kind), handOver.reference().get());
        }
        return handOver.onDay().isPresent()
                ? layout.fact(
                        post.said(order, "day." + kind), post.day(order, handOver.onDay().get()))
                : layout;
    }
}
