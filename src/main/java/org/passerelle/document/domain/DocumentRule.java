package org.passerelle.document.domain;

import java.util.Optional;
import java.util.Set;
import org.passerelle.document.TakeOutcome;
import org.passerelle.document.domain.Files.TakenIn;

/// Which documents are taken.
public final class DocumentRule {
    public static final int LONGEST_NAME = 120;

    public static final Set<String> TYPES =
            Set.of(
                    "application/pdf",
                    "image/png",
                    "image/jpeg",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "application/vnd.oasis.opendocument.text");

    private DocumentRule() {}

    /// Why a file is not taken; empty when it is.
    public static Optional<TakeOutcome> refusal(TakenIn file, long largestBytes) {
        if (file.sizeBytes() == 0) {
            return Optional.of(new TakeOutcome.Empty());
        }
        if (file.sizeBytes() > largestBytes) {
            return Optional.of(new TakeOutcome.TooLarge(largestBytes));
        }
        return TYPES.contains(file.mediaType())
                ? Optional.empty()
                : Optional.of(new TakeOutcome.TypeNotTaken(file.mediaType()));
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
