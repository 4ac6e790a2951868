package org.passerelle.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;

/// A case as both sides may read it.
///
/// `due` is the end, exclusive, of the promised day while the clock runs; `businessDaysLeft` is
/// what is left of the promise when it stands still. `refusedForGood` is meaningful when refused,
/// `qualifiedUntil` when qualified; `contest` is what the organisation says against a refusal, in
/// the case that decides it.
public record CaseView(
        CaseId id,
        long number,
        OrganisationId organisation,
        OfficeId office,
        CaseKind kind,
        CaseState state,
        Instant opened,
        Optional<Instant> submitted,
        Optional<Instant> due,
        int promisedBusinessDays,
        int businessDaysLeft,
        Optional<Reviewer> reviewer,
        List<Question> questions,
        Optional<Decision> decision,
        boolean refusedForGood,
        Optional<Instant> qualifiedUntil,
        Optional<Contest> contest) {

    public List<Question> openQuestions() {
        return questions.stream().filter(Question::isOpen).toList();
    }

    public boolean isOverdue(Instant now) {
        return due.isPresent() && !now.isBefore(due.get());
    }
}
