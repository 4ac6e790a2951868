package org.passerelle.demo.paypal;

import java.util.List;
import java.util.Locale;
import org.passerelle.demo.paypal.SimulatedOrder.Course;
import org.passerelle.ui.Frame;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/// PayPal's pages as a demo has them: the buyer says how it shall go, and what waits is decided
/// later (PAY-03).
@Controller
@ConditionalOnProperty(name = "passerelle.demo", havingValue = "true")
public class SimulatorPages {
    private static final String HOME = "redirect:/demo/paypal";

    private final SimulatedPayPal paypal;

    SimulatorPages(SimulatedPayPal paypal) {
        this.paypal = paypal;
    }

    /// To agree, or not.
    ///
    /// @param open whether the buyer may still decide
    public record CheckoutPage(
            String token, String description, String amount, boolean open, List<String> courses) {}

    /// One capture, and what can be done to it.
    public record CaptureRow(
            String order, String description, String amount, String status, boolean isPending) {}

    @GetMapping(SimulatedJson.CHECKOUT)
    String checkout(@RequestParam String token, Frame frame, Model model) {
        var order = order(token);
        model.addAttribute(
                "page",
                new CheckoutPage(
                        order.id,
                        order.description,
                        frame.words().money(order.amount),
                        order.status.equals("PAYER_ACTION_REQUIRED"),
                        List.of(Course.values()).stream().map(Course::word).toList()));
        return "demo/paypal-checkout";
    }

    @PostMapping(SimulatedJson.CHECKOUT)
    String decide(@RequestParam String token, @RequestParam String course) {
        var order = order(token);
        if (course.equals("cancel")) {
            return "redirect:" + withToken(order.cancelUrl, order.id);
        }
        paypal.approve(token, courseOf(course));
        return "redirect:" + withToken(order.returnUrl, order.id);
    }

    @GetMapping("/demo/paypal")
    String home(Frame frame, Model model) {
        model.addAttribute(
                "rows",
                paypal.captured().stream()
                        .map(order ->
                                new CaptureRow(
                                        order.id,
                                        order.description,
                                        frame.words().money(order.amount),
                                        order.captureStatus,
                                        order.captureStatus.equals("PENDING")))
                        .toList());
        return "demo/paypal-home";
    }

    @PostMapping("/demo/paypal/{order}/{status}")
    String later(@PathVariable String order, @PathVariable String status) {
        var known = order(order).id;
        if (!List.of("completed", "declined", "reversed").contains(status)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        paypal.decide(known, status.toUpperCase(Locale.ROOT));
        return HOME;
    }

    private static Course courseOf(String word) {
        return List.of(Course.values()).stream()
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private SimulatedOrder order(String id) {
        return paypal.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String withToken(String address, String token) {
        return UriComponentsBuilder.fromUriString(address)
                .queryParam("token", token)
                .queryParam("PayerID", "DEMOBUYER")
                .build()
                .toUriString();
    }
}
