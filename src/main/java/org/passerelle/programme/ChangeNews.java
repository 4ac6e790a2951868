package org.passerelle.programme;

import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.LetterLayout;
import org.passerelle.organisation.ChangeItem;
import org.passerelle.organisation.ChangeRequest;
import org.passerelle.organisation.ChangeRequests;
import org.passerelle.organisation.ChangeWords;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.programme.domain.Decisions;
import org.springframework.stereotype.Component;

/// Tells an organisation what of its request for a change was accepted, and which programmes it
/// gained or lost by it, with the reasons (ORG-04).
@Component
class ChangeNews {
    private final ChangeRequests changes;
    private final Organisations organisations;
    private final DecisionDesk desk;
    private final Decisions decisions;
    private final ProgrammeLetters letters;

    ChangeNews(
            ChangeRequests changes,
            Organisations organisations,
            DecisionDesk desk,
            Decisions decisions,
            ProgrammeLetters letters) {
        this.changes = changes;
        this.organisations = organisations;
        this.desk = desk;
        this.decisions = decisions;
        this.letters = letters;
    }

    /// Decides anew and writes what came of it, in one letter; [Programmes#broughtBy] then says the
    /// same.
    void write(OrganisationId id, long number) {
        var request = changes.find(number).orElseThrow();
        var to = organisations.get(id);
        var programmes = letters.pack(to).programmes().keySet();
        var at = desk.reEvaluate(List.of(id), programmes);
        decisions.noteEffect(number, id, at);
        var turned = desk.turned(id, programmes, request.closed().orElseThrow(), at);
        var words = letters.words(to);
        var subject = words.get("programme.letter.change.subject", "" + number);
        var layout =
                letters.layout(
                                to,
                                subject,
                                "programme.letter.change.button",
                                "/organisation/changes/" + number)
                        .paragraph(words.get("programme.letter.change.text", to.name()));
        layout = values(layout, request, to);
        layout = programmes(layout, turned, to);
        var former =
                request.accepted().stream()
                        .filter(value -> value.item().equals(ChangeItem.OFFICIAL_EMAIL))
                        .map(value -> value.before().getOrDefault(value.item().code(), ""))
                        .filter(email -> !email.isEmpty())
                        .collect(Collectors.toSet());
        letters.send(to, former, "programme.change-decided", subject, layout, "" + number);
    }

    private LetterLayout values(LetterLayout layout, ChangeRequest request, Organisation to) {
        var words = letters.words(to);
        var said = new ChangeWords(letters.pack(to), words);
        var all = layout;
        for (var value : request.values()) {
            var decision = value.decision().orElseThrow();
            var text =
                    decision.accepted()
                            ? words.get(
                                    "programme.letter.change.accepted",
                                    said.line(value.item(), value.before()),
                                    said.line(value.item(), value.after()))
                            : words.get("programme.letter.change.refused", decision.reason());
            all = all.fact(said.name(value.item()), text);
        }
        return all;
    }

    private LetterLayout programmes(LetterLayout layout, List<Turned> turned, Organisation to) {
        var words = letters.words(to);
        return turned.isEmpty()
                ? layout.paragraph(words.get("programme.letter.change.none"))
                : letters.turned(layout, turned, to);
    }
}
