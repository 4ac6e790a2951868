package org.passerelle.programme;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.LetterLayout;
import org.passerelle.organisation.ChangeItem;
import org.passerelle.organisation.ChangeRequest;
import org.passerelle.organisation.ChangeRequests;
import org.passerelle.organisation.ChangeWords;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.domain.Decisions;
import org.springframework.stereotype.Component;

/// Tells an organisation what of its request for a change was accepted, and which programmes it
/// gained or lost by it, with the reasons (ORG-04).
@Component
class ChangeNews {
    private final ChangeRequests changes;
    private final Organisations organisations;
    private final Decisions decisions;
    private final ProgrammeLetters letters;

    ChangeNews(
            ChangeRequests changes,
            Organisations organisations,
            Decisions decisions,
            ProgrammeLetters letters) {
        this.changes = changes;
        this.organisations = organisations;
        this.decisions = decisions;
        this.letters = letters;
    }

    /// A programme whose outcome is another than when the request was closed.
    private record Turn(
            ProgrammeId programme, Optional<EligibilityDecision> before, EligibilityDecision now) {
        boolean isGained() {
            return now instanceof EligibilityDecision.Eligible;
        }

        boolean isLost() {
            return before.filter(EligibilityDecision.Eligible.class::isInstance).isPresent();
        }
    }

    void write(OrganisationId id, long number) {
        var request = changes.find(number).orElseThrow();
        var to = organisations.get(id);
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
        layout = programmes(layout, turns(to, request), to);
        var addresses = new LinkedHashSet<String>();
        to.profile().officialEmail().ifPresent(addresses::add);
        // Who reads the former address must be able to object.
        request.accepted().stream()
                .filter(value -> value.item().equals(ChangeItem.OFFICIAL_EMAIL))
                .map(value -> value.before().getOrDefault(value.item().code(), ""))
                .filter(former -> !former.isEmpty())
                .forEach(addresses::add);
        letters.send(to, addresses, "programme.change-decided", subject, layout, "" + number);
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
                                    said.text(value.item(), value.before()),
                                    said.text(value.item(), value.after()))
                            : words.get("programme.letter.change.refused", decision.reason());
            all = all.fact(said.name(value.item()), text);
        }
        return all;
    }

    private LetterLayout programmes(LetterLayout layout, List<Turn> turns, Organisation to) {
        var words = letters.words(to);
        var rules = new RuleWords(words, letters.pack(to));
        if (turns.isEmpty()) {
            return layout.paragraph(words.get("programme.letter.change.none"));
        }
        var all = layout;
        for (var turn : turns) {
            var kind = turn.isGained() ? "gained" : turn.isLost() ? "lost" : "other";
            all =
                    all.paragraph(
                            words.get(
                                    "programme.letter.change." + kind,
                                    rules.programme(turn.programme()),
                                    rules.decision(turn.now())));
            for (var leaf : inTheWay(turn.now())) {
                all = all.paragraph("• " + rules.sentence(leaf));
            }
        }
        return all;
    }

    private List<Turn> turns(Organisation to, ChangeRequest request) {
        var closed = request.closed().orElseThrow();
        return letters.pack(to).programmes().keySet().stream()
                .flatMap(programme -> {
                    var history = decisions.history(to.id(), programme);
                    var before =
                            history.stream()
                                    .filter(kept -> kept.decidedAt().isBefore(closed))
                                    .findFirst()
                                    .map(KeptDecision::decision);
                    return history.stream()
                            .findFirst()
                            .map(KeptDecision::decision)
                            .map(now -> new Turn(programme, before, now))
                            .stream();
                })
                .filter(turn ->
                        turn.before()
                                .filter(old -> old.outcome().equals(turn.now().outcome()))
                                .isEmpty())
                .toList();
    }

    /// The conditions that keep a decision from being *eligible*.
    static List<Finding.Leaf> inTheWay(EligibilityDecision decision) {
        return decision instanceof EligibilityDecision.Eligible
                ? List.of()
                : decision.telling().stream()
                        .filter(leaf -> leaf.favourable() != Outcome.MET)
                        .toList();
    }
}
