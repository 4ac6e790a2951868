package org.passerelle.verification.store;

import static org.passerelle.verification.store.generated.Sequences.CASE_NUMBER;
import static org.passerelle.verification.store.generated.Tables.HISTORY;
import static org.passerelle.verification.store.generated.Tables.QUALIFICATION_CASE;
import static org.passerelle.verification.store.generated.Tables.QUESTION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.verification.CaseEntry;
import org.passerelle.verification.CaseEvent;
import org.passerelle.verification.CaseId;
import org.passerelle.verification.CaseNotFound;
import org.passerelle.verification.domain.Case;
import org.passerelle.verification.domain.Case.Dossier;
import org.passerelle.verification.domain.Cases;
import org.passerelle.verification.store.generated.tables.records.QuestionRecord;
import org.springframework.stereotype.Repository;

@Repository
class JooqCases implements Cases {
    private static final Condition IS_OPEN =
            QUALIFICATION_CASE.STATE.notIn("QUALIFIED", "REFUSED", "WITHDRAWN");
    private static final Condition IS_IN_QUEUE =
            QUALIFICATION_CASE.STATE.in("SUBMITTED", "IN_REVIEW", "INFORMATION_REQUESTED");

    private final DSLContext db;

    JooqCases(DSLContext db) {
        this.db = db;
    }

    @Override
    public long nextNumber() {
        return db.nextval(CASE_NUMBER);
    }

