package org.passerelle.demo.paypal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.passerelle.demo.paypal.SimulatedOrder.Course;
import org.passerelle.demo.paypal.SimulatedOrder.Refund;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the simulated PayPal does not forget when the demo is started again: a file in the demo's
/// data folder. PayPal keeps its orders whatever happens to those who use it, and refunds of
/// earlier payments need them.
@Component
@ConditionalOnProperty(name = "passerelle.demo", havingValue = "true")
class SimulatedMemory {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedMemory.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    SimulatedMemory(@Value("${passerelle.data-folder}") Path data) {
        this.file = data.resolve("simulated-paypal.json");
    }

    private record WrittenRefund(
            String id, String requestId, String customId, String amount, Instant at) {}

    private record Written(
            String id,
            String client,
            String customId,
            String invoiceId,
            String description,
            String amount,
            String returnUrl,
            String cancelUrl,
            Instant createdAt,
            String createRequest,
            String status,
            Course course,
            String captureId,
            String captureStatus,
            String captureRequest,
            @Nullable Instant capturedAt,
            boolean holdsRefunds,
            List<WrittenRefund> refunds) {}

    /// All orders as they were kept last, in their order; none when there is no file, or none that
    /// can be read.
    List<SimulatedOrder> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return List.of(JSON.readValue(Files.readString(file), Written[].class)).stream()
                    .map(SimulatedMemory::order)
                    .toList();
        } catch (IOException | JacksonException e) {
            LOG.warn("{} cannot be read: the simulated PayPal knows no earlier payment", file, e);
            return List.of();
        }
    }

    /// Keeps all orders in place of those before; a start in the middle finds either.
    void keep(Collection<SimulatedOrder> orders) {
        var text = JSON.writeValueAsString(orders.stream().map(SimulatedMemory::written).toList());
        try {
            Files.createDirectories(file.getParent());
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, text);
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Written written(SimulatedOrder order) {
        return new Written(
                order.id,
                order.client,
                order.customId,
                order.invoiceId,
                order.description,
                order.amount.toString(),
                order.returnUrl,
                order.cancelUrl,
                order.createdAt,
                order.createRequest,
                order.status,
                order.course,
                order.captureId,
                order.captureStatus,
                order.captureRequest,
                order.capturedAt,
                order.holdsRefunds,
                order.refunds.stream()
                        .map(one ->
                                new WrittenRefund(
                                        one.id(),
                                        one.requestId(),
                                        one.customId(),
                                        one.amount().toString(),
                                        one.at()))
                        .toList());
    }

    private static SimulatedOrder order(Written written) {
        var order =
                new SimulatedOrder(
                        written.id,
                        written.client,
                        written.customId,
                        written.invoiceId,
                        written.description,
                        Money.parse(written.amount),
                        written.returnUrl,
                        written.cancelUrl,
                        written.createdAt);
        order.createRequest = written.createRequest;
        order.status = written.status;
        order.course = written.course;
        order.captureId = written.captureId;
        order.captureStatus = written.captureStatus;
        order.captureRequest = written.captureRequest;
        order.capturedAt = written.capturedAt;
        order.holdsRefunds = written.holdsRefunds;
        written.refunds.forEach(one ->
                order.refunds.add(
                        new Refund(
                                one.id,
                                one.requestId,
                                one.customId,
                                Money.parse(one.amount),
                                one.at)));
        return order;
    }
}
