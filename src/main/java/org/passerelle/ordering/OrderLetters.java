package org.passerelle.ordering;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.catalogue.LinePrice;
import org.passerelle.notification.LetterLayout;
import org.passerelle.ordering.domain.ChequeOrders;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Office.Payment.Means;
import org.passerelle.payment.EpcQrCode;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PaymentTakenBack;
import org.passerelle.payment.Payments;
import org.passerelle.paypal.PayPalPayments;
import org.passerelle.tax.Tax;
import org.springframework.stereotype.Component;

/// What an organisation is written about an order and its payment, until it is delivered or ends
/// (ORD-06, ORD-07, ORD-13).
@Component
class OrderLetters {
    /// Wide enough for a phone held before a screen.
    private static final int QR_CODE_PIXELS = 200;

    private final OrderPost post;
    private final Payments payments;
    private final PayPalPayments paypal;
    private final ChequeOrders cheques;
    private final Packs packs;

    OrderLetters(
            OrderPost post,
            Payments payments,
            PayPalPayments paypal,
            ChequeOrders cheques,
            Packs packs) {
        this.post = post;
        this.payments = payments;
        this.paypal = paypal;
        this.cheques = cheques;
        this.packs = packs;
    }

    /// The summary and how to pay (ORD-06, PAY-01).
    void placed(Order order) {
        var payable = payments.get(order.number().payable());
        var words = post.words(order);
        var kind = payable.amount().isZero() ? "placed.free" : "placed";
        var opening = post.said(order, opening(order, kind) + ".body");
        var layout = post.layout(order, kind).paragraph(opening);
        for (var line : order.lines()) {
            layout =
                    layout.fact(
                            line.price().quantity() + " × " + line.title(),
                            words.money(line.price().gross()));
            var delivery = delivery(order, line);
            if (delivery.isPresent()) {
                layout = layout.fact(post.said(order, "delivery"), delivery.get());
            }
        }
        var isSaid = taxes(order).keySet().stream().anyMatch(tax -> tax.reason().isPresent());
        if (order.total().vat().isPositive() || isSaid) {
            for (var due : taxes(order).entrySet()) {
                layout =
                        layout.fact(
                                post.said(order, "of-which", TaxWords.of(due.getKey(), words)),
                                words.money(due.getValue()));
            }
        }
        layout = layout.fact(post.total(order), words.money(order.total().gross()));
        if (payable.state() == Payable.State.AWAITING) {
            layout = howToPay(order, payable, layout);
        }
        post.send(order, "placed", post.withOrder(order, layout), "");
    }

    /// A confirmation opens with the way this order is paid, not with one that it has not.
    private String opening(Order order, String kind) {
        if (!kind.equals("placed")) {
            return kind;
        }
        return cheques.holdsNothing(order.number())
                ? "placed.cheque"
                : takesTransfers(order) ? kind : "placed.online";
    }

    private boolean takesTransfers(Order order) {
        return packs.get(order.number().office()).office().payment().takes(Means.TRANSFER);
    }

