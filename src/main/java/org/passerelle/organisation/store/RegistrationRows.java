package org.passerelle.organisation.store;

import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.passerelle.organisation.store.generated.Tables.DECLARED_NUMBER;
import static org.passerelle.organisation.store.generated.Tables.MEMBERSHIP;
import static org.passerelle.organisation.store.generated.Tables.PRIOR_PURCHASE;
import static org.passerelle.organisation.store.generated.Tables.REGISTRATION;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Profile;
import org.passerelle.organisation.Profile.Budget;
import org.passerelle.organisation.Profile.LegalNumber;
import org.passerelle.organisation.Profile.Parent;
import org.passerelle.organisation.Profile.PriorPurchase;
import org.passerelle.organisation.RegistrationState;
import org.passerelle.organisation.Standing;
import org.passerelle.organisation.domain.Registrations.Registration;
import org.passerelle.organisation.store.generated.tables.records.RegistrationRecord;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Between an organisation and its rows.
@Component
class RegistrationRows {
    private static final TypeReference<Map<String, List<String>>> TYPED = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json = JsonMapper.shared();

    RegistrationRows(DSLContext db) {
        this.db = db;
    }

    /// At most `limit` registrations, by name.
    List<Registration> fetch(Condition condition, int limit) {
        return fetch(condition, 0, limit);
    }

    List<Registration> fetch(Condition condition, int from, int limit) {
        var numbers =
                multiset(
                        select(DECLARED_NUMBER.SCHEME, DECLARED_NUMBER.NUMBER)
                                .from(DECLARED_NUMBER)
                                .where(DECLARED_NUMBER.ORGANISATION.eq(REGISTRATION.ID)));
        var purchases =
                multiset(
                        select(PRIOR_PURCHASE.PARTNER, PRIOR_PURCHASE.BOUGHT_ON)
                                .from(PRIOR_PURCHASE)
                                .where(PRIOR_PURCHASE.ORGANISATION.eq(REGISTRATION.ID))
                                .orderBy(PRIOR_PURCHASE.POSITION));
        return db.select(REGISTRATION, MEMBERSHIP.PERSON, numbers, purchases)
                .from(REGISTRATION)
                .join(MEMBERSHIP)
                .on(MEMBERSHIP.ORGANISATION.eq(REGISTRATION.ID))
                .and(MEMBERSHIP.ROLE.eq("HOLDER"))
                .where(condition)
                .orderBy(REGISTRATION.LEGAL_NAME, REGISTRATION.ID)
                .limit(limit)
                .offset(from)
                .fetch(row ->
                        registration(
                                row.value1(),
                                new PersonId(row.value2()),
                                row.value3(),
                                row.value4()));
    }

    private Registration registration(
            RegistrationRecord row,
            PersonId holder,
            Result<Record2<String, String>> numbers,
            Result<Record2<String, LocalDate>> purchases) {
        var profile =
                new Profile(
                        row.getLegalName(),
                        List.of(row.getOtherNames()),
                        row.getCountry(),
                        Optional.ofNullable(row.getForm()),
                        numbers.intoMap(DECLARED_NUMBER.SCHEME, DECLARED_NUMBER.NUMBER),
                        address(row),
                        Optional.ofNullable(row.getOfficialEmail()),
                        Optional.ofNullable(row.getPhone()),
                        Optional.ofNullable(row.getWebsite()),
                        Optional.ofNullable(row.getMission()),
                        Optional.ofNullable(row.getMainActivity()),
                        List.of(row.getActivities()),
                        Set.of(row.getPurposes()),
                        Set.of(row.getDesignations()),
                        Set.of(row.getStatuses()),
                        Set.of(row.getAttested()),
                        budget(row),
                        Optional.ofNullable(row.getStaff()),
                        Language.valueOf(row.getLanguage()),
                        purchases.stream()
                                .map(each -> new PriorPurchase(each.value1(), each.value2()))
                                .toList(),
                        parent(row));
        var organisation =
                new Organisation(
                        new OrganisationId(row.getId()),
                        OfficeId.of(row.getOffice()),
                        holder,
                        profile,
                        state(row),
                        standing(row));
        return new Registration(
                organisation, new Draft(json.readValue(row.getTyped().data(), TYPED)));
    }

    private static Optional<Parent> parent(RegistrationRecord row) {
        return Optional.ofNullable(row.getParentName())
                .map(name ->
                        new Parent(
                                name,
                                Optional.ofNullable(row.getParentScheme())
                                        .map(scheme ->
                                                new LegalNumber(scheme, row.getParentNumber()))));
    }

    private static Optional<Address> address(RegistrationRecord row) {
        return row.getStreet() == null
                ? Optional.empty()
                : Optional.of(
                        new Address(
                                row.getStreet(),
                                row.getPostalCode(),
                                row.getTown(),
                                Optional.ofNullable(row.getRegion()),
                                row.getAddressCountry()));
    }

