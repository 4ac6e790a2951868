package org.passerelle.invoicing;

import java.util.Optional;
import java.util.regex.Pattern;

/// Names one invoice or credit note of an office for ever: its prefix, the year it was issued in,
/// and its place in that year, without gaps, from one on (INV-01). Printed `LU-2026-00042`.
public record InvoiceNumber(String prefix, int year, long place)
        implements Comparable<InvoiceNumber> {
    private static final Pattern PRINTED = Pattern.compile("([A-Z0-9]{1,8})-(\\d{4})-(\\d{5,12})");

    /// The number as it is printed; empty for what is none.
    public static Optional<InvoiceNumber> parse(String text) {
        var parts = PRINTED.matcher(text.strip());
        return parts.matches()
                ? Optional.of(
                        new InvoiceNumber(
                                parts.group(1),
                                Integer.parseInt(parts.group(2)),
                                Long.parseLong(parts.group(3))))
                : Optional.empty();
    }

    /// @throws IllegalArgumentException for what is no number
    public static InvoiceNumber of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException("No invoice number: " + text));
    }

    @Override
    public int compareTo(InvoiceNumber other) {
        return year == other.year
                ? Long.compare(place, other.place)
                : Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return "%s-%04d-%05d".formatted(prefix, year, place);
    }
}