    @Override
    public boolean add(Kept kept) {
        return db.insertInto(QUALIFICATION_CASE)
                        .set(CaseRows.row(kept))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Override
    public Case lock(CaseId id) {
        db.selectOne()
                .from(QUALIFICATION_CASE)
                .where(QUALIFICATION_CASE.ID.eq(id.value()))
                .forUpdate()
                .execute();
        return find(id).map(Kept::qualification).orElseThrow(() -> new CaseNotFound(id));
    }

    @Override
    public Optional<Case> lockOpen(OrganisationId organisation) {
        var open = QUALIFICATION_CASE.ORGANISATION.eq(organisation.value()).and(IS_OPEN);
        db.selectOne().from(QUALIFICATION_CASE).where(open).forUpdate().execute();
        return fetch(open, QUALIFICATION_CASE.NUMBER.desc()).stream()
                .findFirst()
                .map(Kept::qualification);
    }

    @Override
    public void save(Kept kept) {
        var qualification = kept.qualification();
        var id = qualification.file().id().value();
        var questions = qualification.gathered().map(Dossier::questions).orElse(List.of());
        // Questions first: a closed case takes no more changes.
        var changes = new ArrayList<Query>();
        for (var position = 0; position < questions.size(); position++) {
            QuestionRecord row = CaseRows.row(id, position, questions.get(position));
            changes.add(
                    db.insertInto(QUESTION)
                            .set(row)
                            .onConflict(QUESTION.ID)
                            .doUpdate()
                            .set(QUESTION.ANSWER, row.getAnswer())
                            .set(QUESTION.ANSWERED_AT, row.getAnsweredAt())
                            .set(QUESTION.ANSWERED_BY, row.getAnsweredBy())
                            .set(QUESTION.ANSWERED_BY_PERSON, row.getAnsweredByPerson()));
        }
        db.batch(changes).execute();
        db.update(QUALIFICATION_CASE)
                .set(CaseRows.row(kept))
                .where(QUALIFICATION_CASE.ID.eq(id))
                .execute();
    }

    @Override
    public Optional<Kept> find(CaseId id) {
        return fetch(QUALIFICATION_CASE.ID.eq(id.value()), QUALIFICATION_CASE.NUMBER.desc())
                .stream()
                .findFirst();
    }

    @Override
    public List<Kept> of(OrganisationId organisation) {
        return fetch(
                QUALIFICATION_CASE.ORGANISATION.eq(organisation.value()),
                QUALIFICATION_CASE.NUMBER.desc());
    }

    @Override
    public List<Kept> queue(OfficeId office) {
        return list(
                QUALIFICATION_CASE.OFFICE.eq(office.value()).and(IS_IN_QUEUE),
                QUALIFICATION_CASE.DUE_AT.asc().nullsLast(),
                QUALIFICATION_CASE.NUMBER.asc());
    }

    @Override
    public List<Kept> decidedSince(OfficeId office, Instant since) {
        return list(
                QUALIFICATION_CASE
                        .OFFICE
                        .eq(office.value())
                        .and(QUALIFICATION_CASE.DECIDED_AT.ge(since.atOffset(ZoneOffset.UTC))),
                QUALIFICATION_CASE.DECIDED_AT.asc());
    }

    @Override
    public int countWithOffice(OfficeId office) {
        return db.fetchCount(
                QUALIFICATION_CASE,
                QUALIFICATION_CASE.OFFICE.eq(office.value()),
                QUALIFICATION_CASE.STATE.in("SUBMITTED", "IN_REVIEW"));
    }

    @Override
    public int countOpenAt(OfficeId office, Instant moment) {
        var then = moment.atOffset(ZoneOffset.UTC);
        var closed = DSL.coalesce(QUALIFICATION_CASE.DECIDED_AT, QUALIFICATION_CASE.WITHDRAWN_AT);
        return db.fetchCount(
                QUALIFICATION_CASE,
                QUALIFICATION_CASE
                        .OFFICE
                        .eq(office.value())
                        .and(QUALIFICATION_CASE.SUBMITTED_AT.lt(then))
                        .and(closed.isNull().or(closed.ge(then))));
    }

    /// Many cases: their questions in one go, which costs a third of nesting them in each row.
    private List<Kept> list(Condition condition, SortField<?>... order) {
        var rows = db.selectFrom(QUALIFICATION_CASE).where(condition).orderBy(order).fetch();
        var ids = rows.getValues(QUALIFICATION_CASE.ID).toArray(UUID[]::new);
        var questions =
                db.selectFrom(QUESTION)
                        .where(QUESTION.CASE_ID.eq(DSL.any(ids)))
                        .orderBy(QUESTION.POSITION)
                        .fetchGroups(QUESTION.CASE_ID);
        return rows.map(row -> CaseRows.kept(row, asked(questions.get(row.getId()))));
    }

    private static List<QuestionRecord> asked(@Nullable List<QuestionRecord> questions) {
        return questions == null ? List.of() : questions;
    }

    private List<Kept> fetch(Condition condition, SortField<?>... order) {
        var questions =
                DSL.multiset(
                        DSL.selectFrom(QUESTION)
                                .where(QUESTION.CASE_ID.eq(QUALIFICATION_CASE.ID))
                                .orderBy(QUESTION.POSITION));
        return db.select(QUALIFICATION_CASE, questions)
                .from(QUALIFICATION_CASE)
                .where(condition)
                .orderBy(order)
                .fetch(row -> CaseRows.kept(row.value1(), row.value2()));
    }

    @Override
    public void note(CaseId id, CaseEntry entry) {
        db.insertInto(HISTORY)
                .set(HISTORY.CASE_ID, id.value())
                .set(HISTORY.AT, entry.at().atOffset(ZoneOffset.UTC))
                .set(HISTORY.BY, entry.by().name())
                .set(HISTORY.BY_PERSON, entry.by().personValue())
                .set(HISTORY.EVENT, entry.event().name())
                .set(HISTORY.DETAIL, entry.detail())
                .execute();
    }

    @Override
    public List<CaseEntry> history(CaseId id) {
        return db.selectFrom(HISTORY)
                .where(HISTORY.CASE_ID.eq(id.value()))
                .orderBy(HISTORY.ID.desc())
                .fetch(row ->
                        new CaseEntry(
                                row.getAt().toInstant(),
                                Signature.of(row.getBy(), row.getByPerson()),
                                CaseEvent.valueOf(row.getEvent()),
                                row.getDetail()));
    }
}
