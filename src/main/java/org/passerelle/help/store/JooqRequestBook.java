package org.passerelle.help.store;

import static org.passerelle.help.store.generated.Tables.MESSAGE;
import static org.passerelle.help.store.generated.Tables.REQUEST;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.passerelle.document.DocumentId;
import org.passerelle.help.HelpRequest;
import org.passerelle.help.HelpRequest.Asker;
import org.passerelle.help.HelpRequest.Message;
import org.passerelle.help.HelpRequest.State;
import org.passerelle.help.domain.RequestBook;
import org.passerelle.help.store.generated.tables.records.MessageRecord;
import org.passerelle.help.store.generated.tables.records.RequestRecord;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.PromisedTime;
import org.passerelle.kernel.Signature;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JooqRequestBook implements RequestBook {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    JooqRequestBook(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    @Override
    public long add(HelpRequest request) {
        var asker = request.asker();
        var row = new RequestRecord();
        row.setOffice(request.office().value());
        row.setKind(request.kind());
        row.setOrganisation(asker.organisation().map(OrganisationId::value).orElse(null));
        row.setPerson(asker.person().map(PersonId::value).orElse(null));
        row.setAskerName(asker.name());
        row.setAskerEmail(asker.email());
        row.setLanguage(asker.language().name());
        row.setTyped(JSONB.valueOf(json.writeValueAsString(request.typed())));
        row.setAskedAt(time(request.asked()));
        setTurn(row, request);
        return java.util.Objects.requireNonNull(
                db.insertInto(REQUEST)
                        .set(row)
                        .returning(REQUEST.NUMBER)
                        .fetchSingle(REQUEST.NUMBER));
    }

    private static void setTurn(RequestRecord row, HelpRequest request) {
        row.setDocuments(request.documents().stream().map(DocumentId::value).toArray(UUID[]::new));
        row.setState(request.state().name());
        row.setPromisedDays(request.promise().businessDays());
        row.setCountedDays(request.promise().counted());
        row.setRunningSince(time(request.promise().runningSince()));
        row.setDueAt(time(request.due()));
    }

    @Override
    public Optional<HelpRequest> lock(long number) {
        db.selectOne().from(REQUEST).where(REQUEST.NUMBER.eq(number)).forUpdate().execute();
        return find(number);
    }

    @Override
    public Optional<HelpRequest> find(long number) {
        return list(REQUEST.NUMBER.eq(number), REQUEST.NUMBER.asc()).stream().findFirst();
    }

    @Override
    public void save(HelpRequest request) {
        var row = new RequestRecord();
        setTurn(row, request);
        db.update(REQUEST).set(row).where(REQUEST.NUMBER.eq(request.number())).execute();
    }

    @Override
    public void say(long number, Message message) {
        db.insertInto(MESSAGE)
                .set(MESSAGE.REQUEST, number)
                .set(MESSAGE.AT, time(message.at()))
                .set(MESSAGE.BY_STAFF, message.byStaff())
                .set(MESSAGE.BY_NAME, message.by().name())
                .set(MESSAGE.BY_PERSON, message.by().personValue())
                .set(MESSAGE.TEXT, message.text())
                .execute();
    }

    @Override
    public List<HelpRequest> of(PersonId person, Optional<OrganisationId> organisation) {
        Condition mine = REQUEST.PERSON.eq(person.value());
        var ours = organisation.map(one -> REQUEST.ORGANISATION.eq(one.value()));
        return list(ours.map(mine::or).orElse(mine), REQUEST.NUMBER.desc());
    }

    @Override
    public List<HelpRequest> notClosed(OfficeId office) {
        return list(
                REQUEST.OFFICE.eq(office.value()).and(REQUEST.STATE.ne(State.CLOSED.name())),
                REQUEST.DUE_AT.asc().nullsLast());
    }

    @Override
    public Optional<HelpRequest> withDocument(DocumentId document) {
        return list(REQUEST.DOCUMENTS.contains(new UUID[] {document.value()}), REQUEST.NUMBER.asc())
                .stream()
                .findFirst();
    }

    private List<HelpRequest> list(Condition condition, SortField<?> order) {
        var rows = db.selectFrom(REQUEST).where(condition).orderBy(order, REQUEST.NUMBER).fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        var messages =
                db.selectFrom(MESSAGE)
                        .where(MESSAGE.REQUEST.in(rows.getValues(REQUEST.NUMBER)))
                        .orderBy(MESSAGE.ID)
                        .fetchGroups(MESSAGE.REQUEST, JooqRequestBook::message);
        return rows.map(row -> request(row, messages.getOrDefault(row.getNumber(), List.of())));
    }

    private HelpRequest request(RequestRecord row, List<Message> messages) {
        return new HelpRequest(
                row.getNumber(),
                OfficeId.of(row.getOffice()),
                row.getKind(),
                new Asker(
                        Optional.ofNullable(row.getPerson()).map(PersonId::new),
                        Optional.ofNullable(row.getOrganisation()).map(OrganisationId::new),
                        row.getAskerName(),
                        row.getAskerEmail(),
                        Language.valueOf(row.getLanguage())),
                json.readValue(row.getTyped().data(), TEXTS),
                Arrays.stream(row.getDocuments()).map(DocumentId::new).toList(),
                State.valueOf(row.getState()),
                row.getAskedAt().toInstant(),
                new PromisedTime(
                        row.getPromisedDays(),
                        row.getCountedDays(),
                        Optional.ofNullable(row.getRunningSince()).map(OffsetDateTime::toInstant)),
                Optional.ofNullable(row.getDueAt()).map(OffsetDateTime::toInstant),
                messages);
    }

    private static Message message(MessageRecord row) {
        return new Message(
                row.getAt().toInstant(),
                row.getByStaff(),
                Signature.of(row.getByName(), row.getByPerson()),
                row.getText());
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> at) {
        return at.map(JooqRequestBook::time).orElse(null);
    }
}
