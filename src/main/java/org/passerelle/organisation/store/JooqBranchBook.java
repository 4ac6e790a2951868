package org.passerelle.organisation.store;

import static org.passerelle.organisation.store.generated.Tables.BRANCH;
import static org.passerelle.organisation.store.generated.Tables.REGISTRATION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Signature;
import org.passerelle.organisation.Branch;
import org.passerelle.organisation.Branch.Disowned;
import org.passerelle.organisation.Branch.Letter;
import org.passerelle.organisation.Profile.LegalNumber;
import org.passerelle.organisation.domain.BranchBook;
import org.passerelle.organisation.store.generated.tables.records.BranchRecord;
import org.springframework.stereotype.Repository;

@Repository
class JooqBranchBook implements BranchBook {
    private final DSLContext db;

    JooqBranchBook(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<Branch> find(OrganisationId branch) {
        return db.selectFrom(BRANCH)
                .where(BRANCH.ORGANISATION.eq(branch.value()))
                .fetchOptional(JooqBranchBook::branch);
    }

    @Override
    public List<Branch> of(OrganisationId parent) {
        return list(BRANCH.PARENT.eq(parent.value()));
    }

    @Override
    public List<Branch> waitingFor(OfficeId office, LegalNumber parent) {
        return list(
                BRANCH.PARENT
                        .isNull()
                        .and(REGISTRATION.OFFICE.eq(office.value()))
                        .and(REGISTRATION.STATE.eq("SUBMITTED"))
                        .and(REGISTRATION.PARENT_SCHEME.eq(parent.scheme()))
                        .and(REGISTRATION.PARENT_NUMBER.eq(parent.number())));
    }

    private List<Branch> list(Condition condition) {
        return db.select(BRANCH.fields())
                .from(BRANCH)
                .join(REGISTRATION)
                .on(REGISTRATION.ID.eq(BRANCH.ORGANISATION))
                .where(condition)
                .orderBy(REGISTRATION.STARTED_AT, REGISTRATION.ID)
                .fetchInto(BRANCH)
                .map(JooqBranchBook::branch);
    }

    @Override
    public void keep(Branch branch) {
        var row = row(branch);
        db.insertInto(BRANCH)
                .set(row)
                .onConflict(BRANCH.ORGANISATION)
                .doUpdate()
                .set(row)
                .execute();
    }

    @Override
    public void remove(OrganisationId organisation) {
        db.deleteFrom(BRANCH).where(BRANCH.ORGANISATION.eq(organisation.value())).execute();
    }

    @Override
    public boolean noteParentLost(OrganisationId branch, Instant since) {
        return db.update(BRANCH)
                        .set(BRANCH.PARENT_LOST_AT, time(since))
                        .where(BRANCH.ORGANISATION.eq(branch.value()))
                        .and(BRANCH.PARENT_LOST_AT.isDistinctFrom(time(since)))
                        .execute()
                == 1;
    }

    /// Every column but when the parent lost its qualification, nulls too: what the last state
    /// filled, this one must clear.
    private static BranchRecord row(Branch branch) {
        var row = new BranchRecord();
        row.setOrganisation(branch.organisation().value());
        row.setParent(branch.parent().map(OrganisationId::value).orElse(null));
        switch (branch.letter()) {
            case Letter.Waiting _ -> setLetter(row, "WAITING", List.of(), "", null, null);
            case Letter.Accepted(var at, var by, var words) ->
                    setLetter(row, "ACCEPTED", List.of(), words, at, by);
            case Letter.Refused(var at, var by, var reasons, var words) ->
                    setLetter(row, "REFUSED", reasons, words, at, by);
        }
        var said = branch.disowned();
        row.setDisownedAt(said.map(one -> time(one.at())).orElse(null));
        row.setDisownedBy(said.flatMap(one -> one.by().person()).map(PersonId::value).orElse(null));
        row.setDisownedByName(said.map(one -> one.by().name()).orElse(null));
        row.setDisownedWords(said.map(Disowned::words).orElse(null));
        return row;
    }

    private static void setLetter(
            BranchRecord row,
            String word,
            List<String> reasons,
            String words,
            @Nullable Instant at,
            @Nullable Signature by) {
        row.setLetter(word);
        row.setLetterReasons(reasons.toArray(String[]::new));
        row.setLetterWords(words);
        row.setJudgedAt(at == null ? null : time(at));
        row.setJudgedBy(by == null ? null : by.personValue());
        row.setJudgedByName(by == null ? null : by.name());
    }

    private static Branch branch(BranchRecord row) {
        return new Branch(
                new OrganisationId(row.getOrganisation()),
                Optional.ofNullable(row.getParent()).map(OrganisationId::new),
                letter(row),
                Optional.ofNullable(row.getDisownedAt())
                        .map(at ->
                                new Disowned(
                                        at.toInstant(),
                                        Signature.of(row.getDisownedByName(), row.getDisownedBy()),
                                        row.getDisownedWords())));
    }

    private static Letter letter(BranchRecord row) {
        return switch (row.getLetter()) {
            case "WAITING" -> new Letter.Waiting();
            case "ACCEPTED" ->
                    new Letter.Accepted(
                            row.getJudgedAt().toInstant(),
                            Signature.of(row.getJudgedByName(), row.getJudgedBy()),
                            row.getLetterWords());
            case "REFUSED" ->
                    new Letter.Refused(
                            row.getJudgedAt().toInstant(),
                            Signature.of(row.getJudgedByName(), row.getJudgedBy()),
                            List.of(row.getLetterReasons()),
                            row.getLetterWords());
            default -> throw new IllegalStateException("No such letter: " + row.getLetter());
        };
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
