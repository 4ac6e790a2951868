package org.passerelle.organisation.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.organisation.ChangeItem;
import org.passerelle.organisation.ChangeValue;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Fault;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.Missing;
import org.passerelle.organisation.Profile;
import org.passerelle.pack.model.Pack;

/// A form of changes as typed, understood: only the values that differ from those held count, and
/// only they are checked (ORG-04).
public record ChangeReading(
        List<ChangeValue> changes, List<Fault> faults, List<Missing.Value> missing) {

    /// Reads what was `typed` over the `draft` from which `held` was read.
    public static ChangeReading of(
            Profile held, Draft draft, Draft typed, Pack pack, LocalDate today) {
        var form = Optional.of(typed.one(Field.FORM.code()).strip()).filter(f -> !f.isEmpty());
        var items =
                ChangeItem.of(held, pack.office(), form).stream()
                        .filter(item -> isTouched(item, ProfileChange.values(held, item), typed))
                        .toList();
        var reading = RegistrationReading.of(asHeld(held, draft).with(typed), pack, today);
        var fields = items.stream().flatMap(item -> item.fields().stream()).toList();
        var missing = missing(items, held, typed, pack);
        var faults =
                reading.faults().stream().filter(fault -> fields.contains(fault.field())).toList();
        var changes = new ArrayList<ChangeValue>();
        for (var item : items) {
            var before = ProfileChange.values(held, item);
            var after = ProfileChange.values(reading.profile(), item);
            if (!before.equals(after) && isWhole(item, faults, missing)) {
                changes.add(new ChangeValue(item, before, after, Optional.empty()));
            }
        }
        return new ChangeReading(List.copyOf(changes), faults, missing);
    }

    /// The draft with what is held in the fields of all items: a change that was accepted earlier,
    /// or a number as it was normalised, counts and not what was typed once.
    private static Draft asHeld(Profile held, Draft draft) {
        var all = draft;
        for (var item :
                List.of(
                        ChangeItem.LEGAL_NAME,
                        ChangeItem.FORM,
                        ChangeItem.ADDRESS,
                        ChangeItem.OFFICIAL_EMAIL,
                        ChangeItem.BUDGET)) {
            all = with(all, ProfileChange.values(held, item));
        }
        for (var scheme : held.identifiers().keySet()) {
            all = with(all, ProfileChange.values(held, ChangeItem.identifier(scheme)));
        }
        return all;
    }

    private static Draft with(Draft draft, Map<String, String> values) {
        var all = draft;
        for (var value : values.entrySet()) {
            all = all.with(value.getKey(), value.getValue());
        }
        return all;
    }

    private static boolean isTouched(ChangeItem item, Map<String, String> held, Draft typed) {
        return item.fields().stream()
                .filter(typed.typed()::containsKey)
                .anyMatch(field -> !typed.one(field).strip().equals(held.get(field)));
    }

    private static List<Missing.Value> missing(
            List<ChangeItem> items, Profile held, Draft typed, Pack pack) {
        var asked = typed.one(Field.FORM.code()).strip();
        var form = pack.office().forms().get(asked.isEmpty() ? held.form().orElse("") : asked);
        var first =
                form == null || form.identifiers().isEmpty()
                        ? ""
                        : Field.identifier(form.identifiers().getFirst());
        return items.stream()
                .flatMap(item -> item.fields().stream())
                .filter(field ->
                        field.equals(first)
                                || field.equals(Field.REGION.code())
                                        && !pack.office().regions().isEmpty()
                                || !ChangeItem.isOptional(field))
                .filter(field -> typed.typed().containsKey(field) && typed.one(field).isBlank())
                .map(Missing.Value::new)
                .toList();
    }

    private static boolean isWhole(
            ChangeItem item, List<Fault> faults, List<Missing.Value> missing) {
        return faults.stream().noneMatch(fault -> item.fields().contains(fault.field()))
                && missing.stream().noneMatch(one -> item.fields().contains(one.field()));
    }
}
