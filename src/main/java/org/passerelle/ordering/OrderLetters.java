package org.passerelle.ordering;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.passerelle.catalogue.LinePrice;
import org.passerelle.identity.People;
import org.passerelle.kernel.Language;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Notification;
import org.passerelle.notification.WebAddress;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.payment.EpcQrCode;
import org.passerelle.payment.Payable;
import org.passerelle.payment.Payments;
import org.passerelle.words.WordBook;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// What an organisation is written about its orders, to its official address and in its language;
/// sent with the transaction it is called in (ORD-06, ORD-07, ORD-11, NOT-01).
///
/// Keys, PINs and codes are never in a letter, since letters are kept and travel in clear: it leads
/// to the order, where a member reads them.
@Component
class OrderLetters {
    /// Wide enough for a phone held before a screen.
    private static final int QR_CODE_PIXELS = 200;

    private final Notification notification;
    private final Organisations organisations;
    private final People people;
    private final Payments payments;
    private final Packs packs;
    private final WordBook book;
    private final WebAddress web;

    OrderLetters(
            Notification notification,
            Organisations organisations,
            People people,
            Payments payments,
            Packs packs,
            WordBook book,
            WebAddress web) {
        this.notification = notification;
        this.organisations = organisations;
        this.people = people;
        this.payments = payments;
        this.packs = packs;
        this.book = book;
        this.web = web;
    }

    /// The summary and how to pay (ORD-06, PAY-01).
    void placed(Order order) {
        var payable = payments.get(order.number().payable());
        var words = words(order);
        var kind = payable.amount().isZero() ? "placed.free" : "placed";
        var layout = layout(order, kind).paragraph(said(order, kind + ".body"));
        for (var line : order.lines()) {
            layout =
                    layout.fact(
                            line.price().quantity() + " × " + line.title(),
                            words.money(line.price().gross()));
        }
        if (order.total().vat().isPositive()) {
            for (var due : taxes(order).entrySet()) {
                layout =
                        layout.fact(
                                said(order, "of-which", TaxWords.of(due.getKey(), words)),
                                words.money(due.getValue()));
            }
        }
        layout = layout.fact(said(order, "total"), words.money(order.total().gross()));
        if (payable.state() == Payable.State.AWAITING) {
            layout = howToPay(order, payable, layout);
        }
        send(order, "placed", withOrder(order, layout), "");
    }

    private static Map<LinePrice.Tax, Money> taxes(Order order) {
        return LinePrice.taxes(order.lines().stream().map(Order.Line::price).toList());
    }

    private LetterLayout howToPay(Order order, Payable payable, LetterLayout layout) {
        var told =
                layout.fact(said(order, "beneficiary"), payable.beneficiary())
                        .fact("IBAN", payable.iban())
                        .fact("BIC", payable.bic())
                        .fact(said(order, "communication"), payable.communication().toString())
                        .fact(said(order, "last-day"), day(order, payable.lastDay()));
        return payable.epc().map(code -> told.picture(picture(order, payable, code))).orElse(told);
    }

    private LetterLayout.Picture picture(Order order, Payable payable, EpcQrCode code) {
        return new LetterLayout.Picture(
                words(order)
                        .get(
                                "ordering.pay.qr",
                                words(order).money(payable.missing()),
                                payable.communication().toString()),
                words(order).get("ordering.pay.qr.hint"),
                LetterLayout.Png.of(code.png(), QR_CODE_PIXELS));
    }

    /// The order still waits for money: what is missing, and by when (ORD-13).
    void reminder(Order order) {
        var words = words(order);
        var payable = payments.get(order.number().payable());
        var kind = payable.received().isPositive() ? "reminder.rest" : "reminder";
        var layout =
                layoutOf(
                                order,
                                said(
                                        order,
                                        "reminder.subject",
                                        order.number(),
                                        day(order, payable.lastDay())))
                        .paragraph(said(order, kind + ".body"))
                        .fact(said(order, "missing"), words.money(payable.missing()));
        send(order, "reminder", withOrder(order, howToPay(order, payable, layout)), "");
    }

    /// More came than is owed, or it came after the order's end: it goes back.
    void paidTooMuch(Order order, Money excess) {
        var payable = payments.get(order.number().payable());
        var kind = payable.state() == Payable.State.WITHDRAWN ? "late" : "excess";
        var layout =
                layout(order, kind)
                        .paragraph(said(order, kind + ".body"))
                        .fact(said(order, "goes-back"), words(order).money(excess));
        send(order, kind, withOrder(order, layout), ":" + payable.received().getAmountMinorLong());
    }

    /// Part of the money came: what is missing, under the same communication.
    void paymentShort(Order order, Money received, Money missing) {
        var words = words(order);
        var payable = payments.get(order.number().payable());
        var layout =
                layout(order, "short")
                        .paragraph(said(order, "short.body"))
                        .fact(said(order, "received"), words.money(received))
                        .fact(said(order, "missing"), words.money(missing));
        send(
                order,
                "short",
                withOrder(order, howToPay(order, payable, layout)),
                ":" + received.getAmountMinorLong());
    }

