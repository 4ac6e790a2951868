package org.passerelle.organisation.store;

import static org.passerelle.organisation.store.generated.Tables.CHANGE_REQUEST;
import static org.passerelle.organisation.store.generated.Tables.CHANGE_VALUE;
import static org.passerelle.organisation.store.generated.Tables.REGISTRATION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.ChangeItem;
import org.passerelle.organisation.ChangeRequest;
import org.passerelle.organisation.ChangeValue;
import org.passerelle.organisation.domain.Changes;
import org.passerelle.organisation.store.generated.tables.records.ChangeRequestRecord;
import org.passerelle.organisation.store.generated.tables.records.ChangeValueRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JooqChanges implements Changes {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    JooqChanges(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    @Override
    public Optional<Long> add(ChangeRequest request) {
        var number =
                db.insertInto(CHANGE_REQUEST)
                        .set(CHANGE_REQUEST.ORGANISATION, request.organisation().value())
                        .set(CHANGE_REQUEST.ASKED_AT, time(request.asked()))
                        .set(CHANGE_REQUEST.ASKED_BY, request.askedBy().value())
                        .set(CHANGE_REQUEST.ASKED_BY_NAME, request.askedByName())
                        .set(CHANGE_REQUEST.WORDS, request.words())
                        .set(
                                CHANGE_REQUEST.DOCUMENTS,
                                request.documents().stream()
                                        .map(DocumentId::value)
                                        .toArray(UUID[]::new))
                        .set(CHANGE_REQUEST.DUE_AT, time(request.due()))
                        .set(CHANGE_REQUEST.STATE, request.state().name())
                        .onConflictDoNothing()
                        .returning(CHANGE_REQUEST.NUMBER)
                        .fetchOptional(CHANGE_REQUEST.NUMBER);
        number.ifPresent(given -> addValues(given, request.values()));
        return number;
    }

    private void addValues(long number, List<ChangeValue> values) {
        var rows = new ArrayList<ChangeValueRecord>();
        for (var value : values) {
            var row = new ChangeValueRecord();
            row.setRequest(number);
            row.setItem(value.item().code());
            row.setPosition(rows.size());
            row.setBefore(JSONB.valueOf(json.writeValueAsString(value.before())));
            row.setAfter(JSONB.valueOf(json.writeValueAsString(value.after())));
            rows.add(row);
        }
        db.batchInsert(rows).execute();
    }

    @Override
    public Optional<ChangeRequest> find(long number) {
        return list(CHANGE_REQUEST.NUMBER.eq(number), CHANGE_REQUEST.NUMBER.asc()).stream()
                .findFirst();
    }

    @Override
    public Optional<ChangeRequest> withDocument(DocumentId document) {
        return list(
                        DSL.val(document.value()).eq(DSL.any(CHANGE_REQUEST.DOCUMENTS)),
                        CHANGE_REQUEST.NUMBER.asc())
                .stream()
                .findFirst();
    }

    @Override
    public List<ChangeRequest> of(OrganisationId organisation) {
        return list(
                CHANGE_REQUEST.ORGANISATION.eq(organisation.value()), CHANGE_REQUEST.NUMBER.desc());
    }

    @Override
    public List<ChangeRequest> open(OfficeId office) {
        return list(
                REGISTRATION
                        .OFFICE
                        .eq(office.value())
                        .and(CHANGE_REQUEST.STATE.eq(ChangeRequest.State.OPEN.name())),
                CHANGE_REQUEST.DUE_AT.asc());
    }

    private List<ChangeRequest> list(Condition condition, SortField<?> order) {
        var rows =
                db.select(CHANGE_REQUEST.fields())
                        .from(CHANGE_REQUEST)
                        .join(REGISTRATION)
                        .on(REGISTRATION.ID.eq(CHANGE_REQUEST.ORGANISATION))
                        .where(condition)
                        .orderBy(order, CHANGE_REQUEST.NUMBER)
                        .fetchInto(CHANGE_REQUEST);
        if (rows.isEmpty()) {
            return List.of();
        }
        var values =
                db.selectFrom(CHANGE_VALUE)
                        .where(CHANGE_VALUE.REQUEST.in(rows.getValues(CHANGE_REQUEST.NUMBER)))
                        .orderBy(CHANGE_VALUE.REQUEST, CHANGE_VALUE.POSITION)
                        .fetchGroups(CHANGE_VALUE.REQUEST, this::value);
        return rows.map(row -> request(row, values.getOrDefault(row.getNumber(), List.of())));
    }

    @Override
    public boolean decide(
            long number, ChangeItem item, ChangeValue.Decision decision, PersonId by) {
        return db.update(CHANGE_VALUE)
                        .set(CHANGE_VALUE.ACCEPTED, decision.accepted())
                        .set(CHANGE_VALUE.REASON, decision.reason())
                        .set(CHANGE_VALUE.DECIDED_AT, time(decision.at()))
                        .set(CHANGE_VALUE.DECIDED_BY, by.value())
                        .set(CHANGE_VALUE.DECIDED_BY_NAME, decision.by())
                        .where(CHANGE_VALUE.REQUEST.eq(number))
                        .and(CHANGE_VALUE.ITEM.eq(item.code()))
                        .and(CHANGE_VALUE.ACCEPTED.isNull())
                        .execute()
                == 1;
    }

    @Override
    public boolean close(long number, ChangeRequest.State as, Instant now) {
        return db.update(CHANGE_REQUEST)
                        .set(CHANGE_REQUEST.STATE, as.name())
                        .set(CHANGE_REQUEST.CLOSED_AT, time(now))
                        .where(CHANGE_REQUEST.NUMBER.eq(number))
                        .and(CHANGE_REQUEST.STATE.eq(ChangeRequest.State.OPEN.name()))
                        .execute()
                == 1;
    }

    private ChangeRequest request(ChangeRequestRecord row, List<ChangeValue> values) {
        return new ChangeRequest(
                row.getNumber(),
                new OrganisationId(row.getOrganisation()),
                row.getAskedAt().toInstant(),
                new PersonId(row.getAskedBy()),
                row.getAskedByName(),
                row.getWords(),
                Arrays.stream(row.getDocuments()).map(DocumentId::new).toList(),
                row.getDueAt().toInstant(),
                ChangeRequest.State.valueOf(row.getState()),
                Optional.ofNullable(row.getClosedAt()).map(OffsetDateTime::toInstant),
                values);
    }

    private ChangeValue value(ChangeValueRecord row) {
        return new ChangeValue(
                new ChangeItem(row.getItem()),
                json.readValue(row.getBefore().data(), TEXTS),
                json.readValue(row.getAfter().data(), TEXTS),
                Optional.ofNullable(row.getAccepted())
                        .map(accepted ->
                                new ChangeValue.Decision(
                                        accepted,
                                        Objects.requireNonNull(row.getReason()),
                                        Objects.requireNonNull(row.getDecidedAt()).toInstant(),
                                        Objects.requireNonNull(row.getDecidedByName()))));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
