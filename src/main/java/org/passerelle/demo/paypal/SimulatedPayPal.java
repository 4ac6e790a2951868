package org.passerelle.demo.paypal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.demo.paypal.SimulatedOrder.Course;
import org.passerelle.notification.WebAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// What the simulated PayPal keeps, and its rules: an order is captured once; the same request id
/// has the same answer; what was captured can be refunded up to its amount.
@Component
@ConditionalOnProperty(name = "passerelle.demo", havingValue = "true")
class SimulatedPayPal {
    static final String WEBHOOK = "DEMO";
    static final String CLIENT = "demo-";
    private static final int KEPT_MAX = 1000;
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;
    private static final int GATEWAY_TIMEOUT = 504;

    private final Map<String, SimulatedOrder> orders = new LinkedHashMap<>();
    private final SimulatedMemory memory;
    private final SimulatedMessages messages;
    private final SimulatedJson json;
    private final Clock clock;

    SimulatedPayPal(
            SimulatedMemory memory, SimulatedMessages messages, WebAddress web, Clock clock) {
        this.memory = memory;
        memory.read().forEach(order -> orders.put(order.id, order));
        this.messages = messages;
        this.json = new SimulatedJson(web);
        this.clock = clock;
    }

    /// What a call is answered; a body of nothing means that the answer was lost.
    record Reply(int status, Map<String, Object> body) {}

    /// An order as it is asked for.
    record Wanted(
            String customId,
            String invoiceId,
            String description,
            Money amount,
            String returnUrl,
            String cancelUrl) {}

    synchronized Reply create(String client, Wanted wanted, String requestId) {
        var before =
                orders.values().stream()
                        .filter(order -> order.createRequest.equals(requestId))
                        .findFirst();
        if (before.isPresent() && !requestId.isEmpty()) {
            return new Reply(OK, json.order(before.get()));
        }
        var order =
                new SimulatedOrder(
                        SimulatedMessages.code(),
                        client,
                        wanted.customId(),
                        wanted.invoiceId(),
                        wanted.description(),
                        wanted.amount(),
                        wanted.returnUrl(),
                        wanted.cancelUrl(),
                        clock.instant());
        if (orders.size() >= KEPT_MAX) {
            orders.remove(orders.keySet().iterator().next());
        }
        order.createRequest = requestId;
        orders.put(order.id, order);
        keep();
        return new Reply(CREATED, json.order(order));
    }

    synchronized Reply show(String id) {
        return find(id).map(order -> new Reply(OK, json.order(order)))
                .orElseGet(SimulatedPayPal::unknown);
    }

