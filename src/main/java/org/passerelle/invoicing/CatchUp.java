package org.passerelle.invoicing;

import java.util.Set;
import org.passerelle.invoicing.domain.CameBack;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.ordering.OrderQuery;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.Ordering;
import org.passerelle.pack.Packs;
import org.passerelle.returns.Return;
import org.passerelle.returns.Returns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Has what was delivered before there were invoices wait for the next run (INV-01): at the first
/// start, once for each office. What waits already or was invoiced stays as it is.
@Component
class CatchUp {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final int AT_ONCE = 200;
    private static final OrderQuery DELIVERED =
            new OrderQuery(
                    Set.of(OrderState.Code.IN_FULFILMENT, OrderState.Code.DELIVERED),
                    "",
                    "",
                    Set.of());

    private final Ordering ordering;
    private final Returns returns;
    private final Billable billable;
    private final ReturnedLines returned;
    private final CameBack cameBack;
    private final Packs packs;
    private final TransactionTemplate transaction;

    CatchUp(
            Ordering ordering,
            Returns returns,
            Billable billable,
            ReturnedLines returned,
            CameBack cameBack,
            Packs packs,
            PlatformTransactionManager transactions) {
        this.ordering = ordering;
        this.returns = returns;
        this.billable = billable;
        this.returned = returned;
        this.cameBack = cameBack;
        this.packs = packs;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void catchUp() {
        for (var pack : packs.installed()) {
            if (!cameBack.isCaughtUp(pack.id())) {
                catchUp(pack.id());
            }
        }
    }

    /// Each order in a transaction of its own, so that one that cannot be read keeps no other back;
    /// then all are tried again at the next start.
    void catchUp(OfficeId office) {
        var isWhole = true;
        var from = 0;
        var found = ordering.search(office, DELIVERED, from, AT_ONCE).orders();
        while (!found.isEmpty()) {
            for (var order : found) {
                isWhole &= alone(order.number());
            }
            from += found.size();
            found = ordering.search(office, DELIVERED, from, AT_ONCE).orders();
        }
        if (isWhole) {
            transaction.executeWithoutResult(_ -> cameBack.caughtUp(office));
        }
    }

    private boolean alone(OrderNumber number) {
        try {
            transaction.executeWithoutResult(_ -> {
                var order = ordering.order(number).orElseThrow();
                billable.holdWaiting(order);
                order.lines().forEach(line -> billable.delivered(order, line));
                returns.of(number).stream().map(Return::number).forEach(returned::settle);
            });
            return true;
        } catch (RuntimeException failure) {
            LOG.warn("Order {} is not ready to be invoiced", number.key(), failure);
            return false;
        }
    }
}
