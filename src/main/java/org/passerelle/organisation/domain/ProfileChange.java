package org.passerelle.organisation.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.ChangeItem;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.Profile;
import org.passerelle.organisation.Profile.Budget;

/// Says what of a profile an item of a change is, and puts another value in its place (ORG-04).
public final class ProfileChange {
    private ProfileChange() {}

    /// The value of an item by field, in the one form that can be compared and typed again.
    public static Map<String, String> values(Profile profile, ChangeItem item) {
        var values = new LinkedHashMap<String, String>();
        switch (item.code()) {
            case "legal-name" -> values.put(item.code(), profile.legalName());
            case "form" -> values.put(item.code(), profile.form().orElse(""));
            case "official-email" -> values.put(item.code(), profile.officialEmail().orElse(""));
            case "address" -> {
                var address = profile.address();
                values.put(Field.STREET.code(), address.map(Address::street).orElse(""));
                values.put(Field.POSTAL_CODE.code(), address.map(Address::postalCode).orElse(""));
                values.put(Field.TOWN.code(), address.map(Address::town).orElse(""));
                values.put(Field.REGION.code(), address.flatMap(Address::region).orElse(""));
            }
            case "budget" -> {
                var budget = profile.budget();
                values.put(Field.BUDGET_AMOUNT.code(), budget.map(ProfileChange::plain).orElse(""));
                values.put(
                        Field.BUDGET_CURRENCY.code(),
                        budget.map(one -> one.amount().getCurrencyUnit().getCode()).orElse(""));
                values.put(
                        Field.BUDGET_YEAR.code(),
                        budget.map(one -> String.valueOf(one.year())).orElse(""));
            }
            default ->
                    values.put(
                            item.code(),
                            profile.identifiers().getOrDefault(item.scheme().orElse(""), ""));
        }
        return values;
    }

    private static String plain(Budget budget) {
        return budget.amount().getAmount().stripTrailingZeros().toPlainString();
    }

    /// The profile with the accepted value of one item, everything else as it was.
    public static Profile applied(Profile profile, ChangeItem item, Map<String, String> after) {
        var only = one(after, item.code());
        var is = item.code();
        return with(
                profile,
                is.equals("legal-name") ? only.orElse("") : profile.legalName(),
                is.equals("form") ? only : profile.form(),
                item.scheme()
                        .map(scheme -> numbered(profile, scheme, only))
                        .orElse(profile.identifiers()),
                is.equals("address")
                        ? Optional.of(address(after, profile.country()))
                        : profile.address(),
                is.equals("official-email") ? only : profile.officialEmail(),
                is.equals("budget") ? Optional.of(budget(after)) : profile.budget());
    }

    private static Map<String, String> numbered(
            Profile profile, String scheme, Optional<String> number) {
        var identifiers = new LinkedHashMap<>(profile.identifiers());
        identifiers.remove(scheme);
        number.ifPresent(text -> identifiers.put(scheme, text));
        return identifiers;
    }

    private static Optional<String> one(Map<String, String> after, String field) {
        return Optional.ofNullable(after.get(field)).filter(text -> !text.isEmpty());
    }

    private static Address address(Map<String, String> after, String country) {
        return new Address(
                one(after, Field.STREET.code()).orElse(""),
                one(after, Field.POSTAL_CODE.code()).orElse(""),
                one(after, Field.TOWN.code()).orElse(""),
                one(after, Field.REGION.code()),
                country);
    }

    private static Budget budget(Map<String, String> after) {
        return new Budget(
                money(after), Integer.parseInt(one(after, Field.BUDGET_YEAR.code()).orElseThrow()));
    }

    /// The amount of a budget's values.
    public static Money money(Map<String, String> values) {
        return Money.of(
                CurrencyUnit.of(one(values, Field.BUDGET_CURRENCY.code()).orElseThrow()),
                new java.math.BigDecimal(one(values, Field.BUDGET_AMOUNT.code()).orElseThrow()));
    }

    private static Profile with(
            Profile old,
            String legalName,
            Optional<String> form,
            Map<String, String> identifiers,
            Optional<Address> address,
            Optional<String> officialEmail,
            Optional<Budget> budget) {
        return new Profile(
                legalName,
                old.otherNames(),
                old.country(),
                form,
                identifiers,
                address,
                officialEmail,
                old.phone(),
                old.website(),
                old.mission(),
                old.mainActivity(),
                old.activities(),
                old.purposes(),
                old.designations(),
                old.statuses(),
                old.attested(),
                budget,
                old.staff(),
                old.language(),
                old.priorPurchases(),
                old.branchOf());
    }
}
