package org.passerelle.identity.store;

import static org.jooq.impl.DSL.lower;
import static org.passerelle.identity.store.generated.Tables.PERSON;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.passerelle.identity.Offices;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.identity.domain.AccountRegister;
import org.passerelle.identity.store.generated.tables.records.PersonRecord;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;
import org.springframework.stereotype.Repository;

/// People in PostgreSQL. Usernames and addresses are compared whatever their case.
@Repository
class JooqAccountRegister implements AccountRegister {
    private final DSLContext db;

    JooqAccountRegister(DSLContext db) {
        this.db = db;
    }

    @Override
    public boolean add(Person person, String passwordHash, Instant now) {
        var row = db.newRecord(PERSON);
        row.setId(person.id().value());
        row.setUsername(person.username());
        row.setEmail(person.email());
        row.setFirstName(person.firstName());
        row.setLastName(person.lastName());
        row.setLanguage(person.language().name());
        row.setPasswordHash(passwordHash);
        row.setRoles(names(person));
        row.setPartner(person.partner().orElse(null));
        row.setAllOffices(person.offices() instanceof Offices.All);
        row.setOffices(named(person.offices()));
        row.setCreatedAt(now.atOffset(ZoneOffset.UTC));
        return db.insertInto(PERSON).set(row).onConflictDoNothing().execute() == 1;
    }

    @Override
    public Optional<Account> find(PersonId id) {
        return one(PERSON.ID.eq(id.value()));
    }

    @Override
    public Optional<Account> findByLogin(String login) {
        return login.contains("@") ? findByEmail(login) : findByUsername(login);
    }

    @Override
    public Optional<Account> findByEmail(String email) {
        return one(lower(PERSON.EMAIL).eq(email.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Optional<Account> findByUsername(String username) {
        return one(lower(PERSON.USERNAME).eq(username.toLowerCase(Locale.ROOT)));
    }

    @Override
    public boolean anyWith(Role role) {
        return db.fetchExists(
                PERSON, PERSON.ROLES.contains(new String[] {role.name()}).and(isOpen()));
    }

    @Override
    public boolean anyOtherNamed(PersonId id, String firstName, String lastName) {
        return db.fetchExists(
                PERSON,
                PERSON.ID
                        .ne(id.value())
                        .and(lower(PERSON.FIRST_NAME).eq(lower(firstName)))
                        .and(lower(PERSON.LAST_NAME).eq(lower(lastName))));
    }

    @Override
    public List<Person> withDuties() {
        return db.selectFrom(PERSON)
                .where(PERSON.ROLES.ne(new String[] {Role.MEMBER.name()}))
                .orderBy(PERSON.LAST_NAME, PERSON.FIRST_NAME, PERSON.ID)
                .fetch(row -> account(row).person());
    }

    @Override
    public void rename(PersonId id, String firstName, String lastName, Language language) {
        db.update(PERSON)
                .set(PERSON.FIRST_NAME, firstName)
                .set(PERSON.LAST_NAME, lastName)
                .set(PERSON.LANGUAGE, language.name())
                .where(PERSON.ID.eq(id.value()))
                .execute();
    }

    @Override
    public int setPassword(PersonId id, String hash) {
        return db.update(PERSON)
                .set(PERSON.PASSWORD_HASH, hash)
                .set(PERSON.SESSION_EPOCH, PERSON.SESSION_EPOCH.plus(1))
                .where(PERSON.ID.eq(id.value()))
                .returning(PERSON.SESSION_EPOCH)
                .fetchSingle()
                .getSessionEpoch();
    }

    @Override
    public boolean setUsername(PersonId id, String username) {
        return isFree(lower(PERSON.USERNAME).eq(username.toLowerCase(Locale.ROOT)), id)
                && set(PERSON.USERNAME, username, id);
    }

    @Override
    public boolean setEmail(PersonId id, String email) {
        return isFree(lower(PERSON.EMAIL).eq(email.toLowerCase(Locale.ROOT)), id)
                && set(PERSON.EMAIL, email, id);
    }

    /// Of two who take the same at the same instant the unique index lets one.
    private boolean isFree(Condition taken, PersonId id) {
        return !db.fetchExists(PERSON, taken.and(PERSON.ID.ne(id.value())));
    }

    private boolean set(TableField<PersonRecord, String> field, String value, PersonId id) {
        return db.update(PERSON).set(field, value).where(PERSON.ID.eq(id.value())).execute() == 1;
    }

    @Override
    public void setDuties(Person person) {
        db.update(PERSON)
                .set(PERSON.ROLES, names(person))
                .set(PERSON.PARTNER, person.partner().orElse(null))
                .set(PERSON.ALL_OFFICES, person.offices() instanceof Offices.All)
                .set(PERSON.OFFICES, named(person.offices()))
                .where(PERSON.ID.eq(person.id().value()))
                .execute();
    }

    @Override
    public boolean disable(PersonId id, Instant now) {
        return db.update(PERSON)
                        .set(PERSON.DISABLED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(PERSON.SESSION_EPOCH, PERSON.SESSION_EPOCH.plus(1))
                        .where(PERSON.ID.eq(id.value()).and(isOpen()))
                        .execute()
                == 1;
    }

    private static Condition isOpen() {
        return PERSON.DISABLED_AT.isNull();
    }

    private Optional<Account> one(Condition which) {
        return db.selectFrom(PERSON).where(which).fetchOptional(JooqAccountRegister::account);
    }

    private static Account account(PersonRecord row) {
        var person =
                new Person(
                        new PersonId(row.getId()),
                        row.getUsername(),
                        row.getEmail(),
                        row.getFirstName(),
                        row.getLastName(),
                        Language.valueOf(row.getLanguage()),
                        Arrays.stream(row.getRoles())
                                .map(Role::valueOf)
                                .collect(Collectors.toUnmodifiableSet()),
                        Optional.ofNullable(row.getPartner()),
                        offices(row));
        return new Account(
                person, row.getPasswordHash(), row.getSessionEpoch(), row.getDisabledAt() != null);
    }

    private static Offices offices(PersonRecord row) {
        return row.getAllOffices()
                ? Offices.all()
                : new Offices.Named(
                        Arrays.stream(row.getOffices())
                                .map(OfficeId::of)
                                .collect(Collectors.toUnmodifiableSet()));
    }

    private static String[] named(Offices offices) {
        return switch (offices) {
            case Offices.All _ -> new String[0];
            case Offices.Named(var some) ->
                    some.stream().map(OfficeId::value).sorted().toArray(String[]::new);
        };
    }

    private static String[] names(Person person) {
        return person.roles().stream().map(Role::name).sorted().toArray(String[]::new);
    }
}
