package org.passerelle.catalogue;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.pack.model.OfferId;

/// Somebody wants to know when an offer is back, for one of their organisations (CAT-05).
///
/// @param toldAt when the letter was written; empty while it is waited for
public record ProductAlert(
        ProductAlertId id,
        PersonId person,
        OrganisationId organisation,
        OfficeId office,
        OfferId offer,
        Instant askedAt,
        Optional<Instant> toldAt) {}
