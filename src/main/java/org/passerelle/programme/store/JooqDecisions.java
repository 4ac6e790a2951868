package org.passerelle.programme.store;

import static org.passerelle.programme.store.generated.Tables.CHANGE_EFFECT;
import static org.passerelle.programme.store.generated.Tables.DECISION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.EligibilityDecision;
import org.passerelle.programme.EligibilityDecision.Basis;
import org.passerelle.programme.KeptDecision;
import org.passerelle.programme.domain.Decisions;
import org.passerelle.programme.store.generated.tables.records.DecisionRecord;
import org.springframework.stereotype.Repository;

@Repository
class JooqDecisions implements Decisions {
    private static final String LOCK = "programme.decision ";

    private final DSLContext db;

    JooqDecisions(DSLContext db) {
        this.db = db;
    }

    @Override
    public void hold(Collection<OrganisationId> organisations) {
        Ids.of(organisations).stream()
                .sorted()
                .forEach(id ->
                        db.execute(
                                "select pg_advisory_xact_lock(hashtextextended(?, 0))", LOCK + id));
    }

    @Override
    public void keep(List<New> decided, Instant decidedAt) {
        if (decided.isEmpty()) {
            return;
        }
        var rows =
                db.insertInto(
                        DECISION,
                        DECISION.ORGANISATION,
                        DECISION.OFFICE,
                        DECISION.PROGRAMME,
                        DECISION.VERSION,
                        DECISION.PACK,
                        DECISION.DAY,
                        DECISION.OUTCOME,
                        DECISION.REASONS,
                        DECISION.DECIDED_AT);
        for (var one : decided) {
            var basis = one.decision().basis();
            rows =
                    rows.values(
                            one.organisation().value(),
                            one.office().value(),
                            basis.programme().value(),
                            basis.version().orElse(null),
                            basis.pack(),
                            basis.day(),
                            one.decision().outcome(),
                            LedgerJson.reasons(one.decision().reasons()),
                            decidedAt.atOffset(ZoneOffset.UTC));
        }
        rows.execute();
    }

    @Override
    public Map<OrganisationId, Map<ProgrammeId, KeptDecision>> standing(
            Collection<OrganisationId> organisations) {
        var all = new HashMap<OrganisationId, Map<ProgrammeId, KeptDecision>>();
        db.selectDistinct(DECISION)
                .on(DECISION.ORGANISATION, DECISION.PROGRAMME)
                .from(DECISION)
                .where(DECISION.ORGANISATION.in(Ids.of(organisations)))
                .orderBy(DECISION.ORGANISATION, DECISION.PROGRAMME, DECISION.ID.desc())
                .forEach(row -> {
                    var kept = decision(row.value1());
                    all.computeIfAbsent(
                                    new OrganisationId(row.value1().getOrganisation()),
                                    _ -> new HashMap<>())
                            .put(kept.decision().basis().programme(), kept);
                });
        return all;
    }

    @Override
    public List<KeptDecision> history(OrganisationId organisation, ProgrammeId programme) {
        return db.selectFrom(DECISION)
                .where(
                        DECISION.ORGANISATION.eq(organisation.value()),
                        DECISION.PROGRAMME.eq(programme.value()))
                .orderBy(DECISION.ID.desc())
                .fetch(JooqDecisions::decision);
    }

    @Override
    public List<OrganisationId> decided(OfficeId office) {
        return db.selectDistinct(DECISION.ORGANISATION)
                .from(DECISION)
                .where(DECISION.OFFICE.eq(office.value()))
                .orderBy(DECISION.ORGANISATION)
                .fetch(row -> new OrganisationId(row.value1()));
    }

    @Override
    public List<OrganisationId> decided(OfficeId office, Optional<OrganisationId> after, int most) {
        return db.selectDistinct(DECISION.ORGANISATION)
                .from(DECISION)
                .where(DECISION.OFFICE.eq(office.value()))
                .and(
                        after.map(last -> DECISION.ORGANISATION.gt(last.value()))
                                .orElseGet(DSL::noCondition))
                .orderBy(DECISION.ORGANISATION)
                .limit(most)
                .fetch(row -> new OrganisationId(row.value1()));
    }

    @Override
    public void noteEffect(long change, OrganisationId organisation, Instant decidedAt) {
        db.insertInto(CHANGE_EFFECT)
                .set(CHANGE_EFFECT.NUMBER, change)
                .set(CHANGE_EFFECT.ORGANISATION, organisation.value())
                .set(CHANGE_EFFECT.DECIDED_AT, decidedAt.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public Optional<Instant> effect(long change) {
        return db.select(CHANGE_EFFECT.DECIDED_AT)
                .from(CHANGE_EFFECT)
                .where(CHANGE_EFFECT.NUMBER.eq(change))
                .fetchOptional(CHANGE_EFFECT.DECIDED_AT)
                .map(OffsetDateTime::toInstant);
    }

    private static KeptDecision decision(DecisionRecord row) {
        var basis =
                new Basis(
                        ProgrammeId.of(row.getProgramme()),
                        Optional.ofNullable(row.getVersion()),
                        row.getPack(),
                        row.getDay());
        return new KeptDecision(
                EligibilityDecision.of(basis, LedgerJson.reasons(row.getReasons())),
                row.getDecidedAt().toInstant());
    }
}
