package org.passerelle.invoicing.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.passerelle.invoicing.Invoice.Party;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;

/// How documents are issued: by whom, in whose name, on which day of the office.
///
/// @param prefix of the numbers
/// @param on gives the numbers their year
public record Issue(
        OfficeId office, String prefix, Party seller, LocalDate on, Instant at, Signature by) {}
