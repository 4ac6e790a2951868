package org.passerelle.ordering;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.pack.model.OfferId;

/// What an organisation wants, exactly as it was typed: nothing is lost because it is wrong
/// (ORD-01). One cart for an organisation, shared by those who may order.
public record Cart(OrganisationId organisation, List<Line> lines) {
    /// The largest number that is taken for a number of units.
    public static final long MOST_UNITS = 999_999_999;

    /// @param quantity as typed
    /// @param answers by question
    /// @param accepted by text; an acceptance of older words than today's does not count
    public record Line(
            OfferId offer,
            String quantity,
            Map<String, String> answers,
            List<Person> persons,
            Map<String, Acceptance> accepted,
            Instant addedAt) {

        /// Whether a number of units was typed.
        public boolean isCounted() {
            return quantity.strip().matches("[0-9]{1,9}");
        }

        /// The units typed, or zero where that is no number of units.
        public long units() {
            return isCounted() ? Long.parseLong(quantity.strip()) : 0;
        }
    }

    /// Who shall use a unit, as typed.
    public record Person(String name, String email, Optional<Boolean> newUser) {}

    public record Acceptance(String version, Language language, Instant at, Signature by) {}

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public Optional<Line> line(OfferId offer) {
        return lines.stream().filter(line -> line.offer().equals(offer)).findFirst();
    }
}
