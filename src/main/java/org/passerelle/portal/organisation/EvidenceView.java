package org.passerelle.portal.organisation;

import java.time.ZoneId;
import org.passerelle.verification.Evidence;
import org.passerelle.words.Words;

/// A document as a page lists it. `about` is its kind, size and day in words.
public record EvidenceView(String id, String fileName, String path, String about) {
    private static final long KILO = 1024;

    static EvidenceView of(Evidence evidence, String below, Words words, ZoneId zone) {
        var day = evidence.uploaded().atZone(zone).toLocalDate();
        var about =
                words.get(
                        "verification.evidence.about",
                        words.get("verification.type." + type(evidence.mediaType())),
                        size(evidence.sizeBytes(), words),
                        words.date(day),
                        evidence.uploadedBy());
        return new EvidenceView(
                evidence.id().toString(), evidence.fileName(), below + evidence.id(), about);
    }

    private static String type(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> "pdf";
            case "image/png", "image/jpeg" -> "image";
            default -> "text";
        };
    }

    private static String size(long bytes, Words words) {
        return bytes < KILO * KILO
                ? words.get("verification.size.kilo", Math.max(1, bytes / KILO))
                : words.get(
                        "verification.size.mega", Math.round(10.0 * bytes / KILO / KILO) / 10.0);
    }
}
