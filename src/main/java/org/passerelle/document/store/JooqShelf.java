package org.passerelle.document.store;

import static org.passerelle.document.store.generated.Tables.FILE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.passerelle.document.Document;
import org.passerelle.document.Document.Scan;
import org.passerelle.document.DocumentId;
import org.passerelle.document.domain.Shelf;
import org.passerelle.document.store.generated.tables.records.FileRecord;
import org.passerelle.kernel.PersonId;
import org.springframework.stereotype.Repository;

@Repository
class JooqShelf implements Shelf {
    private final DSLContext db;

    JooqShelf(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(Shelved shelved, Optional<PersonId> by) {
        var document = shelved.document();
        var row = new FileRecord();
        row.setId(document.id().value());
        row.setFileName(document.fileName());
        row.setMediaType(document.mediaType());
        row.setSizeBytes(document.sizeBytes());
        row.setSha256(document.sha256());
        row.setStoredAs(shelved.storedAs());
        row.setTakenAt(document.taken().atOffset(ZoneOffset.UTC));
        row.setTakenBy(by.map(PersonId::value).orElse(null));
        setScan(row, document.scan());
        db.insertInto(FILE).set(row).execute();
    }

    @Override
    public List<Shelved> find(Collection<DocumentId> ids) {
        return db.selectFrom(FILE)
                .where(FILE.ID.in(values(ids)))
                .orderBy(FILE.TAKEN_AT, FILE.ID)
                .fetch(row -> new Shelved(document(row), row.getStoredAs()));
    }

    @Override
    public List<Document> hold(Optional<PersonId> by, Collection<DocumentId> ids, String matter) {
        var mine =
                by.map(person -> FILE.TAKEN_BY.eq(person.value())).orElseGet(FILE.TAKEN_BY::isNull);
        var held =
                db.update(FILE)
                        .set(FILE.HELD_FOR, matter)
                        .where(FILE.ID.in(values(ids)))
                        .and(FILE.HELD_FOR.isNull())
                        .and(mine)
                        .returning(FILE.ID)
                        .fetch(FILE.ID);
        return find(held.stream().map(DocumentId::new).toList()).stream()
                .map(Shelved::document)
                .toList();
    }

    @Override
    public void scanned(DocumentId id, Scan scan) {
        var row = new FileRecord();
        setScan(row, scan);
        db.update(FILE).set(row).where(FILE.ID.eq(id.value())).execute();
    }

    @Override
    public List<DocumentId> awaitScan() {
        return db.update(FILE)
                .set(FILE.SCAN, "WAITING")
                .where(FILE.SCAN.eq("NOT_ASKED"))
                .returning(FILE.ID)
                .fetch(row -> new DocumentId(row.getId()));
    }

    @Override
    public List<DocumentId> waiting() {
        return db.select(FILE.ID)
                .from(FILE)
                .where(FILE.SCAN.eq("WAITING"))
                .fetch(row -> new DocumentId(row.value1()));
    }

    @Override
    public Optional<String> removeUnheld(DocumentId id) {
        return db.deleteFrom(FILE)
                .where(FILE.ID.eq(id.value()))
                .and(FILE.HELD_FOR.isNull())
                .returning(FILE.STORED_AS)
                .fetchOptional(FILE.STORED_AS);
    }

    private static List<UUID> values(Collection<DocumentId> ids) {
        return ids.stream().map(DocumentId::value).toList();
    }

    private static void setScan(FileRecord row, Scan scan) {
        switch (scan) {
            case Scan.NotAsked _ -> setScan(row, "NOT_ASKED", null, null);
            case Scan.Waiting _ -> setScan(row, "WAITING", null, null);
            case Scan.Clean(var at) -> setScan(row, "CLEAN", at, null);
            case Scan.Infected(var at, var threat) -> setScan(row, "INFECTED", at, threat);
        }
    }

    private static void setScan(
            FileRecord row, String word, @Nullable Instant at, @Nullable String threat) {
        row.setScan(word);
        row.setScannedAt(at == null ? null : at.atOffset(ZoneOffset.UTC));
        row.setThreat(threat);
    }

    private static Document document(FileRecord row) {
        return new Document(
                new DocumentId(row.getId()),
                row.getFileName(),
                row.getMediaType(),
                row.getSizeBytes(),
                row.getSha256(),
                row.getTakenAt().toInstant(),
                Optional.ofNullable(row.getHeldFor()),
                scan(row));
    }

    private static Scan scan(FileRecord row) {
        var at = Optional.ofNullable(row.getScannedAt()).map(OffsetDateTime::toInstant);
        return switch (row.getScan()) {
            case "NOT_ASKED" -> new Scan.NotAsked();
            case "WAITING" -> new Scan.Waiting();
            case "CLEAN" -> new Scan.Clean(at.orElseThrow());
            case "INFECTED" -> new Scan.Infected(at.orElseThrow(), row.getThreat());
            default -> throw new IllegalStateException("Unknown scan: " + row.getScan());
        };
    }
}
