package org.passerelle.backoffice.banking;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Pager;

/// Attempts to pay by card or PayPal, as finance sees them (PAY-03).
public record PayPalPage(String found, List<Row> rows, Optional<Pager> pager) {

    /// @param names PayPal's order and capture, to find them there
    /// @param more PayPal's reason or fee; empty where there is none
    public record Row(
            String number,
            String path,
            String organisation,
            String started,
            String choice,
            String names,
            String amount,
            String tone,
            String state,
            String more) {}
}
