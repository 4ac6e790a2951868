package org.passerelle.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;

/// A partner's written approval as staff recorded it; `document` says what it is and where it is
/// kept, `file` is the letter itself (ELI-05).
public record RecordedWaiver(
        WaiverId id,
        OrganisationId organisation,
        OrganisationFacts.Waiver waiver,
        String document,
        Optional<DocumentId> file,
        Instant recordedAt,
        Signature recordedBy,
        Optional<Revocation> revoked) {

    /// Taken back before its end.
    public record Revocation(Instant at, Signature by, String reason) {}

    /// Whether it counts on a day.
    public boolean isValidOn(LocalDate day) {
        return revoked.isEmpty() && waiver.isValidOn(day);
    }
}
