package org.passerelle.banking.domain;

import java.util.List;

/// A bank's file as it was read.
///
/// @param format as the file names it, such as `camt.053.001.08`
/// @param entries bookings in it; a booking of several payments is several movements
public record BankFile(String format, List<Statement> statements, int entries) {
    public BankFile {
        statements = List.copyOf(statements);
    }
}
