package org.passerelle.programme;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.organisation.Organisations;
import org.springframework.stereotype.Component;

/// Tells an organisation what became of a partner's approval (ELI-05).
@Component
class WaiverLetters {
    private final ProgrammeLetters letters;
    private final Organisations organisations;

    WaiverLetters(ProgrammeLetters letters, Organisations organisations) {
        this.letters = letters;
        this.organisations = organisations;
    }

    void recorded(RecordedWaiver waiver, Optional<EligibilityDecision> now) {
        write(waiver, "recorded", now, "");
    }

    void revoked(RecordedWaiver waiver, Optional<EligibilityDecision> now) {
        write(waiver, "revoked", now, waiver.revoked().orElseThrow().reason());
    }

    void ended(RecordedWaiver waiver, Optional<EligibilityDecision> now) {
        write(waiver, "ended", now, "");
    }

    private void write(
            RecordedWaiver waiver, String kind, Optional<EligibilityDecision> now, String reason) {
        var to = organisations.get(waiver.organisation());
        var words = letters.words(to);
        var rules = new RuleWords(words, letters.pack(to));
        var programme = waiver.waiver().programme();
        var name = rules.programme(programme);
        var subject = words.get("programme.letter.waiver." + kind + ".subject", name);
        var text =
                words.get(
                        "programme.letter.waiver." + text(waiver, kind, now),
                        rules.partnerOf(programme),
                        name);
        var layout =
                letters.layout(
                                to,
                                subject,
                                "programme.letter.button",
                                "/organisation/programmes/" + programme)
                        .paragraph(text);
        if (!reason.isEmpty()) {
            layout = layout.paragraph(reason);
        }
        layout =
                layout.fact(
                        words.get("programme.letter.waiver.days"),
                        words.get(
                                "programme.letter.waiver.from-to",
                                waiver.waiver().from(),
                                waiver.waiver().to()));
        if (now.isPresent()) {
            layout = layout.fact(words.get("programme.letter.today"), rules.decision(now.get()));
            for (var demand : inTheWay(now.get(), kind)) {
                layout = layout.paragraph("• " + rules.sentence(demand));
            }
        }
        letters.send(to, Set.of(), "programme.waiver-" + kind, subject, layout, "" + waiver.id());
    }

    /// One that is recorded before its first day, or after its last, lifts nothing today.
    private static String text(
            RecordedWaiver waiver, String kind, Optional<EligibilityDecision> now) {
        var day = now.map(decision -> decision.basis().day());
        if (!kind.equals("recorded") || day.filter(waiver::isValidOn).isPresent()) {
            return kind + ".text";
        }
        return day.filter(one -> one.isBefore(waiver.waiver().from()))
                .map(_ -> kind + ".later")
                .or(() -> day.map(_ -> kind + ".over"))
                .orElse(kind + ".text");
    }

    /// Whoever has just sent an approval is not asked for one.
    private static List<List<Finding.Leaf>> inTheWay(EligibilityDecision now, String kind) {
        return now.reasons().inTheWay().stream()
                .filter(demand ->
                        !kind.equals("recorded")
                                || demand.stream()
                                        .noneMatch(leaf -> leaf.criterion().equals("waiver")))
                .toList();
    }
}
