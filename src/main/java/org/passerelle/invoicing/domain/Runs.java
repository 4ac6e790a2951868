package org.passerelle.invoicing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.passerelle.invoicing.MonthRun;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;

/// The runs of offices: one at a time under way.
public interface Runs {
    /// Empty when one is under way.
    Optional<UUID> start(OfficeId office, LocalDate until, Instant at, Signature by);

    /// What a part of a run needs to know.
    record UnderWay(
            OfficeId office, LocalDate until, Optional<Instant> endedAt, Signature startedBy) {}

    Optional<UnderWay> lock(UUID run);

    void add(UUID run, long invoices, long grossMinor);

    void end(UUID run, Instant at);

    List<MonthRun> latest(OfficeId office, CurrencyUnit currency);
}
