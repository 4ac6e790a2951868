package org.passerelle.portal.payment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.identity.SignedIn;
import org.passerelle.notification.WebAddress;
import org.passerelle.ordering.Order;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Membership;
import org.passerelle.payment.Payments;
import org.passerelle.paypal.Attempt;
import org.passerelle.paypal.AttemptId;
import org.passerelle.paypal.AttemptState;
import org.passerelle.paypal.PayPalPayments;
import org.passerelle.paypal.StartOutcome;
import org.passerelle.portal.Acting;
import org.passerelle.portal.ordering.OwnOrders;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/// To pay an order by card or PayPal: out to PayPal, back, and what became of it (PAY-03).
@Controller
@RequestMapping("/orders/{number}/pay")
class PayPages {
    /// Seconds after which the page of a payment that is not decided looks again.
    private static final String AGAIN = "15";

    private final OwnOrders orders;
    private final Payments payments;
    private final PayPalPayments paypal;
    private final Acting acting;
    private final WebAddress web;

    PayPages(
            OwnOrders orders,
            Payments payments,
            PayPalPayments paypal,
            Acting acting,
            WebAddress web) {
        this.orders = orders;
        this.payments = payments;
        this.paypal = paypal;
        this.acting = acting;
        this.web = web;
    }

    @PostMapping
    String start(
            @AuthenticationPrincipal SignedIn who, @PathVariable String number, Submission sent) {
        acting.as(MemberRole.ORDERER, who, sent.request());
        var order = orders.find(acting.member(who, sent.request()), number);
        var words = sent.frame().words();
        var path = "/orders/" + number;
        var outcome =
                paypal.start(
                        who.actor(),
                        order.number().payable(),
                        choice(sent.form().value("choice")),
                        words.get("paypal.about", number, sent.frame().office().name()),
                        words.language(),
                        wayBack(path));
        return switch (outcome) {
            case StartOutcome.Ready(var attempt, _) ->
                    "redirect:" + path + "/pay/" + attempt.id() + "/go";
            case StartOutcome.Waits(var earlier) -> "redirect:" + path + "/pay/" + earlier.id();
            case StartOutcome.NothingOwed _ ->
                    sent.lead(path, Notice.info(words.get("paypal.nothing-owed")));
            case StartOutcome.NotTaken _ ->
                    sent.lead(path, Notice.warn(words.get("paypal.not-taken")));
            case StartOutcome.Unreachable _ ->
                    sent.lead(path, Notice.warn(words.get("paypal.unreachable")));
        };
    }

    private static Attempt.Choice choice(String word) {
        return word.equals(Attempt.Choice.CARD.word())
                ? Attempt.Choice.CARD
                : Attempt.Choice.PAYPAL;
    }

    private PayPalPayments.WayBack wayBack(String path) {
        return new PayPalPayments.WayBack() {
            @Override
            public String agreed(AttemptId attempt) {
                return web.of(path + "/pay/" + attempt + "/agreed");
            }

            @Override
            public String cancelled(AttemptId attempt) {
                return web.of(path + "/pay/" + attempt + "/cancelled");
            }
        };
    }

    /// Leads out of the house. A form may not lead there itself: the policy of our pages has forms
    /// stay here, also over redirects.
    @GetMapping("/{attempt}/go")
    String go(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            @PathVariable String attempt,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var order = orders.find(acting.member(who, request), number);
        var found = attempt(order, attempt);
        if (!(found.state() instanceof AttemptState.Open(_, _, var address))) {
            return "redirect:/orders/" + number + "/pay/" + attempt;
        }
        response.setHeader("Refresh", "0;url=" + address);
        model.addAttribute("order", number);
        model.addAttribute("amount", frame.words().money(found.amount()));
        model.addAttribute("address", address);
        return "portal/payment/go";
    }

    /// PayPal sends the buyer back here; the money is asked for now, unless its message came first.
    @GetMapping("/{attempt}/agreed")
    String agreed(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            @PathVariable String attempt,
            HttpServletRequest request) {
        var order = orders.find(acting.member(who, request), number);
        paypal.comeBack(attempt(order, attempt).id());
        return "redirect:/orders/" + number + "/pay/" + attempt;
    }

    @GetMapping("/{attempt}/cancelled")
    String cancelled(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            @PathVariable String attempt,
            HttpServletRequest request) {
        var order = orders.find(acting.member(who, request), number);
        paypal.leave(attempt(order, attempt).id());
        return "redirect:/orders/" + number + "/pay/" + attempt;
    }

    /// Received, held back, refused, and what follows. While PayPal owes an answer it is asked.
    @GetMapping("/{attempt}")
    String result(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            @PathVariable String attempt,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var membership = acting.member(who, request);
        var order = orders.find(membership, number);
        var found = attempt(order, attempt);
        if (found.state() instanceof AttemptState.Asked) {
            found = paypal.ask(found.id());
        }
        if (found.state() instanceof AttemptState.Asked) {
            response.setHeader("Refresh", AGAIN);
        }
        model.addAttribute("page", page(membership, order, found, frame));
        return "portal/payment/result";
    }

    private ResultPage page(Membership membership, Order order, Attempt attempt, Frame frame) {
        var words = frame.words();
        var payable = payments.get(order.number().payable());
        var key = key(attempt.state());
        var may =
                membership.role().mayActAs(MemberRole.ORDERER)
                        && payable.missing().isPositive()
                        && paypal.isTakenBy(payable.office())
                        && paypal.waiting(payable.ref()).isEmpty();
        var about =
                attempt.state() instanceof AttemptState.Refused
                                || attempt.state() instanceof AttemptState.Left
                        ? words.date(payable.lastDay())
                        : words.money(attempt.amount());
        return new ResultPage(
                order.number().toString(),
                tone(attempt.state()),
                words.get("paypal." + key + ".title"),
                words.get("paypal." + key + ".text", about),
                facts(attempt, frame),
                may ? Optional.of(words.money(payable.missing())) : Optional.empty(),
                attempt.state() instanceof AttemptState.Asked
                        ? Optional.of("/orders/" + order.number() + "/pay/" + attempt.id())
                        : Optional.empty());
    }

    private static List<Fact> facts(Attempt attempt, Frame frame) {
        var words = frame.words();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(words.get("paypal.result.amount"), words.money(attempt.amount())));
        facts.add(
                Fact.of(
                        words.get("paypal.result.means"),
                        words.get("paypal.choice." + attempt.choice().word())));
        facts.add(
                Fact.of(
                        words.get("paypal.result.began"),
                        words.dateTime(attempt.startedAt(), frame.zone())));
        return facts;
    }

    private static String key(AttemptState state) {
        return switch (state) {
            case AttemptState.Begun _, AttemptState.Open _ -> "open";
            case AttemptState.Asked _ -> "asked";
            case AttemptState.Pending _ -> "pending";
            case AttemptState.Captured _ -> "captured";
            case AttemptState.Refused _ -> "refused";
            case AttemptState.TakenBack _ -> "taken-back";
            case AttemptState.Left it ->
                    "left." + it.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    private static String tone(AttemptState state) {
        return switch (state) {
            case AttemptState.Captured _ -> "ok";
            case AttemptState.Refused _, AttemptState.TakenBack _ -> "bad";
            case AttemptState.Asked _, AttemptState.Pending _ -> "warn";
            case AttemptState.Begun _, AttemptState.Open _, AttemptState.Left _ -> "info";
        };
    }

    private Attempt attempt(Order order, String id) {
        try {
            return paypal.find(AttemptId.of(id))
                    .filter(attempt -> attempt.payable().equals(order.number().payable()))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException _) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