    /// By when a line comes, or how long after what: its confirmation says it before anybody pays.
    private Optional<String> delivery(Order order, Order.Line line) {
        var words = post.words(order);
        return line.expectedOn()
                .map(day -> words.get("ordering.line.expected", day))
                .or(() ->
                        packs.get(order.number().office())
                                .offer(line.offer())
                                .flatMap(Offer::delivery)
                                .map(promise ->
                                        words.get(
                                                "ordering.line.promised."
                                                        + word(promise.after().name()),
                                                words.get(
                                                        "portal.limits.length."
                                                                + word(
                                                                        promise.within()
                                                                                .unit()
                                                                                .name()),
                                                        promise.within().amount()))));
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<Tax, Money> taxes(Order order) {
        return LinePrice.taxes(order.lines().stream().map(Order.Line::price).toList());
    }

    private LetterLayout howToPay(Order order, Payable payable, LetterLayout layout) {
        if (cheques.holdsNothing(order.number())) {
            return byCheque(order, payable, layout);
        }
        var online = paypal.isTakenBy(order.number().office());
        if (!takesTransfers(order)) {
            var how =
                    online
                            ? post.said(order, "online.only")
                            : post.words(order).get("ordering.pay.ask");
            return layout.paragraph(how)
                    .fact(post.said(order, "last-day"), post.day(order, payable.lastDay()));
        }
        var said = online ? layout.paragraph(post.said(order, "online")) : layout;
        var told =
                said.fact(post.said(order, "beneficiary"), payable.beneficiary())
                        .fact("IBAN", payable.iban())
                        .fact("BIC", payable.bic())
                        .fact(post.said(order, "communication"), payable.communication().toString())
                        .fact(post.said(order, "last-day"), post.day(order, payable.lastDay()));
        return payable.epc().map(code -> told.picture(picture(order, payable, code))).orElse(told);
    }

    /// What to write on the cheque, where to send it, and that nothing is held until it comes.
    private LetterLayout byCheque(Order order, Payable payable, LetterLayout layout) {
        var office = packs.get(order.number().office()).office();
        return layout.paragraph(post.said(order, "cheque"))
                .fact(post.said(order, "cheque.payee"), payable.beneficiary())
                .fact(post.said(order, "cheque.amount"), post.words(order).money(payable.missing()))
                .fact(post.said(order, "cheque.note"), order.number().toString())
                .fact(post.said(order, "cheque.address"), ChequeAddress.of(office))
                .fact(post.said(order, "last-day"), post.day(order, payable.lastDay()));
    }

    private LetterLayout.Picture picture(Order order, Payable payable, EpcQrCode code) {
        return new LetterLayout.Picture(
                post.words(order)
                        .get(
                                "ordering.pay.qr",
                                post.words(order).money(payable.missing()),
                                payable.communication().toString()),
                post.words(order).get("ordering.pay.qr.hint"),
                LetterLayout.Png.of(code.png(), QR_CODE_PIXELS));
    }

    /// The order still waits for money: what is missing, and by when (ORD-13).
    ///
    /// @param turn from one on
    /// @param last whether no other follows before the last day
    void reminder(Order order, int turn, boolean last) {
        var words = post.words(order);
        var payable = payments.get(order.number().payable());
        var tone = last ? "reminder.last" : turn > 1 ? "reminder.again" : "reminder";
        var layout =
                post.layoutOf(
                                order,
                                post.said(
                                        order,
                                        tone + ".subject",
                                        order.number(),
                                        post.day(order, payable.lastDay())))
                        .paragraph(post.said(order, reminded(order, payable, tone) + ".body"))
                        .fact(post.said(order, "missing"), words.money(payable.missing()));
        post.send(
                order,
                "reminder",
                post.withOrder(order, howToPay(order, payable, layout)),
                turn == 1 ? "" : ":" + turn);
    }

    private String reminded(Order order, Payable payable, String tone) {
        if (!(order.state() instanceof OrderState.AwaitingPayment)) {
            return "reminder.owed";
        }
        if (cheques.holdsNothing(order.number())) {
            return "reminder.cheque";
        }
        return payable.received().isPositive() ? "reminder.rest" : tone;
    }

    /// Staff wait longer.
    void moreTime(Order order, LocalDate until) {
        var payable = payments.get(order.number().payable());
        var layout =
                post.layoutOf(
                                order,
                                post.said(
                                        order,
                                        "more-time.subject",
                                        order.number(),
                                        post.day(order, until)))
                        .paragraph(post.said(order, "more-time.body"))
                        .fact(
                                post.said(order, "missing"),
                                post.words(order).money(payable.missing()));
        post.send(
                order,
                "more-time",
                post.withOrder(order, howToPay(order, payable, layout)),
                ":" + until);
    }

    /// Why an order ended whose money came too late for the stock.
    String soldOutReason(Order order) {
        return post.said(order, "sold-out.reason");
    }

    /// Why a part of the money goes back that came for an order which was not paid in time.
    String expiredReason(Order order) {
        return post.said(order, "expired.reason");
    }

    /// Why money that came after an order's end goes back.
    String lateReason(Order order) {
        return post.said(order, "late.reason");
    }

    /// The money came, and what it is for is gone: it goes back (PAY-04).
    void soldOut(Order order, Money returned) {
        var layout =
                post.layout(order, "sold-out")
                        .paragraph(post.said(order, "sold-out.body"))
                        .fact(post.said(order, "returned"), post.words(order).money(returned));
        post.send(order, "sold-out", post.withOrder(order, layout), "");
    }

    /// Money that had come was taken back: a cheque without cover, a dispute.
    void takenBack(Order order, PaymentTakenBack taken) {
        var words = post.words(order);
        var payable = payments.get(order.number().payable());
        var waits = order.state() instanceof OrderState.AwaitingPayment;
        var layout =
                post.layout(order, "taken-back")
                        .paragraph(post.said(order, waits ? "taken-back.body" : "taken-back.owed"))
                        .fact(post.said(order, "taken-back.amount"), words.money(taken.amount()))
                        .fact(post.said(order, "reason"), taken.why())
                        .fact(post.said(order, "missing"), words.money(payable.missing()));
        post.send(
                order,
                "taken-back",
                post.withOrder(order, howToPay(order, payable, layout)),
                ":" + taken.reference());
    }

    /// More came than is owed, or it came after the order's end: it goes back.
    void paidTooMuch(Order order, Money excess) {
        var payable = payments.get(order.number().payable());
        var kind = payable.state() == Payable.State.WITHDRAWN ? "late" : "excess";
        var layout =
                post.layout(order, kind)
                        .paragraph(post.said(order, kind + ".body"))
                        .fact(post.said(order, "goes-back"), post.words(order).money(excess));
        post.send(
                order,
                kind,
                post.withOrder(order, layout),
                ":" + payable.received().getAmountMinorLong());
    }

    /// Part of the money came: what is missing, under the same communication.
    void paymentShort(Order order, Money received, Money missing) {
        var words = post.words(order);
        var payable = payments.get(order.number().payable());
        var layout =
                post.layout(order, "short")
                        .paragraph(post.said(order, "short.body"))
                        .fact(post.said(order, "received"), words.money(received))
                        .fact(post.said(order, "missing"), words.money(missing));
        post.send(
                order,
                "short",
                post.withOrder(order, howToPay(order, payable, layout)),
                ":" + received.getAmountMinorLong());
    }

    /// A payment by card or PayPal that was under way was refused: the order still waits.
    void paymentRefused(Order order, String attempt) {
        var payable = payments.get(order.number().payable());
        var layout =
                post.layout(order, "payment-refused")
                        .paragraph(post.said(order, "payment-refused.body"))
                        .fact(
                                post.said(order, "missing"),
                                post.words(order).money(payable.missing()));
        post.send(
                order,
                "payment-refused",
                post.withOrder(order, howToPay(order, payable, layout)),
                ":" + attempt);
    }

    /// Nothing is said where nothing was to pay: the confirmation said it.
    void paid(Order order) {
        if (order.total().gross().isZero()) {
            return;
        }
        var layout =
                post.layout(order, "paid")
                        .paragraph(
                                post.said(
                                        order,
                                        order.needsApproval() ? "paid.approval" : "paid.body"))
                        .fact(post.total(order), post.words(order).money(order.total().gross()));
        var latest =
                order.lines().stream()
                        .flatMap(line -> line.expectedOn().stream())
                        .max(Comparator.naturalOrder());
        if (latest.isPresent()) {
            layout = layout.fact(post.said(order, "expected"), post.day(order, latest.get()));
        }
        post.send(order, "paid", post.withOrder(order, layout), "");
    }

    /// With the partner now: from here on it cannot be cancelled (ORD-08).
    void transmitted(Order order) {
        plain(order, "transmitted");
    }

    void approved(Order order) {
        plain(order, "approved");
    }

    private void plain(Order order, String kind) {
        var layout = post.layout(order, kind).paragraph(post.said(order, kind + ".body"));
        post.send(order, kind, post.withOrder(order, layout), "");
    }

    /// Mailed at once, with the reason and what goes back (ORD-07).
    void refused(Order order, String reason, Money returned) {
        post.send(order, "refused", ended(order, "refused", "refused", reason, returned), "");
    }

    /// @param byStaff whether staff ended it, not the organisation
    void cancelled(Order order, String reason, Money returned, boolean byStaff) {
        var said = byStaff ? "cancelled.staff" : "cancelled";
        var layout = ended(order, "cancelled", said, reason, returned);
        post.send(order, "cancelled", layout, "");
    }

    /// Of money that goes back a letter speaks where some had come.
    private LetterLayout ended(
            Order order, String kind, String said, String reason, Money returned) {
        var layout =
                post.layout(order, kind)
                        .paragraph(
                                post.said(
                                        order,
                                        said + (returned.isPositive() ? ".body" : ".unpaid.body")))
                        .fact(post.said(order, "reason"), reason);
        if (returned.isPositive()) {
            layout = layout.fact(post.said(order, "returned"), post.words(order).money(returned));
        }
        return post.withOrder(order, layout);
    }

    void expired(Order order, Money returned) {
        var layout = post.layout(order, "expired").paragraph(post.said(order, "expired.body"));
        if (returned.isPositive()) {
            layout = layout.fact(post.said(order, "returned"), post.words(order).money(returned));
        }
        post.send(order, "expired", post.withOrder(order, layout), "");
    }
}
