package org.passerelle.registry.store;

import static org.passerelle.registry.store.generated.Tables.IMPORT;
import static org.passerelle.registry.store.generated.Tables.REGISTER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.passerelle.registry.ImportFault;
import org.passerelle.registry.ImportFigures;
import org.passerelle.registry.ImportRecord;
import org.passerelle.registry.RegisterId;
import org.passerelle.registry.RegisterView.Installed;
import org.passerelle.registry.domain.Imports;
import org.passerelle.registry.store.generated.tables.records.RegisterRecord;
import org.springframework.stereotype.Repository;

@Repository
class JooqImports implements Imports {
    private final DSLContext db;

    JooqImports(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<RegisterId, Installed> installed() {
        return db.selectFrom(REGISTER)
                .fetchMap(row -> RegisterId.of(row.getId()), JooqImports::installed);
    }

    @Override
    public Optional<Installed> installed(RegisterId register) {
        return db.selectFrom(REGISTER)
                .where(REGISTER.ID.eq(register.value()))
                .fetchOptional(JooqImports::installed);
    }

    private static Installed installed(RegisterRecord row) {
        return new Installed(
                row.getAsOf(), row.getEntries(), row.getActive(), row.getImportedAt().toInstant());
    }

    @Override
    public List<String> keptColumns(RegisterId register) {
        return db.selectFrom(REGISTER)
                .where(REGISTER.ID.eq(register.value()))
                .fetchOptional(row -> List.of(row.getKeptColumns()))
                .orElse(List.of());
    }

    @Override
    public Map<RegisterId, ImportRecord> last() {
        return db.select(IMPORT.fields())
                .distinctOn(IMPORT.REGISTER)
                .from(IMPORT)
                .orderBy(IMPORT.REGISTER, IMPORT.ID.desc())
                .fetchInto(IMPORT)
                .intoMap(row -> RegisterId.of(row.getRegister()), JooqImports::remembered);
    }

    private static ImportRecord remembered(
            org.passerelle.registry.store.generated.tables.records.ImportRecord row) {
        return new ImportRecord(
                RegisterId.of(row.getRegister()),
                List.of(row.getFiles()),
                row.getAsOf(),
                ImportRecord.Result.valueOf(row.getOutcome()),
                new ImportFigures(
                        row.getRecords(),
                        row.getAdded(),
                        row.getChanged(),
                        row.getGone(),
                        row.getBack(),
                        row.getReread(),
                        row.getUnusable(),
                        List.of(),
                        row.getEntries(),
                        row.getActive()),
                Optional.ofNullable(row.getFaultKind())
                        .map(kind ->
                                new ImportFault(
                                        ImportFault.Kind.valueOf(kind),
                                        row.getFaultFile(),
                                        row.getFaultLine(),
                                        List.of(row.getFaultDetails()))),
                row.getImportedBy(),
                row.getStartedAt().toInstant(),
                row.getFinishedAt().toInstant());
    }

    @Override
    public void remember(ImportRecord record) {
        var row = db.newRecord(IMPORT);
        var figures = record.figures();
        row.setRegister(record.register().value());
        row.setFiles(record.files().toArray(String[]::new));
        row.setAsOf(record.asOf());
        row.setOutcome(record.result().name());
        row.setRecords(figures.records());
        row.setAdded(figures.added());
        row.setChanged(figures.changed());
        row.setGone(figures.gone());
        row.setBack(figures.back());
        row.setReread(figures.reread());
        row.setUnusable(figures.unusable());
        row.setEntries(figures.entries());
        row.setActive(figures.active());
        record.fault()
                .ifPresent(fault -> {
                    row.setFaultKind(fault.kind().name());
                    row.setFaultFile(fault.file());
                    row.setFaultLine(fault.line());
                    row.setFaultDetails(fault.details().toArray(String[]::new));
                });
        row.setImportedBy(record.by());
        row.setStartedAt(record.startedAt().atOffset(ZoneOffset.UTC));
        row.setFinishedAt(record.finishedAt().atOffset(ZoneOffset.UTC));
        row.insert();
    }

    @Override
    public void install(
            RegisterId register,
            List<String> keptColumns,
            LocalDate asOf,
            long entries,
            long active,
            Instant now) {
        var row = new RegisterRecord();
        row.setId(register.value());
        row.setKeptColumns(keptColumns.toArray(String[]::new));
        row.setAsOf(asOf);
        row.setEntries(entries);
        row.setActive(active);
        row.setImportedAt(now.atOffset(ZoneOffset.UTC));
        db.insertInto(REGISTER).set(row).onConflict(REGISTER.ID).doUpdate().set(row).execute();
    }
}