    synchronized Optional<SimulatedOrder> find(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    /// Those that were captured or wait, newest first.
    synchronized List<SimulatedOrder> captured() {
        return orders.values().stream()
                .filter(order -> !order.captureId.isEmpty())
                .sorted(Comparator.comparing((SimulatedOrder one) -> one.createdAt).reversed())
                .toList();
    }

    /// The buyer agrees, and says how it shall go.
    void approve(String id, Course course) {
        String told;
        String client;
        synchronized (this) {
            var order = find(id).orElseThrow();
            if (!order.status.equals("PAYER_ACTION_REQUIRED")) {
                return;
            }
            order.status = "APPROVED";
            order.course = course;
            keep();
            client = order.client;
            told =
                    messages.message(
                            "CHECKOUT.ORDER.APPROVED",
                            "checkout-order",
                            "An order has been approved by buyer",
                            json.order(order));
        }
        if (course == Course.EARLY) {
            messages.deliver(office(client), told);
        } else if (course != Course.SILENT) {
            messages.send(office(client), told, 1);
        }
    }

    synchronized Reply capture(String id, String requestId) {
        var found = find(id);
        if (found.isEmpty()) {
            return unknown();
        }
        var order = found.get();
        if (!order.captureId.isEmpty() && order.captureRequest.equals(requestId)) {
            return new Reply(OK, json.order(order));
        }
        return switch (order.status) {
            case "APPROVED" -> take(order, requestId);
            case "COMPLETED" -> refused("ORDER_ALREADY_CAPTURED");
            default -> refused("ORDER_NOT_APPROVED");
        };
    }

    private Reply take(SimulatedOrder order, String requestId) {
        if (order.course == Course.DECLINE) {
            order.status = "PAYER_ACTION_REQUIRED";
            keep();
            return refused("INSTRUMENT_DECLINED");
        }
        order.status = "COMPLETED";
        order.captureId = SimulatedMessages.code();
        order.captureRequest = requestId;
        order.capturedAt = clock.instant();
        order.captureStatus = order.course == Course.PENDING ? "PENDING" : "COMPLETED";
        keep();
        if (order.course == Course.SILENT) {
            return new Reply(GATEWAY_TIMEOUT, Map.of());
        }
        tell(order, order.course == Course.TWICE ? 2 : 1);
        return new Reply(CREATED, json.order(order));
    }

    /// What was pending is decided, or what was captured is taken back.
    ///
    /// @param status COMPLETED or DECLINED for what is pending, REVERSED for what is completed
    synchronized void decide(String id, String status) {
        var order = find(id).orElseThrow();
        if (order.captureStatus.equals("PENDING") && !status.equals("REVERSED")) {
            order.captureStatus = status;
            keep();
            tell(order, 1);
        } else if (order.captureStatus.equals("COMPLETED") && status.equals("REVERSED")) {
            order.captureStatus = "REFUNDED";
            keep();
            send(order, "PAYMENT.CAPTURE.REVERSED", json.capture(order), "capture", 1);
        }
    }

    synchronized Reply refund(
            String capture, Optional<Money> asked, String requestId, String customId) {
        var found = ofCapture(capture);
        if (found.isEmpty()) {
            return unknown();
        }
        var order = found.get();
        var before =
                order.refunds.stream().filter(one -> one.requestId().equals(requestId)).findAny();
        if (before.isPresent() && !requestId.isEmpty()) {
            return new Reply(OK, json.refund(order, before.get()));
        }
        var left = order.amount.minus(order.refunded());
        var amount = asked.orElse(left);
        if (order.captureStatus.equals("PENDING") || order.captureStatus.equals("DECLINED")) {
            return refused("CAPTURE_STATUS_NOT_VALID");
        }
        if (left.isZero()) {
            return refused("CAPTURE_FULLY_REFUNDED");
        }
        if (!amount.getCurrencyUnit().equals(left.getCurrencyUnit())) {
            return refused("REFUND_CAPTURE_CURRENCY_MISMATCH");
        }
        if (amount.isGreaterThan(left) || !amount.isPositive()) {
            return refused("REFUND_AMOUNT_EXCEEDED");
        }
        var refund =
                new SimulatedOrder.Refund(
                        SimulatedMessages.code(), requestId, customId, amount, clock.instant());
        order.refunds.add(refund);
        order.captureStatus = amount.equals(left) ? "REFUNDED" : "PARTIALLY_REFUNDED";
        keep();
        var told = json.refund(order, refund);
        send(order, "PAYMENT.CAPTURE.REFUNDED", told, "refund", 1);
        return new Reply(CREATED, told);
    }

    /// What was held back of refunds is made.
    synchronized void letRefundsThrough(String id) {
        var order = find(id).orElseThrow();
        order.holdsRefunds = false;
        keep();
        for (var refund : order.refunds) {
            send(order, "PAYMENT.CAPTURE.REFUNDED", json.refund(order, refund), "refund", 1);
        }
    }

    synchronized Reply showRefund(String id) {
        for (var order : orders.values()) {
            for (var refund : order.refunds) {
                if (refund.id().equals(id)) {
                    return new Reply(OK, json.refund(order, refund));
                }
            }
        }
        return unknown();
    }

    synchronized Reply showCapture(String id) {
        return ofCapture(id)
                .map(order -> new Reply(OK, json.capture(order)))
                .orElseGet(SimulatedPayPal::unknown);
    }

    private void keep() {
        memory.keep(orders.values());
    }

    private Optional<SimulatedOrder> ofCapture(String id) {
        return new ArrayList<>(orders.values())
                .stream().filter(order -> order.captureId.equals(id) && !id.isEmpty()).findFirst();
    }

    private void tell(SimulatedOrder order, int times) {
        var kind =
                switch (order.captureStatus) {
                    case "PENDING" -> "PAYMENT.CAPTURE.PENDING";
                    case "DECLINED" -> "PAYMENT.CAPTURE.DENIED";
                    default -> "PAYMENT.CAPTURE.COMPLETED";
                };
        send(order, kind, json.capture(order), "capture", times);
    }

    private void send(
            SimulatedOrder order,
            String kind,
            Map<String, Object> resource,
            String type,
            int times) {
        var told = messages.message(kind, type, kind + " for " + order.amount, resource);
        messages.send(office(order.client), told, times);
    }

    private static String office(String client) {
        return client.substring(CLIENT.length());
    }

    private static Reply unknown() {
        return new Reply(
                NOT_FOUND,
                SimulatedJson.error(
                        "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID", SimulatedMessages.code()));
    }

    private static Reply refused(String issue) {
        return new Reply(
                UNPROCESSABLE,
                SimulatedJson.error("UNPROCESSABLE_ENTITY", issue, SimulatedMessages.code()));
    }

    /// Until when a token given now is good.
    Instant now() {
        return clock.instant();
    }
}
