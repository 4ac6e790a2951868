package org.passerelle.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.passerelle.notification.LetterAbout;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.WebAddress;
import org.passerelle.organisation.Correspondence;
import org.passerelle.organisation.Correspondence.Note;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Standing;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// What the module writes to organisations, in their language, at their official address and, where
/// that is another, at their account holder's own: whoever can act must hear of it (NOT-01).
@Component
class CaseLetters {
    private static final String WHY = "verification.letter.why";

    private final WebAddress web;
    private final Packs packs;
    private final Correspondence correspondence;

    CaseLetters(WebAddress web, Packs packs, Correspondence correspondence) {
        this.web = web;
        this.packs = packs;
        this.correspondence = correspondence;
    }

    void submitted(Organisation to, CaseView about) {
        var words = words(to);
        var layout =
                layout(to, "submitted")
                        .paragraph(words.get("verification.letter.submitted.text"))
                        .fact(name(words, "case"), String.valueOf(about.number()))
                        .fact(name(words, "organisation"), to.name());
        send(to, "submitted", withDue(layout, to, about), about, "");
    }

    void contested(Organisation to, CaseView about) {
        send(to, "contested", withDue(told(to, "contested", about), to, about), about, "");
    }

    /// The organisation took its request back: what is kept, and that it may come again. A refusal
    /// that was decided before stands then, perhaps for good.
    void withdrawn(Organisation to, CaseView about, boolean forGood) {
        var refused = to.standing() instanceof Standing.Refused;
        var text = forGood ? "withdrawn.final" : refused ? "withdrawn.refused" : "withdrawn";
        send(to, "withdrawn", told(to, "withdrawn", text, about), about, "");
    }

    /// The office goes on without the answers it had asked for: nobody need answer any more.
    void resumed(Organisation to, CaseView about) {
        var round = about.questions().size();
        send(to, "resumed", withDue(told(to, "resumed", about), to, about), about, ":" + round);
    }

    private LetterLayout told(Organisation to, String kind, CaseView about) {
        return told(to, kind, kind, about);
    }

    private LetterLayout told(Organisation to, String kind, String text, CaseView about) {
        var words = words(to);
        return layout(to, kind)
                .paragraph(words.get("verification.letter." + text + ".text"))
                .fact(name(words, "case"), String.valueOf(about.number()));
    }

    /// @param fields all that changed, by their codes
    void factsChanged(Organisation to, List<String> fields, Instant until) {
        var words = words(to);
        var text =
                words.get(
                        "verification.letter.changed.text",
                        CaseWords.facts(fields, words),
                        day(until, to),
                        fields.size());
        send(to, "changed", layout(to, "changed").paragraph(text), to.id() + ":" + until);
    }

    void letterAccepted(Organisation to, String parent, CaseId about) {
        var text = words(to).get("verification.letter.branch-accepted.text", parent);
        var layout = layout(to, "branch-accepted").paragraph(text);
        send(to, "branch-accepted", layout, about + ":" + parent);
    }

    void letterRefused(Organisation to, Question asked) {
        var layout =
                layout(to, "branch-refused")
                        .paragraph(asked.text())
                        .then(words(to).get("verification.letter.asked.clock"));
        send(to, "branch-refused", layout, asked.id().toString());
    }

    /// The office looks again at a branch: its parent's qualification ended, or its parent said no.
    void branchLookedAt(Organisation to, String why, CaseView about) {
        send(to, why, withDue(told(to, why, about), to, about), about, "");
    }

    void informationRequested(Organisation to, CaseView about) {
        var words = words(to);
        var layout = layout(to, "asked").paragraph(words.get("verification.letter.asked.text"));
        for (var question : about.openQuestions()) {
            layout = layout.paragraph("• " + question.text());
        }
        layout =
                layout.fact(name(words, "case"), String.valueOf(about.number()))
                        .fact(
                                name(words, "asked-by"),
                                about.openQuestions().getLast().askedBy().name())
                        .then(words.get("verification.letter.asked.clock"));
        var round = about.questions().size();
        send(to, "asked", layout, about, ":" + round);
    }

