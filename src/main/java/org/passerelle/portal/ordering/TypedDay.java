package org.passerelle.portal.ordering;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// A day as a field of that kind sends it.
final class TypedDay {
    private TypedDay() {}

    static Optional<LocalDate> of(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
