package org.passerelle.ordering.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.ChequePermission;
import org.passerelle.ordering.OrderNumber;

/// Keeps which organisations may pay by cheque, and which orders wait for one (PAY-04).
public interface ChequeOrders {
    /// The latest decision.
    Optional<ChequePermission> permission(OrganisationId organisation);

    void permit(OrganisationId organisation, ChequePermission permission);

    /// An order is to be paid by cheque from now on: it holds no stock.
    void chosen(OrderNumber number, Instant at);

    /// It holds its stock from now on.
    void held(OrderNumber number, Instant at);

    /// Whether an order is to be paid by cheque and holds no stock yet.
    boolean holdsNothing(OrderNumber number);

    /// Orders of an office that still wait for their cheque, the oldest first.
    List<OrderNumber> waiting(OfficeId office, int from, int size);

    int countWaiting(OfficeId office);
}
