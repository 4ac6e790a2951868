package org.passerelle.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.notification.SentLetter;

/// Which letter tells an organisation of each event of a case (NOT-01). A new kind of event does
/// not compile before somebody has answered that here.
public final class CaseEventLetters {
    private CaseEventLetters() {}

    /// Empty where none is written.
    private static Optional<String> of(CaseEvent event) {
        return switch (event) {
            case SUBMITTED -> Optional.of("submitted|contested|parent-lost|parent-disowned");
            case ASKED -> Optional.of("asked");
            case QUALIFIED -> Optional.of("qualified");
            case REFUSED -> Optional.of("refused");
            case WITHDRAWN -> Optional.of("withdrawn");
            case LAPSED -> Optional.of("lapsed");
            case FACT_CHANGED -> Optional.of("changed");
            case LETTER_ACCEPTED -> Optional.of("branch-accepted");
            case LETTER_REFUSED -> Optional.of("branch-refused");
            case PARENT_LOST -> Optional.of("parent-lost");
            case PARENT_DISOWNED -> Optional.of("parent-disowned");
            // What the organisation did itself: the page says it at once, and the letter of its
            // submission says the rest.
            case OPENED, EVIDENCE_ADDED, EVIDENCE_REMOVED, ANSWERED, CONTESTED -> Optional.empty();
            // Who of the office looks at the case concerns the office.
            case CLAIMED, HANDED_OVER, RELEASED -> Optional.empty();
            // After the last answer; where the office goes on without one: CaseActsTest.
            case RESUMED -> Optional.empty();
            case EVIDENCE_INFECTED -> Optional.of("evidence-lost");
        };
    }

    /// Asserts that each event of the case has its letter among these of its organisation.
    public static void areAll(List<CaseEntry> history, List<SentLetter> letters) {
        var written = letters.stream().map(SentLetter::template).collect(Collectors.toSet());
        for (var entry : history) {
            of(entry.event())
                    .ifPresent(kinds ->
                            assertThat(written)
                                    .as(entry.toString())
                                    .anyMatch(
                                            one -> one.matches("verification\\.(" + kinds + ")")));
        }
    }
}
