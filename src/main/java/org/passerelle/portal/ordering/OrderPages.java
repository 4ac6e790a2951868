package org.passerelle.portal.ordering;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.passerelle.identity.SignedIn;
import org.passerelle.notification.Notification;
import org.passerelle.ordering.ActOutcome;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.Ordering;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Membership;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.payment.Payments;
import org.passerelle.portal.Acting;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What was ordered and what became of it (ORD-05, ORD-08, ORD-11). Another organisation's order
/// does not exist here.
@Controller
class OrderPages {
    private final Ordering ordering;
    private final Payments payments;
    private final Organisations organisations;
    private final Packs packs;
    private final Notification notification;
    private final Acting acting;

    OrderPages(
            Ordering ordering,
            Payments payments,
            Organisations organisations,
            Packs packs,
            Notification notification,
            Acting acting) {
        this.ordering = ordering;
        this.payments = payments;
        this.organisations = organisations;
        this.packs = packs;
        this.notification = notification;
        this.acting = acting;
    }

    @GetMapping("/orders")
    String orders(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var membership = acting.of(who, request);
        if (membership.isEmpty()) {
            model.addAttribute("title", "orders");
            return "portal/ordering/no-organisation";
        }
        var organisation = membership.get().organisation();
        model.addAttribute(
                "page", writer(membership.get(), frame).list(ordering.history(organisation)));
        return "portal/ordering/orders";
    }

    @GetMapping("/orders/{number}")
    String order(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var membership = member(who, request);
        return show(
                membership,
                found(membership, number),
                Form.empty(),
                FormErrors.none(),
                frame,
                model);
    }

    /// The order just placed: its number and how to pay (ORD-06).
    @GetMapping("/orders/{number}/placed")
    String placed(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var membership = member(who, request);
        model.addAttribute("page", page(membership, found(membership, number), frame));
        return "portal/ordering/placed";
    }

    private String show(
            Membership membership,
            Order order,
            Form form,
            FormErrors errors,
            Frame frame,
            Model model) {
        model.addAttribute("page", page(membership, order, frame));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "portal/ordering/order";
    }

    private OrderPage page(Membership membership, Order order, Frame frame) {
        return writer(membership, frame)
                .page(
                        order,
                        payments.get(order.number().payable()),
                        membership.role().mayActAs(MemberRole.ORDERER),
                        handOver -> ordering.secrets(order, handOver),
                        notification.about(order.number().letters()));
    }

    @PostMapping("/orders/{number}/cancel")
    String cancel(
            @AuthenticationPrincipal SignedIn who, @PathVariable String number, Submission sent) {
        var form = sent.form();
        var membership = orderer(who, sent.request());
        var order = found(membership, number);
        return switch (ordering.cancel(who.actor(), order.number(), form.value("reason"))) {
            case ActOutcome.Done _ ->
                    sent.done("/orders/" + number, "ordering.cancelled", order.number());
            case ActOutcome.ReasonMissing _ -> {
                sent.refuse();
                yield show(
                        membership,
                        order,
                        form,
                        FormErrors.none().with("reason", "ordering.cancel.reason.missing"),
                        sent.frame(),
                        sent.model());
            }
            case ActOutcome.AlreadyTransmitted _,
                    ActOutcome.NotNow _,
                    ActOutcome.NothingGiven _,
                    ActOutcome.NotAnAddress _,
                    ActOutcome.NoCodeHeld _ ->
                    sent.lead(
                            "/orders/" + number,
                            Notice.warn(sent.frame().word("ordering.cancel.too-late")));
        };
    }

    @PostMapping("/orders/{number}/deliveries/{delivery}/resend")
    String resend(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            @PathVariable UUID delivery,
            Frame frame,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var membership = orderer(who, request);
        var order = found(membership, number);
        if (ordering.resend(who.actor(), order.number(), delivery) instanceof ActOutcome.Done) {
            Notice.ok(frame.word("ordering.resent")).showAfter(redirect);
        }
        return "redirect:/orders/" + number;
    }

    private Membership member(SignedIn who, HttpServletRequest request) {
        return acting.of(who, request)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Membership orderer(SignedIn who, HttpServletRequest request) {
        acting.as(MemberRole.ORDERER, who, request);
        return member(who, request);
    }

    private Order found(Membership membership, String number) {
        if (!number.matches("[0-9]{1,18}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ordering.orderOf(membership.organisation(), Long.parseLong(number))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private OrderWriter writer(Membership membership, Frame frame) {
        var office = organisations.get(membership.organisation()).office();
        return new OrderWriter(packs.get(office), frame.words(), frame.zone());
    }
}
