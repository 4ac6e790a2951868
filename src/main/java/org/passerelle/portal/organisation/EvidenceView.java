package org.passerelle.portal.organisation;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.document.Document;
import org.passerelle.verification.CaseWords;
import org.passerelle.verification.Evidence;
import org.passerelle.verification.EvidenceId;

/// A document as a page lists it. `path` is empty while the virus scanner keeps it from being
/// opened; `about` is its kind, size and day in words.
///
/// @param lost whether its file was deleted because of a virus: another is wanted
public record EvidenceView(String id, String fileName, String path, String about, boolean lost) {

    static EvidenceView of(
            Evidence evidence, CaseWords words, Map<EvidenceId, Document.Scan> scans) {
        return new EvidenceView(
                evidence.id().toString(),
                evidence.fileName(),
                opens(scans.get(evidence.id())) ? EvidencePages.PATH + evidence.id() : "",
                words.about(evidence, scans),
                scans.get(evidence.id()) instanceof Document.Scan.Infected);
    }

    private static boolean opens(Document.@Nullable Scan scan) {
        return !(scan instanceof Document.Scan.Waiting || scan instanceof Document.Scan.Infected);
    }
}
