package org.passerelle.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Branches;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.model.Office;
import org.passerelle.verification.ReviewOutcome.Done;
import org.passerelle.verification.ReviewOutcome.Lack;
import org.passerelle.verification.domain.Case;
import org.passerelle.verification.domain.Cases;
import org.passerelle.verification.domain.EvidenceShelf;
import org.passerelle.words.WordBook;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Accepts or refuses the letter in which an organisation speaks for its branch (ORG-06).
@Component
class JudgingLetters {
    private static final int LONGEST_TEXT = 4000;

    private final Reviewing reviewing;
    private final Cases cases;
    private final EvidenceShelf shelf;
    private final Organisations organisations;
    private final Branches branches;
    private final CaseLetters letters;
    private final CaseDesk desk;
    private final WordBook book;
    private final ApplicationEventPublisher events;

    JudgingLetters(
            Reviewing reviewing,
            Cases cases,
            EvidenceShelf shelf,
            Organisations organisations,
            Branches branches,
            CaseLetters letters,
            CaseDesk desk,
            WordBook book,
            ApplicationEventPublisher events) {
        this.reviewing = reviewing;
        this.cases = cases;
        this.shelf = shelf;
        this.organisations = organisations;
        this.branches = branches;
        this.letters = letters;
        this.desk = desk;
        this.book = book;
        this.events = events;
    }

    ReviewOutcome judge(Actor.Staff actor, CaseId id, Reviewer reviewer, LetterRuling ruling) {
        var about = cases.find(id).orElseThrow(() -> new CaseNotFound(id)).qualification().file();
        var organisation = organisations.get(about.organisation());
        var office = desk.pack(organisation.office()).office();
        return reviewing.inHand(
                actor,
                id,
                reviewer,
                lacks(ruling, organisation, office),
                review ->
                        switch (ruling) {
                            case LetterRuling.Accept(var parent, var words) ->
                                    accepted(actor, review, organisation, parent, words);
                            case LetterRuling.Refuse refuse ->
                                    refused(actor, review, reviewer, organisation, refuse);
                        });
    }

    private List<Lack> lacks(LetterRuling ruling, Organisation organisation, Office office) {
        var lacks = new ArrayList<Lack>();
        if (ruling.words().length() > LONGEST_TEXT) {
            lacks.add(Lack.TEXT_TOO_LONG);
        }
        if (branches.of(organisation.id()).isEmpty() || letter(organisation, office).isEmpty()) {
            lacks.add(Lack.LETTER);
        }
        if (ruling instanceof LetterRuling.Refuse(var reasons, _)) {
            var known = known(office).stream().map(Office.LetterReason::id).toList();
            if (reasons.isEmpty()) {
                lacks.add(Lack.REASON);
            } else if (!known.containsAll(reasons)) {
                lacks.add(Lack.UNKNOWN_REASON);
            }
        }
        return lacks;
    }

    private static List<Office.LetterReason> known(Office office) {
        return office.branches().map(Office.Branches::refusalReasons).orElse(List.of());
    }

    /// The newest letter that is there.
    private Optional<Evidence> letter(Organisation organisation, Office office) {
        var kind = office.branches().map(Office.Branches::letter).map(EvidenceKinds::key);
        return shelf.of(organisation.id()).stream()
                .filter(Evidence::isThere)
                .filter(one -> kind.filter(one.kind()::equals).isPresent())
                .reduce((_, newer) -> newer);
    }

    private Done accepted(
            Actor.Staff actor,
            Case.InReview review,
            Organisation organisation,
            Optional<OrganisationId> parent,
            String words) {
        branches.acceptLetter(actor, organisation.id(), parent, words);
        var whose =
                parent.map(organisations::get)
                        .map(Organisation::name)
                        .or(() -> organisation.profile().branchOf().map(one -> one.name()))
                        .orElse("");
        desk.note(actor, review, CaseEvent.LETTER_ACCEPTED, whose);
        letters.letterAccepted(organisation, whose, review.file().id());
        return new Done(review.state());
    }

    /// Asks for another letter: the clock stops until the branch has answered.
    private Done refused(
            Actor.Staff actor,
            Case.InReview review,
            Reviewer reviewer,
            Organisation organisation,
            LetterRuling.Refuse ruling) {
        branches.refuseLetter(actor, organisation.id(), ruling.reasons(), ruling.words());
        var now = desk.now();
        var question =
                new Question(
                        QuestionId.random(),
                        Optional.empty(),
                        text(organisation, ruling),
                        now,
                        reviewer.signature(),
                        Optional.empty());
        var calendar = desk.calendar(organisation.office());
        var asked = review.asked(List.of(question), now, calendar);
        desk.keep(actor, asked, CaseEvent.LETTER_REFUSED, String.join(", ", ruling.reasons()));
        letters.letterRefused(organisation, question);
        events.publishEvent(new InformationRequested(organisation.id(), organisation.office()));
        return new Done(asked.state());
    }

    /// Everything that is wrong with the letter, in the branch's language, and what to do.
    private String text(Organisation organisation, LetterRuling.Refuse ruling) {
        var words = book.in(organisation.profile().language());
        var office = desk.pack(organisation.office()).office();
        var reasons =
                known(office).stream()
                        .filter(one -> ruling.reasons().contains(one.id()))
                        .map(one -> one.text().in(words.language()));
        return Stream.of(
                        Stream.of(words.get("verification.branch.letter-refused")),
                        reasons,
                        Stream.of(ruling.words().strip()))
                .flatMap(one -> one)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
