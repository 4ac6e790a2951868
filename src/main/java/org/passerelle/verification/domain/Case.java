package org.passerelle.verification.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.kernel.BusinessCalendar;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PromisedTime;
import org.passerelle.verification.CaseId;
import org.passerelle.verification.CaseKind;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.Contest;
import org.passerelle.verification.Decision;
import org.passerelle.verification.Question;
import org.passerelle.verification.QuestionId;
import org.passerelle.verification.Reviewer;

/// One case of qualification (VER-01). A step is a method of the state it leaves, so a wrong step
/// does not compile; the only ways to `Qualified` and `Refused` take a decision.
public sealed interface Case {

    File file();

    /// What stays the same from draft to decision. `number` is what people call it by.
    record File(
            CaseId id,
            long number,
            OrganisationId organisation,
            OfficeId office,
            CaseKind kind,
            Instant opened,
            Optional<Contest> contest) {}

    /// What an open case has gathered: when it was submitted, the promise, and all questions.
    record Dossier(Instant submitted, PromisedTime promise, List<Question> questions) {
        public Dossier {
            questions = List.copyOf(questions);
        }

        Dossier with(PromisedTime other) {
            return new Dossier(submitted, other, questions);
        }

        Dossier with(List<Question> others) {
            return new Dossier(submitted, promise, others);
        }
    }

    /// The organisation still writes it.
    record Draft(File file) implements Case {
        /// Complete and handed in: the clock starts (VER-02).
        public Submitted submitted(Instant now, int promisedBusinessDays) {
            var promise = PromisedTime.of(promisedBusinessDays).started(now);
            return new Submitted(file, new Dossier(now, promise, List.of()));
        }
    }

    /// Waits for a reviewer.
    record Submitted(File file, Dossier dossier) implements Case {
        public InReview claimedBy(Reviewer reviewer) {
            return new InReview(file, dossier, reviewer);
        }

        public Withdrawn withdrawn(Instant now) {
            return new Withdrawn(file, dossier, now);
        }
    }

    record InReview(File file, Dossier dossier, Reviewer reviewer) implements Case {
        public Submitted released() {
            return new Submitted(file, dossier);
        }

        public InReview handedTo(Reviewer other) {
            return new InReview(file, dossier, other);
        }

        /// Asks the organisation; the clock stops until everything is answered.
        ///
        /// @throws IllegalArgumentException when there is nothing to ask
        public InformationRequested asked(
                List<Question> more, Instant now, BusinessCalendar calendar) {
            if (more.isEmpty()) {
                throw new IllegalArgumentException("A request for information asks something");
            }
            var all = new ArrayList<>(dossier.questions());
            all.addAll(more);
            var stopped = dossier.promise().stopped(now, calendar);
            return new InformationRequested(file, dossier.with(all).with(stopped), reviewer);
        }

        /// `until`, exclusive, is when re-qualification is due.
        public Qualified qualified(Decision decision, Instant until) {
            return new Qualified(file, dossier, decision, until);
        }

        /// `forGood` says that sending something more cannot mend it.
        public Refused refused(Decision decision, boolean forGood) {
            return new Refused(file, dossier, decision, forGood);
        }

        public Withdrawn withdrawn(Instant now) {
            return new Withdrawn(file, dossier, now);
        }
    }

    /// Waits for the organisation; the clock stands still.
    record InformationRequested(File file, Dossier dossier, Reviewer reviewer) implements Case {

        public List<Question> open() {
            return dossier.questions().stream().filter(Question::isOpen).toList();
        }

        /// Takes answers to open questions; others are passed over. When the last one is answered,
        /// the review and the clock go on.
        public Case answered(Map<QuestionId, Question.Answer> answers, Instant now) {
            var all =
                    dossier.questions().stream()
                            .map(question -> answered(question, answers))
                            .toList();
            var answered = new InformationRequested(file, dossier.with(all), reviewer);
            return answered.open().isEmpty() ? answered.resumed(now) : answered;
        }

        private static Question answered(
                Question question, Map<QuestionId, Question.Answer> answers) {
            var answer = answers.get(question.id());
            return answer != null && question.isOpen() ? question.answered(answer) : question;
        }

        /// The reviewer goes on without waiting for more answers.
        public InReview resumed(Instant now) {
            var running = dossier.promise().started(now);
            return new InReview(file, dossier.with(running), reviewer);
        }

        public InformationRequested handedTo(Reviewer other) {
            return new InformationRequested(file, dossier, other);
        }

        public Withdrawn withdrawn(Instant now) {
            return new Withdrawn(file, dossier, now);
        }
    }

    record Qualified(File file, Dossier dossier, Decision decision, Instant until)
            implements Case {}

    record Refused(File file, Dossier dossier, Decision decision, boolean forGood) implements Case {

        /// The organisation's one objection, as a case of its own. Empty when this refusal answers
        /// a contest: that is the last word.
        public Optional<Draft> contested(CaseId id, long number, String words, Instant now) {
            var contest = new Contest(file.id(), decision.by(), words);
            return file.kind() == CaseKind.CONTEST
                    ? Optional.empty()
                    : Optional.of(
                            new Draft(
                                    new File(
                                            id,
                                            number,
                                            file.organisation(),
                                            file.office(),
                                            CaseKind.CONTEST,
                                            now,
                                            Optional.of(contest))));
        }
    }

    /// Given up by the organisation before a decision.
    record Withdrawn(File file, Dossier dossier, Instant at) implements Case {}

    default CaseState state() {
        return switch (this) {
            case Draft _ -> CaseState.DRAFT;
            case Submitted _ -> CaseState.SUBMITTED;
            case InReview _ -> CaseState.IN_REVIEW;
            case InformationRequested _ -> CaseState.INFORMATION_REQUESTED;
            case Qualified _ -> CaseState.QUALIFIED;
            case Refused _ -> CaseState.REFUSED;
            case Withdrawn _ -> CaseState.WITHDRAWN;
        };
    }

    /// What was gathered; empty for a draft.
    default Optional<Dossier> gathered() {
        return switch (this) {
            case Draft _ -> Optional.empty();
            case Submitted(_, var dossier) -> Optional.of(dossier);
            case InReview(_, var dossier, _) -> Optional.of(dossier);
            case InformationRequested(_, var dossier, _) -> Optional.of(dossier);
            case Qualified(_, var dossier, _, _) -> Optional.of(dossier);
            case Refused(_, var dossier, _, _) -> Optional.of(dossier);
            case Withdrawn(_, var dossier, _) -> Optional.of(dossier);
        };
    }

    default Optional<Reviewer> assignee() {
        return switch (this) {
            case InReview(_, _, var reviewer) -> Optional.of(reviewer);
            case InformationRequested(_, _, var reviewer) -> Optional.of(reviewer);
            case Draft _, Submitted _, Qualified _, Refused _, Withdrawn _ -> Optional.empty();
        };
    }

    default Optional<Decision> ruling() {
        return switch (this) {
            case Qualified(_, _, var decision, _) -> Optional.of(decision);
            case Refused(_, _, var decision, _) -> Optional.of(decision);
            case Draft _, Submitted _, InReview _, InformationRequested _, Withdrawn _ ->
                    Optional.empty();
        };
    }
}
