package org.passerelle.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.words.Words;

/// What has to be corrected before a form can be taken, in the order of its fields.
public record FormErrors(List<FieldError> errors) {

    /// @param field the name of the field, or of the first of its group
    /// @param key of the words that name the part at fault
    public record FieldError(String field, String key, List<Object> arguments) {
        public String in(Words words) {
            return words.get(key, arguments.toArray());
        }
    }

    public FormErrors {
        errors = List.copyOf(errors);
    }

    public static FormErrors none() {
        return new FormErrors(List.of());
    }

    /// These errors and one more, unless it is said already: of several files each may fail alike.
    public FormErrors with(String field, String key, Object... arguments) {
        var error = new FieldError(field, key, List.of(arguments));
        if (errors.contains(error)) {
            return this;
        }
        var more = new ArrayList<>(errors);
        more.add(error);
        return new FormErrors(more);
    }

    /// These errors, and one more if `wrong`.
    public FormErrors withIf(boolean wrong, String field, String key, Object... arguments) {
        return wrong ? with(field, key, arguments) : this;
    }

    public FormErrors and(FormErrors others) {
        var more = new ArrayList<>(errors);
        more.addAll(others.errors);
        return new FormErrors(more);
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public boolean any() {
        return !errors.isEmpty();
    }

    /// The first thing wrong with a field.
    public Optional<FieldError> of(String field) {
        return errors.stream().filter(error -> error.field().equals(field)).findFirst();
    }

    /// The `id` of the element that a field's error leads to.
    public static String idOf(String field) {
        return "f-" + field.replaceAll("[^A-Za-z0-9_-]", "-");
    }
}
