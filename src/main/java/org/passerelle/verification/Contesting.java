package org.passerelle.verification;

import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisations;
import org.passerelle.verification.ContestOutcome.NotPossible;
import org.passerelle.verification.ContestOutcome.Why;
import org.passerelle.verification.domain.Case;
import org.passerelle.verification.domain.Cases;
import org.passerelle.verification.domain.Cases.Kept;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// An organisation contests a refusal: once, with its words and documents (VER-09).
@Component
class Contesting {
    private static final int LONGEST_WORDS = 4000;

    private final Cases cases;
    private final Organisations organisations;
    private final EvidenceRoom evidence;
    private final CaseLetters letters;
    private final CaseDesk desk;

    Contesting(
            Cases cases,
            Organisations organisations,
            EvidenceRoom evidence,
            CaseLetters letters,
            CaseDesk desk) {
        this.cases = cases;
        this.organisations = organisations;
        this.evidence = evidence;
        this.letters = letters;
        this.desk = desk;
    }

    ContestOutcome contest(
            Actor actor, OrganisationId id, String typed, List<NewDocument> documents) {
        var words = typed.strip();
        if (words.isEmpty()) {
            return new ContestOutcome.WordsMissing();
        }
        if (words.length() > LONGEST_WORDS) {
            return new ContestOutcome.WordsTooLong(LONGEST_WORDS);
        }
        var why = whyNot(id);
        if (why.isPresent()) {
            return new NotPossible(why.get());
        }
        var refused = (Case.Refused) cases.of(id).getFirst().qualification();
        return desk.contest(actor, refused, words)
                .map(draft -> submitted(actor, id, draft, documents))
                .orElseGet(() -> new NotPossible(Why.CONTESTED_BEFORE));
    }

    /// All of it or nothing: a document that is not taken undoes the contest.
    private ContestOutcome submitted(
            Actor actor, OrganisationId id, Case.Draft draft, List<NewDocument> documents) {
        for (var one : documents) {
            var outcome = evidence.attach(actor, id, Evidence.OTHER, one.fileName(), one.content());
            if (!(outcome instanceof AttachOutcome.Attached)) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return new ContestOutcome.DocumentRefused(one.fileName(), outcome);
            }
        }
        var organisation = organisations.get(id);
        var promised =
                desk.pack(organisation.office()).office().promises().qualificationBusinessDays();
        var submitted = draft.submitted(desk.now(), promised);
        desk.keep(actor, submitted, CaseEvent.SUBMITTED, "");
        var view = cases.find(draft.file().id()).map(Reading::view).orElseThrow();
        letters.contested(organisation, view);
        return new ContestOutcome.Opened(view.id());
    }

    Optional<Why> whyNot(OrganisationId id) {
        var newest = cases.of(id).stream().findFirst().map(Kept::qualification);
        if (newest.isEmpty()) {
            return Optional.of(Why.NOTHING_REFUSED);
        }
        return switch (newest.get()) {
            case Case one when one.file().kind() == CaseKind.CONTEST && one.state().isClosed() ->
                    Optional.of(Why.CONTESTED_BEFORE);
            case Case.Refused _ -> Optional.empty();
            case Case.Qualified _, Case.Withdrawn _ -> Optional.of(Why.NOTHING_REFUSED);
            case Case.Draft _, Case.Submitted _, Case.InReview _, Case.InformationRequested _ ->
                    Optional.of(Why.CASE_OPEN);
        };
    }
}
