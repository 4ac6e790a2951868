package org.passerelle.organisation.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.passerelle.kernel.Localised;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.Missing;
import org.passerelle.pack.model.Office;

/// What a registration still needs, by the legal form chosen (ORG-01).
public final class Completeness {
    private static final List<Field> ALWAYS =
            List.of(
                    Field.LEGAL_NAME,
                    Field.FORM,
                    Field.STREET,
                    Field.POSTAL_CODE,
                    Field.TOWN,
                    Field.REGION,
                    Field.OFFICIAL_EMAIL,
                    Field.PHONE,
                    Field.MISSION,
                    Field.MAIN_ACTIVITY,
                    Field.PURPOSES,
                    Field.BUDGET_AMOUNT,
                    Field.BUDGET_YEAR);

    private Completeness() {}

    /// Everything missing, in the order of the form. A field with something wrong in it is a fault,
    /// not missing. `evidence` holds the kinds of documents already given.
    public static List<Missing> missing(Draft draft, Office office, Set<Localised> evidence) {
        var missing = new ArrayList<Missing>();
        for (var field : ALWAYS) {
            if (asks(field, office) && draft.one(field.code()).isBlank()) {
                missing.add(new Missing.Value(field.code()));
            }
        }
        var form = office.forms().get(draft.one(Field.FORM.code()));
        if (isBranch(draft, office)) {
            if (draft.one(Field.PARENT_NAME.code()).isBlank()) {
                missing.add(new Missing.Value(Field.PARENT_NAME.code()));
            }
            office.branches().map(Office.Branches::documents).orElse(List.of()).stream()
                    .filter(kind -> !evidence.contains(kind))
                    .forEach(kind -> missing.add(new Missing.Evidence(kind)));
        } else if (form != null) {
            form.identifiers().stream()
                    .limit(1)
                    .map(Field::identifier)
                    .filter(field -> draft.one(field).isBlank())
                    .forEach(field -> missing.add(new Missing.Value(field)));
            form.evidence().stream()
                    .filter(kind -> !evidence.contains(kind))
                    .forEach(kind -> missing.add(new Missing.Evidence(kind)));
        }
        missing.sort(java.util.Comparator.comparing(Missing::step));
        return List.copyOf(missing);
    }

    /// Whether a branch registers that has no legal number of its own, where the office takes such
    /// (ORG-06).
    static boolean isBranch(Draft draft, Office office) {
        return office.branches().isPresent()
                && draft.one(Field.BRANCH.code()).strip().equals(Field.YES);
    }

    /// An office without a list of purposes does not ask for them, nor for a region without a list
    /// of regions.
    private static boolean asks(Field field, Office office) {
        return switch (field) {
            case PURPOSES -> !office.purposes().isEmpty();
            case REGION -> !office.regions().isEmpty();
            default -> true;
        };
    }
}
