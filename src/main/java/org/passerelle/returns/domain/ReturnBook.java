package org.passerelle.returns.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.returns.Return;
import org.passerelle.returns.ReturnNumber;
import org.passerelle.returns.ReturnState;

/// The returns of all offices.
public interface ReturnBook {

    /// The next number of an order's returns. Until the transaction ends nobody else announces one
    /// of that order, nor moves one.
    ReturnNumber next(OrderNumber order);

    /// Holds the order's returns without taking a number.
    void hold(OrderNumber order);

    void add(Return announced);

    Optional<Return> find(ReturnNumber number);

    /// Of one order, oldest first.
    List<Return> of(OrderNumber order);

    List<Return> ofOrganisation(OrganisationId organisation);

    /// Of an office in these states, those that stand longest first: `size` after the first `from`.
    List<Return> search(OfficeId office, Set<ReturnState.Code> states, int from, int size);

    int count(OfficeId office, Set<ReturnState.Code> states);

    Map<ReturnState.Code, Integer> countByState(OfficeId office);

    Optional<Return> withDocument(DocumentId document);

    void move(ReturnNumber number, ReturnState state);

    void inspected(ReturnNumber number, int line, Return.Inspected found);

    void note(ReturnNumber number, Return.Event event);
}
