package org.passerelle.portal.organisation;

import org.passerelle.verification.CaseWords;
import org.passerelle.verification.Evidence;

/// A document as a page lists it. `about` is its kind, size and day in words.
public record EvidenceView(String id, String fileName, String path, String about) {

    static EvidenceView of(Evidence evidence, CaseWords words) {
        return new EvidenceView(
                evidence.id().toString(),
                evidence.fileName(),
                EvidencePages.PATH + evidence.id(),
                words.about(evidence));
    }
}