    void qualified(Organisation to, CaseView about) {
        var words = words(to);
        var until = day(about.qualifiedUntil().orElseThrow(), to);
        var layout =
                layout(to, "qualified")
                        .paragraph(words.get("verification.letter.qualified.text"))
                        .fact(name(words, "case"), String.valueOf(about.number()))
                        .fact(name(words, "until"), words.date(until));
        send(to, "qualified", withWords(layout, about), about, "");
    }

    void refused(Organisation to, CaseView about) {
        var words = words(to);
        var layout = layout(to, "refused").paragraph(words.get("verification.letter.refused.text"));
        var given = about.decision().orElseThrow().reasons();
        for (var reason : office(to).qualification().refusalReasons()) {
            if (given.contains(reason.id())) {
                layout = layout.paragraph("• " + reason.text().in(to.profile().language()));
            }
        }
        layout = withWords(layout, about).fact(name(words, "case"), "" + about.number());
        var next = about.refusedForGood() ? "final" : "again";
        var contest = about.contest().isPresent() ? "contested" : "contest";
        send(
                to,
                "refused",
                layout.then(words.get("verification.letter.refused." + next))
                        .then(words.get("verification.letter.refused." + contest)),
                about,
                "");
    }

    /// A document's file was deleted because of a virus.
    ///
    /// @param takes whether another can be attached now; else the office asks for one
    void evidenceLost(Organisation to, Evidence lost, CaseView about, boolean takes) {
        var words = words(to);
        var next = "verification.letter.evidence-lost." + (takes ? "attach" : "wait");
        var layout =
                layout(to, "evidence-lost")
                        .paragraph(
                                words.get(
                                        "verification.letter.evidence-lost.text", lost.fileName()))
                        .paragraph(words.get(next))
                        .fact(name(words, "case"), String.valueOf(about.number()));
        send(to, "evidence-lost", layout, about, ":" + lost.id());
    }

    void requalificationDue(Organisation to, Instant until) {
        var words = words(to);
        var text = words.get("verification.letter.due.text", day(until, to));
        send(to, "due", layout(to, "due").paragraph(text), to.id() + ":" + until);
    }

    void lapsed(Organisation to, Instant since) {
        var text = words(to).get("verification.letter.lapsed.text");
        send(to, "lapsed", layout(to, "lapsed").paragraph(text), to.id() + ":" + since);
    }

    private LetterLayout withDue(LetterLayout layout, Organisation to, CaseView about) {
        var words = words(to);
        return about.due()
                .map(end -> new CaseWords(words, office(to).zone()).promised(end))
                .map(day -> layout.fact(name(words, "answer-by"), day))
                .orElse(layout);
    }

    private static LetterLayout withWords(LetterLayout layout, CaseView about) {
        var words = about.decision().map(Decision::words).orElse("");
        return words.isEmpty() ? layout : layout.paragraph(words);
    }

    private LetterLayout layout(Organisation to, String kind) {
        var words = words(to);
        return correspondence
                .begin(to, subject(words, kind, to))
                .button(
                        words.get("verification.letter." + kind + ".button"),
                        web.of("/organisation/case"));
    }

    private void send(
            Organisation to, String kind, LetterLayout layout, CaseView about, String suffix) {
        var matter = Optional.of(LetterAbout.of("case", about.number()));
        send(to, kind, layout, about.id() + suffix, matter);
    }

    private void send(Organisation to, String kind, LetterLayout layout, String unique) {
        send(to, kind, layout, unique, Optional.empty());
    }

    private void send(
            Organisation to,
            String kind,
            LetterLayout layout,
            String unique,
            Optional<LetterAbout> about) {
        correspondence.send(to, new Note("verification." + kind, layout, WHY, unique, about));
    }

    /// Those who get each letter, at the official address first; nobody twice.
    List<String> addresses(Organisation to) {
        return correspondence.of(to).stream().map(Correspondence.Mailbox::email).toList();
    }

    private static String subject(Words words, String kind, Organisation to) {
        return words.get("verification.letter." + kind + ".subject", to.name());
    }

    private static String name(Words words, String fact) {
        return words.get("verification.letter.fact." + fact);
    }

    private LocalDate day(Instant instant, Organisation to) {
        return instant.atZone(office(to).zone()).toLocalDate();
    }

    private Words words(Organisation to) {
        return correspondence.words(to);
    }

    private Office office(Organisation to) {
        return packs.get(to.office()).office();
    }
}
