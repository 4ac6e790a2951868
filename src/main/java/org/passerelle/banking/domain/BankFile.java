package org.passerelle.banking.domain;

import java.util.List;
import java.util.Set;

/// A bank's file as it was read.
///
/// @param format as the file names it, such as `camt.053.001.08`
/// @param statements none in a report (camt.052) or an advice (camt.054)
/// @param advised what those tell instead
/// @param accounts of which it tells anything
/// @param entries bookings in it; a booking of several payments is several movements
public record BankFile(
        String format,
        List<Statement> statements,
        List<Advised> advised,
        Set<String> accounts,
        int entries) {
    public BankFile {
        statements = List.copyOf(statements);
        advised = List.copyOf(advised);
        accounts = Set.copyOf(accounts);
    }

    /// Whether it counts money.
    public boolean isStatement() {
        return format.startsWith("camt.053");
    }

    /// Whether it tells what was booked within the day so far.
    public boolean isReport() {
        return format.startsWith("camt.052");
    }
}
