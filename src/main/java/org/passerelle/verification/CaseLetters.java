package org.passerelle.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.identity.Person;
import org.passerelle.kernel.Language;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterAbout;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Notification;
import org.passerelle.notification.WebAddress;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Standing;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.words.WordBook;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// What the module writes to organisations, in their language, at their official address (NOT-01).
@Component
class CaseLetters {
    private static final String EVIDENCE_LOST = "evidence-lost";

    private final Notification notification;
    private final WordBook book;
    private final WebAddress web;
    private final Packs packs;

    CaseLetters(Notification notification, WordBook book, WebAddress web, Packs packs) {
        this.notification = notification;
        this.book = book;
        this.web = web;
        this.packs = packs;
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

    void factChanged(Organisation to, String field, Instant until) {
        var words = words(to);
        var text =
                words.get(
                        "verification.letter.changed.text",
                        words.find("verification.fact." + field)
                                .or(() -> words.find("organisation.scheme." + field))
                                .orElse(field),
                        day(until, to));
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

    /// A document's file was deleted because of a virus: at the official address and, where that is
    /// another, at the holder's.
    ///
    /// @param takes whether another can be attached now; else the office asks for one
    void evidenceLost(
            Organisation to,
            Optional<Person> holder,
            Evidence lost,
            CaseView about,
            boolean takes) {
        var layout = evidenceLost(to, lost, about, takes, "verification.letter.why");
        send(to, EVIDENCE_LOST, layout, about, ":" + lost.id());
        var official = to.profile().officialEmail().orElse("");
        holder.filter(one -> !one.email().equalsIgnoreCase(official))
                .map(one ->
                        Letter.of(
                                Optional.of(to.id()),
                                Optional.of(one.id()),
                                one.email(),
                                "verification." + EVIDENCE_LOST,
                                subject(words(to), EVIDENCE_LOST, to),
                                evidenceLost(
                                        to, lost, about, takes, "verification.letter.why.holder"),
                                "verification." + EVIDENCE_LOST + ":holder:" + lost.id()))
                .map(one -> one.about(LetterAbout.of("case", about.number())))
                .ifPresent(notification::send);
    }

    private LetterLayout evidenceLost(
            Organisation to, Evidence lost, CaseView about, boolean takes, String why) {
        var words = words(to);
        var next = "verification.letter.evidence-lost." + (takes ? "attach" : "wait");
        return layout(to, EVIDENCE_LOST, why)
                .paragraph(words.get("verification.letter.evidence-lost.text", lost.fileName()))
                .paragraph(words.get(next))
                .fact(name(words, "case"), String.valueOf(about.number()));
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
        return layout(to, kind, "verification.letter.why");
    }

    private LetterLayout layout(Organisation to, String kind, String why) {
        var words = words(to);
        return LetterLayout.in(
                        language(to), office(to).name().in(language(to)), subject(words, kind, to))
                .button(
                        words.get("verification.letter." + kind + ".button"),
                        web.of("/organisation/case"))
                .because(words.get(why, to.name()));
    }

    private void send(
            Organisation to, String kind, LetterLayout layout, CaseView about, String suffix) {
        letter(to, kind, layout, about.id() + suffix)
                .map(one -> one.about(LetterAbout.of("case", about.number())))
                .ifPresent(notification::send);
    }

    private void send(Organisation to, String kind, LetterLayout layout, String unique) {
        letter(to, kind, layout, unique).ifPresent(notification::send);
    }

    private Optional<Letter> letter(
            Organisation to, String kind, LetterLayout layout, String unique) {
        return to.profile()
                .officialEmail()
                .map(address ->
                        Letter.of(
                                Optional.of(to.id()),
                                Optional.empty(),
                                address,
                                "verification." + kind,
                                subject(words(to), kind, to),
                                layout,
                                "verification." + kind + ":" + unique));
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
        return book.in(to.profile().language());
    }

    /// The interface's language where it speaks the organisation's, so that a letter is of one
    /// piece.
    private Language language(Organisation to) {
        return words(to).language();
    }

    private Office office(Organisation to) {
        return packs.get(to.office()).office();
    }
}
