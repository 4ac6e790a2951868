package org.passerelle.audit.store;

import static org.passerelle.audit.store.generated.Tables.LINE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditLine;
import org.passerelle.audit.AuditLine.ActorKind;
import org.passerelle.audit.AuditQuery;
import org.passerelle.audit.AuditSubject;
import org.passerelle.audit.domain.AuditLines;
import org.passerelle.audit.store.generated.tables.records.LineRecord;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Persons;
import org.springframework.stereotype.Repository;

/// The lines in PostgreSQL. There is an `add` and no other write.
@Repository
class JooqAuditLines implements AuditLines {
    private final DSLContext db;

    JooqAuditLines(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(AuditEntry entry, Instant at) {
        var row = db.newRecord(LINE);
        row.setAt(at.atOffset(ZoneOffset.UTC));
        row.setActorKind(kind(entry.actor()).name());
        actorId(entry.actor()).ifPresent(row::setActorId);
        row.setActorLabel(entry.actor().label());
        row.setAction(entry.action());
        row.setSubjectType(entry.subject().type());
        row.setSubjectId(entry.subject().id());
        entry.organisation().ifPresent(organisation -> row.setOrganisation(organisation.value()));
        row.setDetail(oneLine(entry.detail()));
        db.insertInto(LINE).set(row).execute();
    }

    @Override
    public List<AuditLine> ofOrganisation(OrganisationId organisation, int limit) {
        return newest(LINE.ORGANISATION.eq(organisation.value()), limit);
    }

    @Override
    public List<AuditLine> ofSubject(AuditSubject subject, int limit) {
        return newest(
                LINE.SUBJECT_TYPE.eq(subject.type()).and(LINE.SUBJECT_ID.eq(subject.id())), limit);
    }

    @Override
    public List<AuditLine> byActor(String actor, int limit) {
        return newest(LINE.ACTOR_ID.eq(actor), limit);
    }

    @Override
    public Set<OrganisationId> organisationsOf(String person) {
        return db
                .selectDistinct(LINE.ORGANISATION)
                .from(LINE)
                .where(LINE.ORGANISATION.isNotNull())
                .and(
                        LINE.ACTOR_ID
                                .eq(person)
                                .or(LINE.SUBJECT_TYPE.eq("person").and(LINE.SUBJECT_ID.eq(person))))
                .fetch(LINE.ORGANISATION)
                .stream()
                .map(OrganisationId::new)
                .collect(java.util.stream.Collectors.toSet());
    }

    @Override
    public List<AuditLine> before(
            AuditQuery query, AuditQuery.Within within, long number, int limit) {
        return newest(LINE.NUMBER.lt(number).and(condition(query)).and(shown(within)), limit);
    }

    private static Condition shown(AuditQuery.Within within) {
        var others = within.without().stream().map(OrganisationId::value).toArray(UUID[]::new);
        var ofNobody = LINE.ORGANISATION.isNull();
        return LINE.ORGANISATION
                .isNotNull()
                .and(LINE.ORGANISATION.ne(DSL.all(others)))
                .or(ofNobody.and(aboutOneOf(within.persons())))
                .or(
                        ofNobody.and(
                                DSL.or(
                                        within.also().stream()
                                                .map(JooqAuditLines::about)
                                                .toList())));
    }

    private static Condition aboutOneOf(Persons persons) {
        var isPerson = LINE.SUBJECT_TYPE.eq("person");
        return switch (persons) {
            case Persons.AllBut(var some) ->
                    isPerson.not().or(LINE.SUBJECT_ID.ne(DSL.all(texts(some))));
            case Persons.Only(var some) -> isPerson.and(LINE.SUBJECT_ID.eq(DSL.any(texts(some))));
        };
    }

    private static String[] texts(Set<PersonId> persons) {
        return persons.stream().map(PersonId::toString).toArray(String[]::new);
    }

    private static Condition condition(AuditQuery query) {
        return switch (query) {
            case AuditQuery.Everything _ -> DSL.noCondition();
            case AuditQuery.OfOrganisation(var organisation) ->
                    LINE.ORGANISATION.eq(organisation.value());
            case AuditQuery.About(var subjects) ->
                    DSL.or(subjects.stream().map(JooqAuditLines::about).toList());
            case AuditQuery.OfPerson(var person) ->
                    LINE.ACTOR_ID
                            .eq(person.toString())
                            .or(about(AuditSubject.of("person", person)));
        };
    }

    private static Condition about(AuditSubject subject) {
        return LINE.SUBJECT_TYPE.eq(subject.type()).and(LINE.SUBJECT_ID.eq(subject.id()));
    }

    private List<AuditLine> newest(Condition which, int limit) {
        return db.selectFrom(LINE)
                .where(which)
                .orderBy(LINE.NUMBER.desc())
                .limit(limit)
                .fetch(JooqAuditLines::line);
    }

    private static AuditLine line(LineRecord row) {
        return new AuditLine(
                row.getNumber(),
                row.getAt().toInstant(),
                ActorKind.valueOf(row.getActorKind()),
                Optional.ofNullable(row.getActorId()),
                row.getActorLabel(),
                row.getAction(),
                new AuditSubject(row.getSubjectType(), row.getSubjectId()),
                Optional.ofNullable(row.getOrganisation()).map(OrganisationId::new),
                row.getDetail());
    }

    private static ActorKind kind(Actor actor) {
        return switch (actor) {
            case Actor.Member _ -> ActorKind.MEMBER;
            case Actor.Staff _ -> ActorKind.STAFF;
            case Actor.Partner _ -> ActorKind.PARTNER;
            case Actor.Product _ -> ActorKind.PRODUCT;
        };
    }

    private static Optional<String> actorId(Actor actor) {
        return switch (actor) {
            case Actor.Member(var person, _) -> Optional.of(person.toString());
            case Actor.Staff(var person, _) -> Optional.of(person.toString());
            case Actor.Partner(var partner, _) -> Optional.of(partner);
            case Actor.Product _ -> Optional.empty();
        };
    }

    /// What people typed must not look like a second line where the trail is printed.
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
