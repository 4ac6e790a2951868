package org.passerelle.programme.store;

import static org.passerelle.programme.store.generated.Tables.DECISION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
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
    public void hold(OrganisationId organisation) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", LOCK + organisation);
    }

    @Override
    public void keep(
            OrganisationId organisation,
            OfficeId office,
            EligibilityDecision decision,
            Instant decidedAt) {
        var basis = decision.basis();
        db.insertInto(DECISION)
                .set(DECISION.ORGANISATION, organisation.value())
                .set(DECISION.OFFICE, office.value())
                .set(DECISION.PROGRAMME, basis.programme().value())
                .set(DECISION.VERSION, basis.version().orElse(null))
                .set(DECISION.PACK, basis.pack())
                .set(DECISION.DAY, basis.day())
                .set(DECISION.OUTCOME, decision.outcome())
                .set(DECISION.REASONS, LedgerJson.reasons(decision.reasons()))
                .set(DECISION.DECIDED_AT, decidedAt.atOffset(ZoneOffset.UTC))
                .execute();
    }

    @Override
    public Map<ProgrammeId, KeptDecision> standing(OrganisationId organisation) {
        return db
                .selectDistinct(DECISION)
                .on(DECISION.PROGRAMME)
                .from(DECISION)
                .where(DECISION.ORGANISATION.eq(organisation.value()))
                .orderBy(DECISION.PROGRAMME, DECISION.ID.desc())
                .fetch(row -> decision(row.value1()))
                .stream()
                .collect(
                        Collectors.toMap(
                                kept -> kept.decision().basis().programme(), kept -> kept));
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
