package org.passerelle.programme.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.History;

/// The lines of all orders as they were placed, and what became of them. Only ever adds (ORD-04).
public interface AllotmentLedger {

    /// Holds the organisation's part of these programmes until the transaction ends: nobody else
    /// adds to it meanwhile. Several are held in one order always, so that two orders do not wait
    /// for each other.
    void hold(OrganisationId organisation, Collection<ProgrammeId> programmes);

    /// All lines of the organisation, oldest first.
    List<History.Line> linesOf(OrganisationId organisation);

    /// The same of many at once; those that never ordered are left out.
    Map<OrganisationId, List<History.Line>> linesOf(Collection<OrganisationId> organisations);

    /// Reserves a line of an order; `position` is its place in the order.
    void reserve(OrganisationId organisation, OfficeId office, int position, History.Line line);

    /// Whose lines an order's are; empty when nothing was reserved for it.
    Optional<OrganisationId> organisationOf(String order);

    /// Marks all lines of an order as paid. Again changes nothing.
    void paid(String order, Instant at);

    /// Marks one line as used. Again changes nothing.
    ///
    /// @return whether it is used now; false when it was released or never reserved
    boolean use(String order, int position, Instant at);

    /// Takes units off a line, once for each cause, and never more than it has.
    ///
    /// @return whether that changed anything
    boolean giveBack(String order, int position, long units, String cause, Instant at);

    /// Releases the lines of an order that are not used. Again changes nothing.
    ///
    /// @return how many were released
    int release(String order, Instant at);
}
