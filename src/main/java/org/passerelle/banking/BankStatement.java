package org.passerelle.banking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;

/// A statement that was taken in.
///
/// @param movements how many it shows
/// @param added how many of these no statement showed before
/// @param gap what is missing before it; empty when it joins on
public record BankStatement(
        StatementId id,
        OfficeId office,
        String account,
        CurrencyUnit currency,
        String fileName,
        OptionalLong number,
        LocalDate from,
        LocalDate to,
        Optional<Money> opening,
        Optional<Money> closing,
        int movements,
        int added,
        Instant takenAt,
        Signature takenBy,
        Optional<Gap> gap) {

    /// A statement is missing: `expected` was the balance when the last one before ended on
    /// `since`.
    public record Gap(LocalDate since, Optional<Money> expected) {}
}
