package org.passerelle.payment;

import java.util.Optional;

/// Whose money it is, as far as it is known: where it came from, and where it goes back to.
///
/// @param account an IBAN for a transfer, the capture's id for PayPal and cards, the cheque's
///   number for a cheque
public record Payer(Optional<String> name, Optional<String> account) {

    public static Payer of(String name, String account) {
        return new Payer(
                Optional.of(name).filter(it -> !it.isBlank()),
                Optional.of(account).filter(it -> !it.isBlank()));
    }

    public static Payer unknown() {
        return new Payer(Optional.empty(), Optional.empty());
    }
}
