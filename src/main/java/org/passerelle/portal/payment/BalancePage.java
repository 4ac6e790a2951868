package org.passerelle.portal.payment;

import java.util.List;
import java.util.Optional;

/// How what an organisation still has to pay comes about (PAY-05).
///
/// @param headline what is open, in one sentence
/// @param onItsWay how much is on its way back
/// @param before the balance carried over from lines that are not shown
/// @param lines oldest first
public record BalancePage(
        String headline,
        String text,
        Optional<String> onItsWay,
        Optional<String> before,
        List<Line> lines) {

    /// @param order the number of the order it is for
    /// @param invoice the number of the invoice or credit note it is of
    /// @param detail the reference of a payment, or what became of money that goes back
    public record Line(
            String day,
            String what,
            Optional<String> order,
            Optional<String> invoice,
            String detail,
            String plus,
            String minus,
            String balance) {}
}
