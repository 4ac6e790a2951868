package org.passerelle.verification;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;

/// A document an organisation gave. `mediaType` is what its bytes are, whatever its name says;
/// `kind` is the document asked for, in the words of the pack, or [Evidence#OTHER].
public record Evidence(
        EvidenceId id,
        OrganisationId organisation,
        CaseId caseId,
        String kind,
        String fileName,
        String mediaType,
        long sizeBytes,
        String sha256,
        Instant uploaded,
        Signature uploadedBy,
        Optional<Instant> removed) {

    /// A document nobody asked for.
    public static final String OTHER = "other";

    public boolean isThere() {
        return removed.isEmpty();
    }

    public boolean isImage() {
        return mediaType.startsWith("image/");
    }

    /// Whether a browser may show it, sandboxed, instead of saving it.
    public boolean mayShowInline() {
        return isImage() || mediaType.equals("application/pdf");
    }
}
