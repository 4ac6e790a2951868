package org.passerelle.catalogue;

import java.time.LocalDate;
import java.util.Optional;

/// A discount code in clear, for whom it was given to.
public record GivenCode(String code, Optional<LocalDate> expiresOn) {
    /// Never in a log.
    @Override
    public String toString() {
        return "GivenCode[…, expiresOn=" + expiresOn + "]";
    }
}
