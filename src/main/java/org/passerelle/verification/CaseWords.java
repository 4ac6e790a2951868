package org.passerelle.verification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.document.Document;
import org.passerelle.pack.model.Office;
import org.passerelle.words.Words;

/// Says cases, documents and decisions in a reader's words, alike to both sides.
///
/// @param zone of the office
public record CaseWords(Words words, ZoneId zone) {
    static final String BETWEEN_FACTS = ", ";

    private static final long KILO = 1024;
    private static final double TENTHS = 10.0;

    public String number(CaseView view) {
        return words.get("verification.case.number", String.valueOf(view.number()));
    }

    public String state(CaseState state) {
        return words.get("verification.state." + state);
    }

    /// The tone of a badge.
    public static String tone(CaseState state) {
        return switch (state) {
            case DRAFT, WITHDRAWN -> "mute";
            case SUBMITTED, IN_REVIEW -> "info";
            case INFORMATION_REQUESTED -> "warn";
            case QUALIFIED -> "ok";
            case REFUSED -> "bad";
        };
    }

    /// A promise ends where the next day begins; people are told the day itself.
    public String promised(Instant end) {
        var day = end.minusNanos(1).atZone(zone).toLocalDate();
        return words.get("verification.end-of-day", words.weekday(day));
    }

    public String event(CaseEntry entry) {
        return words.get("verification.event." + entry.event(), detail(entry));
    }

    private String detail(CaseEntry entry) {
        return entry.event() == CaseEvent.FACT_CHANGED
                ? facts(List.of(entry.detail().split(BETWEEN_FACTS)), words)
                : entry.detail();
    }

    /// Facts that changed are kept by their codes, and have names.
    public static String facts(List<String> codes, Words words) {
        return codes.stream()
                .map(code ->
                        words.find("verification.fact." + code)
                                .or(() -> words.find("organisation.scheme." + code))
                                .orElse(code))
                .collect(Collectors.joining(", "));
    }

    /// To whom letters about a case go: one address or two.
    public static String addresses(List<String> all, Words words) {
        return all.size() == 2
                ? words.get("verification.writes-to.two", all.getFirst(), all.getLast())
                : String.join(", ", all);
    }

    /// Who did it; what the product did by itself is said so in words.
    public String by(CaseEntry entry) {
        return words.actor(entry.by().name());
    }

    /// The tone of a line of history.
    public static String tone(CaseEvent event) {
        return switch (event) {
            case QUALIFIED, LETTER_ACCEPTED -> "ok";
            case REFUSED, LAPSED, EVIDENCE_INFECTED -> "bad";
            case ASKED, CONTESTED, FACT_CHANGED, LETTER_REFUSED, PARENT_LOST, PARENT_DISOWNED ->
                    "warn";
            case SUBMITTED, ANSWERED, RESUMED, CLAIMED, HANDED_OVER -> "brand";
            case OPENED, EVIDENCE_ADDED, EVIDENCE_REMOVED, RELEASED, WITHDRAWN -> "mute";
        };
    }

    /// What the reasons say to the organisation; one that the pack no longer has shows its word.
    public List<String> reasons(Decision decision, Office office) {
        return decision.reasons().stream()
                .map(id ->
                        office.qualification().refusalReasons().stream()
                                .filter(reason -> reason.id().equals(id))
                                .findFirst()
                                .map(reason -> reason.text().in(words.language()))
                                .orElse(id))
                .toList();
    }

    /// The statuses found, such as charity or library, by the office's names (VER-04). A refusal
    /// gives none, whatever the legal form is.
    public String statuses(Decision decision, CaseState state, Office office) {
        if (state != CaseState.QUALIFIED) {
            return "";
        }
        return decision.statuses().stream()
                .map(id ->
                        Optional.ofNullable(office.statuses().get(id))
                                .map(status -> status.name().in(words.language()))
                                .orElse(id))
                .collect(Collectors.joining(", "));
    }

    /// Who decided, when, on how many documents, under which rules (VER-09). Who decided, when and
    /// on how many documents, for whoever need not know the rules' version.
    public String decided(Decision decision) {
        return words.get(
                        "verification.decision.by",
                        decision.by().name(),
                        words.dateTime(decision.at(), zone))
                + " · "
                + words.get("verification.decision.evidence", decision.evidence().size());
    }

    public String grounds(Decision decision) {
        return words.get(
                        "verification.decision.by",
                        decision.by().name(),
                        words.dateTime(decision.at(), zone))
                + " · "
                + words.get(
                        "verification.decision.grounds",
                        decision.evidence().size(),
                        decision.packHash().substring(0, 12));
    }

    public String asked(Question question) {
        return words.get(
                "verification.question.asked", question.askedBy().name(), date(question.asked()));
    }

    /// What a document is, how large, since when and from whom.
    public String about(Evidence evidence) {
        return words.get(
                "verification.evidence.about",
                words.get("verification.type." + type(evidence.mediaType())),
                size(evidence.sizeBytes()),
                date(evidence.uploaded()),
                evidence.uploadedBy().name());
    }

    /// The same, and whether the virus scanner keeps it from being opened.
    public String about(Evidence evidence, Map<EvidenceId, Document.Scan> scans) {
        var about = about(evidence);
        var scan = scans.get(evidence.id());
        return scan == null || scan.mayBeServed() ? about : about + " · " + withheld(scan, words);
    }

    /// Why nobody can open a document; empty where it may be opened.
    public static String withheld(Document.Scan scan, Words words) {
        return switch (scan) {
            case Document.Scan.Waiting _ -> words.get("verification.evidence.waiting");
            case Document.Scan.Infected _ -> words.get("verification.evidence.infected");
            case Document.Scan.Clean _, Document.Scan.NotAsked _ -> "";
        };
    }

    private static String type(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> "pdf";
            case "image/png", "image/jpeg" -> "image";
            default -> "text";
        };
    }

    private String size(long bytes) {
        return bytes < KILO * KILO
                ? words.get("verification.size.kilo", Math.max(1, bytes / KILO))
                : words.get(
                        "verification.size.mega",
                        Math.round(TENTHS * bytes / KILO / KILO) / TENTHS);
    }

    public String date(Instant instant) {
        return words.date(instant.atZone(zone).toLocalDate());
    }
}
