package org.passerelle.verification.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.PromisedTime;
import org.passerelle.kernel.Signature;
import org.passerelle.verification.CaseId;
import org.passerelle.verification.CaseKind;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.Contest;
import org.passerelle.verification.Decision;
import org.passerelle.verification.EvidenceId;
import org.passerelle.verification.Question;
import org.passerelle.verification.QuestionId;
import org.passerelle.verification.Reviewer;
import org.passerelle.verification.domain.Case;
import org.passerelle.verification.domain.Case.Dossier;
import org.passerelle.verification.domain.Cases.Kept;
import org.passerelle.verification.store.generated.tables.records.QualificationCaseRecord;
import org.passerelle.verification.store.generated.tables.records.QuestionRecord;

/// Between a case and its rows: one switch each way.
final class CaseRows {
    private CaseRows() {}

    static Kept kept(QualificationCaseRecord row, List<QuestionRecord> questions) {
        var file =
                new Case.File(
                        new CaseId(row.getId()),
                        row.getNumber(),
                        new OrganisationId(row.getOrganisation()),
                        OfficeId.of(row.getOffice()),
                        CaseKind.valueOf(row.getKind()),
                        row.getOpenedAt().toInstant(),
                        contest(row));
        return new Kept(qualification(file, row, questions), instant(row.getDueAt()));
    }

    private static Optional<Contest> contest(QualificationCaseRecord row) {
        return Optional.ofNullable(row.getContested())
                .map(of ->
                        new Contest(
                                new CaseId(of),
                                new Reviewer(
                                        new PersonId(row.getContestedDecisionBy()),
                                        row.getContestedDecisionName()),
                                row.getContestWords()));
    }

    private static Case qualification(
            Case.File file, QualificationCaseRecord row, List<QuestionRecord> questions) {
        return switch (CaseState.valueOf(row.getState())) {
            case DRAFT -> new Case.Draft(file);
            case SUBMITTED -> new Case.Submitted(file, dossier(row, questions));
            case IN_REVIEW -> new Case.InReview(file, dossier(row, questions), reviewer(row));
            case INFORMATION_REQUESTED ->
                    new Case.InformationRequested(file, dossier(row, questions), reviewer(row));
            case QUALIFIED ->
                    new Case.Qualified(
                            file,
                            dossier(row, questions),
                            decision(row),
                            row.getQualifiedUntil().toInstant());
            case REFUSED ->
                    new Case.Refused(
                            file, dossier(row, questions), decision(row), row.getRefusedForGood());
            case WITHDRAWN ->
                    new Case.Withdrawn(
                            file, dossier(row, questions), row.getWithdrawnAt().toInstant());
        };
    }

    private static Dossier dossier(QualificationCaseRecord row, List<QuestionRecord> questions) {
        var promise =
                new PromisedTime(
                        row.getPromisedDays(),
                        row.getCountedDays(),
                        instant(row.getRunningSince()));
        return new Dossier(
                row.getSubmittedAt().toInstant(),
                promise,
                questions.stream().map(CaseRows::question).toList());
    }

    private static Question question(QuestionRecord row) {
        return new Question(
                new QuestionId(row.getId()),
                Optional.ofNullable(row.getReady()),
                row.getText(),
                row.getAskedAt().toInstant(),
                Signature.of(row.getAskedBy(), row.getAskedByPerson()),
                row.getAnswer() == null
                        ? Optional.empty()
                        : Optional.of(
                                new Question.Answer(
                                        row.getAnswer(),
                                        row.getAnsweredAt().toInstant(),
                                        Signature.of(
                                                row.getAnsweredBy(), row.getAnsweredByPerson()))));
    }

    private static Reviewer reviewer(QualificationCaseRecord row) {
        return new Reviewer(new PersonId(row.getReviewer()), row.getReviewerName());
    }

