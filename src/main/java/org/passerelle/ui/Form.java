package org.passerelle.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What stands in the fields of a form: what was stored, or what was just typed, so that a post
/// that failed shows everything again.
public record Form(Map<String, List<String>> values) {

    public static Form empty() {
        return new Form(Map.of());
    }

    /// The fields as they were posted.
    public static Form typed(HttpServletRequest request) {
        var values = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, typed) -> values.put(name, withoutNul(typed)));
        return new Form(values);
    }

    /// No person types a NUL, and the database holds none.
    private static List<String> withoutNul(String[] typed) {
        return Arrays.stream(typed).map(text -> text.replace("\0", "")).toList();
    }

    /// A form with one value in each field.
    public static Form of(Map<String, String> values) {
        var lists = new LinkedHashMap<String, List<String>>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Form(lists);
    }

    /// This form with other values in one field.
    public Form with(String name, String... typed) {
        var copy = new LinkedHashMap<>(values);
        copy.put(name, List.of(typed));
        return new Form(copy);
    }

    /// The value of a field, empty when there is none.
    public String value(String name) {
        var typed = values.get(name);
        return typed == null || typed.isEmpty() ? "" : typed.getFirst();
    }

    /// The value of a field without blanks around it.
    public String trimmed(String name) {
        return value(name).strip();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /// Whether a choice is made: a box ticked, an option selected.
    public boolean has(String name, String value) {
        return all(name).contains(value);
    }
}
