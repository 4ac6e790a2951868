package org.passerelle.invoicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;

/// A run that invoices everything delivered until a day, inclusive (INV-01).
///
/// @param endedAt empty while it is under way
public record MonthRun(
        UUID id,
        OfficeId office,
        LocalDate until,
        long invoices,
        Money gross,
        Instant startedAt,
        Optional<Instant> endedAt,
        Signature startedBy) {}
