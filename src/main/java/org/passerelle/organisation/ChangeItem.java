package org.passerelle.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.passerelle.pack.model.Office;

/// One thing that the organisation cannot edit once it was submitted (ORG-04); it is asked for and
/// decided as a whole: an address, a budget with its year. `code` is that of its field, or of the
/// group of its fields.
public record ChangeItem(String code) {
    public static final ChangeItem LEGAL_NAME = new ChangeItem(Field.LEGAL_NAME.code());
    public static final ChangeItem FORM = new ChangeItem(Field.FORM.code());
    public static final ChangeItem ADDRESS = new ChangeItem("address");
    public static final ChangeItem OFFICIAL_EMAIL = new ChangeItem(Field.OFFICIAL_EMAIL.code());
    public static final ChangeItem BUDGET = new ChangeItem("budget");

    private static final String IDENTIFIER = Field.identifier("");

    public static ChangeItem identifier(String scheme) {
        return new ChangeItem(Field.identifier(scheme));
    }

    /// The scheme, when this is a legal number.
    public Optional<String> scheme() {
        return code.startsWith(IDENTIFIER)
                ? Optional.of(code.substring(IDENTIFIER.length()))
                : Optional.empty();
    }

    /// The fields of the form that say it.
    public List<String> fields() {
        return switch (code) {
            case "address" ->
                    List.of(
                            Field.STREET.code(),
                            Field.POSTAL_CODE.code(),
                            Field.TOWN.code(),
                            Field.REGION.code());
            case "budget" ->
                    List.of(
                            Field.BUDGET_AMOUNT.code(),
                            Field.BUDGET_CURRENCY.code(),
                            Field.BUDGET_YEAR.code());
            default -> List.of(code);
        };
    }

    /// Whether a field may be left blank.
    public static boolean isOptional(String field) {
        return field.equals(Field.REGION.code())
                || field.equals(Field.BUDGET_CURRENCY.code())
                || field.startsWith(IDENTIFIER);
    }

    /// All that an organisation may ask to have changed: its numbers are those it has and those
    /// that its form, or the form it asks for, brings.
    public static List<ChangeItem> of(Profile profile, Office office, Optional<String> askedForm) {
        var schemes = new TreeSet<>(profile.identifiers().keySet());
        for (var form : List.of(profile.form(), askedForm)) {
            form.map(office.forms()::get)
                    .ifPresent(known -> schemes.addAll(office.identifiersOf(known)));
        }
        var items = new ArrayList<>(List.of(LEGAL_NAME, FORM));
        schemes.forEach(scheme -> items.add(identifier(scheme)));
        items.addAll(List.of(ADDRESS, OFFICIAL_EMAIL, BUDGET));
        return List.copyOf(items);
    }
}