    private static Decision decision(QualificationCaseRecord row) {
        return new Decision(
                List.of(row.getReasons()),
                row.getWords(),
                new Reviewer(new PersonId(row.getDecidedBy()), row.getDecidedByName()),
                row.getDecidedAt().toInstant(),
                Arrays.stream(row.getEvidence()).map(EvidenceId::new).toList(),
                row.getPackHash(),
                List.of(row.getFacts()),
                List.of(row.getStatuses()));
    }

    /// Every column, nulls too: what the last state filled, this one must clear.
    static QualificationCaseRecord row(Kept kept) {
        var qualification = kept.qualification();
        var file = qualification.file();
        var row = new QualificationCaseRecord();
        row.setId(file.id().value());
        row.setNumber(file.number());
        row.setOrganisation(file.organisation().value());
        row.setOffice(file.office().value());
        row.setKind(file.kind().name());
        row.setState(qualification.state().name());
        row.setOpenedAt(file.opened().atOffset(ZoneOffset.UTC));
        row.setDueAt(time(kept.due().orElse(null)));
        row.setReviewer(null);
        row.setReviewerName(null);
        file.contest().ifPresent(contest -> setContest(row, contest));
        qualification.gathered().ifPresent(dossier -> setDossier(row, dossier));
        switch (qualification) {
            case Case.Draft _, Case.Submitted _ -> {}
            case Case.InReview(_, _, var reviewer) -> setReviewer(row, reviewer);
            case Case.InformationRequested(_, _, var reviewer) -> setReviewer(row, reviewer);
            case Case.Qualified(_, _, var decision, var until) -> {
                setDecision(row, decision);
                row.setQualifiedUntil(time(until));
            }
            case Case.Refused(_, _, var decision, var forGood) -> {
                setDecision(row, decision);
                row.setRefusedForGood(forGood);
            }
            case Case.Withdrawn(_, _, var at) -> row.setWithdrawnAt(time(at));
        }
        return row;
    }

    private static void setContest(QualificationCaseRecord row, Contest contest) {
        row.setContested(contest.of().value());
        row.setContestWords(contest.words());
        row.setContestedDecisionBy(contest.decidedBy().id().value());
        row.setContestedDecisionName(contest.decidedBy().name());
    }

    private static void setDossier(QualificationCaseRecord row, Dossier dossier) {
        row.setSubmittedAt(time(dossier.submitted()));
        row.setPromisedDays(dossier.promise().businessDays());
        row.setCountedDays(dossier.promise().counted());
        row.setRunningSince(time(dossier.promise().runningSince().orElse(null)));
    }

    private static void setReviewer(QualificationCaseRecord row, Reviewer reviewer) {
        row.setReviewer(reviewer.id().value());
        row.setReviewerName(reviewer.name());
    }

    private static void setDecision(QualificationCaseRecord row, Decision decision) {
        row.setReasons(decision.reasons().toArray(String[]::new));
        row.setWords(decision.words());
        row.setDecidedBy(decision.by().id().value());
        row.setDecidedByName(decision.by().name());
        row.setDecidedAt(time(decision.at()));
        row.setEvidence(decision.evidence().stream().map(EvidenceId::value).toArray(UUID[]::new));
        row.setPackHash(decision.packHash());
        row.setFacts(decision.facts().toArray(String[]::new));
        row.setStatuses(decision.statuses().toArray(String[]::new));
    }

    static QuestionRecord row(UUID caseId, int position, Question question) {
        var row = new QuestionRecord();
        row.setId(question.id().value());
        row.setCaseId(caseId);
        row.setPosition(position);
        row.setReady(question.ready().orElse(null));
        row.setText(question.text());
        row.setAskedAt(time(question.asked()));
        row.setAskedBy(question.askedBy().name());
        row.setAskedByPerson(question.askedBy().personValue());
        question.answer()
                .ifPresent(answer -> {
                    row.setAnswer(answer.text());
                    row.setAnsweredAt(time(answer.at()));
                    row.setAnsweredBy(answer.by().name());
                    row.setAnsweredByPerson(answer.by().personValue());
                });
        return row;
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
