package org.passerelle.portal.ordering;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.Cart;
import org.passerelle.ordering.CartView;
import org.passerelle.ordering.ChequeCounter;
import org.passerelle.ordering.IdempotencyKey;
import org.passerelle.ordering.Ordering;
import org.passerelle.ordering.PlaceOutcome;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Membership;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.OfferId;
import org.passerelle.paypal.PayPalPayments;
import org.passerelle.portal.Acting;
import org.passerelle.ui.Form;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/// The cart, its last look and the order (ORD-01, ORD-02). Every change is kept as typed and
/// answered by the cart as it then stands.
@Controller
class CartPages {
    private final Ordering ordering;
    private final ChequeCounter cheques;
    private final Organisations organisations;
    private final Packs packs;
    private final PayPalPayments paypal;
    private final Acting acting;

    CartPages(
            Ordering ordering,
            ChequeCounter cheques,
            Organisations organisations,
            Packs packs,
            PayPalPayments paypal,
            Acting acting) {
        this.ordering = ordering;
        this.cheques = cheques;
        this.organisations = organisations;
        this.packs = packs;
        this.paypal = paypal;
        this.acting = acting;
    }

    @GetMapping("/cart")
    String cart(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var membership = acting.of(who, request);
        if (membership.isEmpty()) {
            return Acting.none("cart", model);
        }
        var view = ordering.cart(membership.get().organisation(), frame.language());
        return show(membership.get(), view, List.of(), false, frame, model);
    }

    /// The last look before ordering: all of the cart, or only some of its lines.
    @GetMapping("/cart/review")
    String review(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(name = "only", defaultValue = "") List<String> only,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var membership = acting.of(who, request);
        if (membership.isEmpty()) {
            return Acting.none("cart", model);
        }
        var view = look(membership.get().organisation(), only, frame.language());
        return view.lines().isEmpty()
                ? "redirect:/cart"
                : show(membership.get(), view, only, true, frame, model);
    }

    private CartView look(OrganisationId organisation, List<String> only, Language language) {
        return only.isEmpty()
                ? ordering.cart(organisation, language)
                : ordering.cart(organisation, ids(only), language);
    }

    private static List<OfferId> ids(List<String> only) {
        return only.stream().map(OfferId::of).toList();
    }

    private String show(
            Membership membership,
            CartView view,
            List<String> only,
            boolean isReview,
            Frame frame,
            Model model) {
        var organisation = organisations.get(membership.organisation());
        var writer =
                new CartWriter(
                        packs.get(organisation.office()),
                        frame.words(),
                        frame.zone(),
                        paypal.isTakenBy(organisation.office()));
        model.addAttribute(
                "page",
                writer.page(
                        view,
                        only,
                        isReview,
                        membership.role().mayActAs(MemberRole.ORDERER),
                        cheques.mayPay(organisation.id()),
                        organisation.name()
                                + organisation
                                        .profile()
                                        .address()
                                        .map(address -> ", " + address.line())
                                        .orElse("")));
        return isReview ? "portal/ordering/review" : "portal/ordering/cart";
    }

    @PostMapping("/cart")
    String put(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam String offer,
            @RequestParam(defaultValue = "1") String quantity,
            Submission sent) {
        var organisation = orderer(who, sent.request());
        var id = known(organisation, offer);
        ordering.put(organisation, id, TypedCart.shortened(quantity));
        return sent.done("/cart", "ordering.cart.added");
    }

    /// All that was typed, and nothing else.
    @PostMapping("/cart/quantities")
    String quantities(
            @AuthenticationPrincipal SignedIn who, Form form, HttpServletRequest request) {
        keep(who, form, request);
        return "redirect:/cart";
    }

    /// On to the last look, with all that was typed.
    @PostMapping("/cart/review")
    String toReview(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(name = "only", defaultValue = "") List<String> only,
            Form form,
            HttpServletRequest request) {
        keep(who, form, request);
        var lines = ids(only).stream().map(OfferId::value).collect(Collectors.joining("&only="));
        return "redirect:/cart/review" + (lines.isEmpty() ? "" : "?only=" + lines);
    }