    private static Optional<Budget> budget(RegistrationRecord row) {
        if (row.getBudget() == null) {
            return Optional.empty();
        }
        var currency = CurrencyUnit.of(row.getBudgetCurrency());
        var amount = row.getBudget().setScale(currency.getDecimalPlaces());
        return Optional.of(new Budget(Money.of(currency, amount), row.getBudgetYear()));
    }

    private static RegistrationState state(RegistrationRecord row) {
        return row.getSubmittedAt() == null
                ? new RegistrationState.Draft()
                : new RegistrationState.Submitted(row.getSubmittedAt().toInstant());
    }

    private static Standing standing(RegistrationRecord row) {
        return switch (row.getStanding()) {
            case "UNDECIDED" -> new Standing.Undecided();
            case "QUALIFIED" ->
                    new Standing.Qualified(
                            row.getStandingSince().toInstant(),
                            row.getQualifiedUntil().toInstant());
            case "REFUSED" -> new Standing.Refused(row.getStandingSince().toInstant());
            case "LAPSED" -> new Standing.Lapsed(row.getStandingSince().toInstant());
            case "REVOKED" -> new Standing.Revoked(row.getStandingSince().toInstant());
            default -> throw new IllegalStateException("No such standing: " + row.getStanding());
        };
    }

    /// The row of a registration, every column but the two times set, nulls too: what the last
    /// state filled, this one must clear.
    RegistrationRecord row(Registration registration) {
        var organisation = registration.organisation();
        var profile = organisation.profile();
        var row = new RegistrationRecord();
        row.setId(organisation.id().value());
        row.setOffice(organisation.office().value());
        row.setLegalName(profile.legalName());
        row.setOtherNames(array(profile.otherNames()));
        row.setCountry(profile.country());
        row.setForm(profile.form().orElse(null));
        row.setStreet(profile.address().map(Address::street).orElse(null));
        row.setPostalCode(profile.address().map(Address::postalCode).orElse(null));
        row.setTown(profile.address().map(Address::town).orElse(null));
        row.setRegion(profile.address().flatMap(Address::region).orElse(null));
        row.setAddressCountry(profile.address().map(Address::country).orElse(null));
        row.setOfficialEmail(profile.officialEmail().orElse(null));
        row.setPhone(profile.phone().orElse(null));
        row.setWebsite(profile.website().orElse(null));
        row.setMission(profile.mission().orElse(null));
        row.setMainActivity(profile.mainActivity().orElse(null));
        row.setActivities(array(profile.activities()));
        row.setPurposes(array(profile.purposes()));
        row.setDesignations(array(profile.designations()));
        row.setStatuses(array(profile.statuses()));
        row.setAttested(array(profile.attested()));
        row.setBudget(profile.budget().map(b -> b.amount().getAmount()).orElse(null));
        row.setBudgetCurrency(
                profile.budget().map(b -> b.amount().getCurrencyUnit().getCode()).orElse(null));
        row.setBudgetYear(profile.budget().map(Budget::year).orElse(null));
        row.setStaff(profile.staff().orElse(null));
        row.setLanguage(profile.language().name());
        row.setParentName(profile.branchOf().map(Parent::name).orElse(null));
        var number = profile.branchOf().flatMap(Parent::number);
        row.setParentScheme(number.map(LegalNumber::scheme).orElse(null));
        row.setParentNumber(number.map(LegalNumber::number).orElse(null));
        row.setTyped(JSONB.valueOf(json.writeValueAsString(registration.draft().typed())));
        setState(row, organisation.state());
        setStanding(row, organisation.standing());
        return row;
    }

    private static void setState(RegistrationRecord row, RegistrationState state) {
        switch (state) {
            case RegistrationState.Draft() -> {
                row.setState("DRAFT");
                row.setSubmittedAt(null);
            }
            case RegistrationState.Submitted(var at) -> {
                row.setState("SUBMITTED");
                row.setSubmittedAt(time(at));
            }
        }
    }

    private static void setStanding(RegistrationRecord row, Standing standing) {
        switch (standing) {
            case Standing.Undecided() -> setStanding(row, "UNDECIDED", null, null);
            case Standing.Qualified(var since, var until) ->
                    setStanding(row, "QUALIFIED", since, until);
            case Standing.Refused(var since) -> setStanding(row, "REFUSED", since, null);
            case Standing.Lapsed(var since) -> setStanding(row, "LAPSED", since, null);
            case Standing.Revoked(var since) -> setStanding(row, "REVOKED", since, null);
        }
    }

    private static void setStanding(
            RegistrationRecord row, String word, @Nullable Instant since, @Nullable Instant until) {
        row.setStanding(word);
        row.setStandingSince(since == null ? null : time(since));
        row.setQualifiedUntil(until == null ? null : time(until));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String[] array(Collection<String> words) {
        return words.toArray(String[]::new);
    }
}
