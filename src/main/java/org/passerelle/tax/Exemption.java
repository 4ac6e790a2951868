package org.passerelle.tax;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;

/// An exemption from tax that a member asked for with its certificate, and what became of it: being
/// verified is not being exempt (INV-05).
///
/// @param place where it holds: a country such as `LU`, or a region such as `CA-QC`
/// @param from the first day, `until` the last, both inclusive; without a last day it holds on
public record Exemption(
        ExemptionId id,
        OrganisationId organisation,
        String place,
        LocalDate from,
        Optional<LocalDate> until,
        String certificate,
        Optional<DocumentId> file,
        Instant askedAt,
        Signature askedBy,
        State state) {

    /// What became of it.
    public sealed interface State {}

    /// Nobody has decided yet.
    public record Asked() implements State {}

    /// It counts, at its place and on its days.
    ///
    /// @param taxes the codes of the taxes it frees from; empty: of all at its place
    /// @param reason the law it rests on, as the invoice says it
    public record Accepted(Instant at, Signature by, Set<String> taxes, String reason)
            implements State {
        public Accepted {
            taxes = Set.copyOf(taxes);
        }
    }

    /// It never counted.
    public record Refused(Instant at, Signature by, String reason) implements State {}

    /// It counted until this moment, and not any more.
    public record Revoked(Instant at, Signature by, String reason) implements State {}

    /// The member took it back before anybody decided.
    public record Withdrawn(Instant at, Signature by) implements State {}

    /// Whether its days include this one, whatever became of it.
    public boolean covers(LocalDate day) {
        return !from.isAfter(day) && until.filter(last -> last.isBefore(day)).isEmpty();
    }

    /// Whether it holds for what is delivered there.
    public boolean isFor(String country, Optional<String> region) {
        return place.equals(country) || region.filter(place::equals).isPresent();
    }

    /// The same with another state.
    public Exemption with(State next) {
        return new Exemption(
                id, organisation, place, from, until, certificate, file, askedAt, askedBy, next);
    }

    /// The same on the days and at the place that the certificate really says.
    public Exemption on(String where, LocalDate first, Optional<LocalDate> last) {
        return new Exemption(
                id, organisation, where, first, last, certificate, file, askedAt, askedBy, state);
    }
}