    private OrganisationId keep(SignedIn who, Form form, HttpServletRequest request) {
        var organisation = orderer(who, request);
        TypedCart.of(form).keep(ordering, organisation);
        return organisation;
    }

    @PostMapping("/cart/{offer}/quantity")
    String quantity(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String offer,
            @RequestParam String quantity,
            Form form,
            HttpServletRequest request) {
        ordering.changeQuantity(
                keep(who, form, request), OfferId.of(offer), TypedCart.shortened(quantity));
        return toLine(offer);
    }

    @PostMapping("/cart/remove")
    String remove(@AuthenticationPrincipal SignedIn who, Form form, HttpServletRequest request) {
        var organisation = keep(who, form, request);
        ordering.remove(organisation, OfferId.of(form.value("offer")));
        return "redirect:/cart";
    }

    /// Puts the successor in the place of an offer that ended.
    @PostMapping("/cart/{old}/successor")
    String successor(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String old,
            @RequestParam String offer,
            Form form,
            Frame frame,
            HttpServletRequest request) {
        var organisation = keep(who, form, request);
        var typed = ordering.cart(organisation, frame.language()).cart().line(OfferId.of(old));
        ordering.put(
                organisation,
                known(organisation, offer),
                typed.map(Cart.Line::quantity).orElse("1"));
        ordering.remove(organisation, OfferId.of(old));
        return toLine(offer);
    }

    @PostMapping("/cart/{offer}/conditions")
    String accept(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String offer,
            @RequestParam String text,
            @RequestParam String version,
            @RequestParam(defaultValue = "accept") String act,
            Submission sent) {
        var organisation = keep(who, sent.form(), sent.request());
        var id = OfferId.of(offer);
        if (act.equals("withdraw")) {
            ordering.withdrawAcceptance(organisation, id, text);
        } else if (!ordering.accept(
                who.actor(), organisation, id, text, version, sent.frame().language())) {
            Notice.warn(sent.frame().word("ordering.cart.condition-changed"))
                    .showAfter(sent.redirect());
        }
        return "redirect:/cart#conditions-" + offer;
    }

    @PostMapping({"/cart/{offer}/answers", "/cart/{offer}/persons"})
    String answer(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String offer,
            Form form,
            HttpServletRequest request) {
        keep(who, form, request);
        return toLine(offer);
    }

    @PostMapping("/cart/place")
    String place(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam IdempotencyKey key,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(name = "only", defaultValue = "") List<String> only,
            @RequestParam(name = "cheque", defaultValue = "false") boolean byCheque,
            Submission sent) {
        var organisation = orderer(who, sent.request());
        var outcome =
                ordering.place(
                        who.actor(),
                        organisation,
                        key,
                        only.isEmpty() ? Optional.empty() : Optional.of(ids(only)),
                        Optional.of(seen),
                        byCheque);
        return switch (outcome) {
            case PlaceOutcome.Placed(var order, _) ->
                    "redirect:/orders/" + order.number() + "/placed";
            case PlaceOutcome.Blocked(var restrictions) ->
                    warned("/cart", sent, "ordering.cart.blocked", restrictions.size());
            case PlaceOutcome.Changed() -> warned(review(only), sent, "ordering.review.changed");
            case PlaceOutcome.NothingToOrder() ->
                    sent.lead(
                            "/cart",
                            Notice.warn(sent.frame().word("ordering.cart.nothing-left"))
                                    .linked(sent.frame().word("ordering.orders.title"), "/orders"));
            case PlaceOutcome.NotAllowed() ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static String warned(String path, Submission sent, String key, Object... arguments) {
        return sent.lead(path, Notice.warn(sent.frame().word(key, arguments)));
    }

    private static String review(List<String> only) {
        var address = UriComponentsBuilder.fromPath("/cart/review");
        only.forEach(offer -> address.queryParam("only", offer));
        return address.encode().toUriString();
    }

    private OrganisationId orderer(SignedIn who, HttpServletRequest request) {
        return acting.as(MemberRole.ORDERER, who, request);
    }

    private OfferId known(OrganisationId organisation, String offer) {
        var id = OfferId.of(offer);
        if (packs.get(organisations.get(organisation).office()).offer(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return id;
    }

    private static String toLine(String offer) {
        return "redirect:/cart#line-" + offer;
    }
}