    /// Nothing is said where nothing was to pay: the confirmation said it.
    void paid(Order order) {
        if (order.total().gross().isZero()) {
            return;
        }
        var layout =
                layout(order, "paid")
                        .paragraph(
                                said(order, order.needsApproval() ? "paid.approval" : "paid.body"))
                        .fact(said(order, "total"), words(order).money(order.total().gross()));
        var latest =
                order.lines().stream()
                        .flatMap(line -> line.expectedOn().stream())
                        .max(Comparator.naturalOrder());
        if (latest.isPresent()) {
            layout = layout.fact(said(order, "expected"), day(order, latest.get()));
        }
        send(order, "paid", withOrder(order, layout), "");
    }

    void approved(Order order) {
        send(
                order,
                "approved",
                withOrder(order, layout(order, "approved").paragraph(said(order, "approved.body"))),
                "");
    }

    /// Mailed at once, with the reason and what goes back (ORD-07).
    void refused(Order order, String reason, Money returned) {
        send(order, "refused", ended(order, "refused", reason, returned), "");
    }

    void cancelled(Order order, String reason, Money returned) {
        send(order, "cancelled", ended(order, "cancelled", reason, returned), "");
    }

    private LetterLayout ended(Order order, String kind, String reason, Money returned) {
        var layout =
                layout(order, kind)
                        .paragraph(said(order, kind + ".body"))
                        .fact(said(order, "reason"), reason);
        if (returned.isPositive()) {
            layout = layout.fact(said(order, "returned"), words(order).money(returned));
        }
        return withOrder(order, layout);
    }

    void expired(Order order, Money returned) {
        var layout = layout(order, "expired").paragraph(said(order, "expired.body"));
        if (returned.isPositive()) {
            layout = layout.fact(said(order, "returned"), words(order).money(returned));
        }
        send(order, "expired", withOrder(order, layout), "");
    }

    /// The licence mail, or word of a parcel, to the official address (ORD-11).
    void handedOver(Order order, HandOver handOver) {
        send(order, "delivery", delivery(order, handOver), ":" + handOver.id());
    }

    /// The same letter again, on request.
    void again(Order order, HandOver handOver) {
        send(
                order,
                "delivery",
                delivery(order, handOver),
                ":" + handOver.id() + ":" + UUID.randomUUID());
    }

    private LetterLayout delivery(Order order, HandOver handOver) {
        var line = order.line(handOver.position());
        var kind = handOver.what().name().toLowerCase(java.util.Locale.ROOT);
        var heading = said(order, "delivery.subject", order.number(), line.title());
        var layout =
                layoutOf(order, heading)
                        .paragraph(said(order, "delivery." + kind))
                        .fact(said(order, "offer"), line.title());
        if (handOver.address().isPresent()) {
            layout = layout.fact(said(order, "address"), handOver.address().get());
        }
        if (handOver.carrier().isPresent()) {
            layout = layout.fact(said(order, "carrier"), handOver.carrier().get());
        }
        if (handOver.reference().isPresent()) {
            layout = layout.fact(said(order, "reference." + kind), handOver.reference().get());
        }
        if (handOver.onDay().isPresent()) {
            layout = layout.fact(said(order, "day." + kind), day(order, handOver.onDay().get()));
        }
        return handOver.what() == org.passerelle.pack.model.Offer.HandOver.What.TOKEN
                ? layout.button(said(order, "to-tokens"), web.of("/tokens"))
                        .because(said(order, "why"))
                : withOrder(order, layout);
    }

    private LetterLayout layout(Order order, String kind) {
        return layoutOf(order, said(order, kind + ".subject", order.number()));
    }

    private LetterLayout layoutOf(Order order, String heading) {
        var office = packs.get(order.number().office()).office();
        return LetterLayout.in(language(order), office.name().in(language(order)), heading);
    }

    private LetterLayout withOrder(Order order, LetterLayout layout) {
        return layout.button(said(order, "to-order"), web.of("/orders/" + order.number()))
                .because(said(order, "why"));
    }

    private void send(Order order, String kind, LetterLayout layout, String suffix) {
        var organisation = organisations.get(order.organisation());
        var to =
                organisation
                        .profile()
                        .officialEmail()
                        .or(() -> people.find(organisation.holder()).map(person -> person.email()));
        if (to.isEmpty()) {
            return;
        }
        notification.send(
                Letter.of(
                                Optional.of(order.organisation()),
                                Optional.empty(),
                                to.get(),
                                "ordering." + kind,
                                layout.heading(),
                                layout,
                                "ordering." + kind + ":" + order.number().key() + suffix)
                        .about(order.number().letters()));
    }

    private String said(Order order, String key, Object... arguments) {
        return words(order).get("ordering.letter." + key, arguments);
    }

    private String day(Order order, LocalDate day) {
        return words(order).date(day);
    }

    private Words words(Order order) {
        return book.in(language(order));
    }

    private Language language(Order order) {
        return organisations.get(order.organisation()).profile().language();
    }
}
