package org.passerelle.ordering.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.ordering.HandOver;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.ordering.OrderQuery;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.OrdersFound;
import org.passerelle.ordering.Unpaid;

/// Keeps orders. What was agreed is written once; only states, dates and deliveries move.
public interface Orders {

    /// Lets one transaction at a time place orders for an organisation.
    void hold(OrganisationId organisation);

    /// The office's next number; numbers of transactions that fail are left out for ever.
    long nextNumber(OfficeId office);

    /// Writes a new order; false, and nothing written, when the organisation used the key before. A
    /// concurrent order with the same key is waited for.
    boolean add(Order order, String idempotencyKey);

    Optional<OrderNumber> byKey(OrganisationId organisation, String idempotencyKey);

    Optional<Order> find(OrderNumber number);

    /// The order, held until the transaction ends.
    Optional<Order> lock(OrderNumber number);

    /// The numbers of offices that gave this number.
    List<OrderNumber> numbered(long value);

    /// Newest first.
    List<Order> ofOrganisation(OrganisationId organisation);

    /// Those with units for named persons, newest first.
    List<Order> withPersons(OrganisationId organisation);

    /// Those that wait for a transfer, newest first.
    List<Unpaid> unpaidOf(OrganisationId organisation);

    /// Newest first; an empty set of states means any.
    List<Order> ofOffice(OfficeId office, Set<OrderState.Code> states, int limit);

    OrdersFound search(OfficeId office, OrderQuery query, int from, int size);

    Map<OrderState.Code, Integer> countByState(OfficeId office);

    void move(OrderNumber number, OrderState state);

    void expect(OrderNumber number, int position, LocalDate on);

    /// Nothing more will be handed over for a line.
    void allHanded(OrderNumber number, int position, Instant at);

    void delivered(OrderNumber number, int position, Instant at);

    void handOver(OrderNumber number, HandOver handOver, Optional<byte[]> sealed);

    /// A parcel was there on this day; again changes nothing.
    void arrived(UUID handOver, LocalDate on, Instant at, Signature by);

    /// Keeps the support of a line as it is planned, numbered or active now.
    void contract(OrderNumber number, int position, Order.SupportContract contract);

    /// Gives a unit of a line to somebody who is not among its persons yet.
    void assign(OrderNumber number, int position, Order.Person person, Signature by);

    /// So many more units of a line came back.
    void givenBack(OrderNumber number, int position, long units);

    void free(OrderNumber number, int position, int place, Instant at, Signature by);

    /// The sealed secrets of an order's hand-overs, by their id.
    List<Sealed> sealed(OrderNumber number);

    void note(OrderNumber number, Order.Event event);

    record Sealed(UUID handOver, byte[] bytes) {}
}
