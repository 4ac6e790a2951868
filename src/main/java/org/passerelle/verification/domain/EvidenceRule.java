package org.passerelle.verification.domain;

import java.util.Optional;
import java.util.Set;
import org.passerelle.verification.AttachOutcome;
import org.passerelle.verification.domain.EvidenceFiles.TakenIn;

/// Which documents are taken.
public final class EvidenceRule {
    public static final long LARGEST_BYTES = 10L * 1024 * 1024;
    public static final int MOST_FILES = 20;
    public static final int LONGEST_NAME = 120;

    public static final Set<String> TYPES =
            Set.of(
                    "application/pdf",
                    "image/png",
                    "image/jpeg",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "application/vnd.oasis.opendocument.text");

    private EvidenceRule() {}

    /// Why a file is not taken; empty when it is.
    public static Optional<AttachOutcome> refusal(TakenIn file, int alreadyThere) {
        if (file.sizeBytes() == 0) {
            return Optional.of(new AttachOutcome.Empty());
        }
        if (file.sizeBytes() > LARGEST_BYTES) {
            return Optional.of(new AttachOutcome.TooLarge(LARGEST_BYTES));
        }
        if (!TYPES.contains(file.mediaType())) {
            return Optional.of(new AttachOutcome.TypeNotTaken(file.mediaType()));
        }
        return alreadyThere >= MOST_FILES
                ? Optional.of(new AttachOutcome.TooMany(MOST_FILES))
                : Optional.empty();
    }

    /// A name to show and to save under: without folders, control characters or marks that turn
    /// text round, and not too long.
    public static String safeName(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "").strip();
        var named = clean.isEmpty() || clean.chars().allMatch(c -> c == '.') ? "document" : clean;
        if (named.length() <= LONGEST_NAME) {
            return named;
        }
        var dot = named.lastIndexOf('.');
        var ending = dot > 0 && named.length() - dot <= 6 ? named.substring(dot) : "";
        return named.substring(0, LONGEST_NAME - ending.length()) + ending;
    }
}
