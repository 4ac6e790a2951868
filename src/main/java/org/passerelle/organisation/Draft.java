package org.passerelle.organisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A registration as typed: texts by field, wrong and half-finished ones too, so that nothing a
/// volunteer typed is lost (ORG-01).
public record Draft(Map<String, List<String>> typed) {
    private static final int LONGEST_TEXT = 20_000;

    public Draft {
        var copy = new LinkedHashMap<String, List<String>>();
        typed.forEach((field, texts) -> copy.put(field, texts.stream().map(Draft::kept).toList()));
        typed = java.util.Collections.unmodifiableMap(copy);
    }

    /// The database holds no NUL, and no field needs a text of more than 20,000 characters.
    private static String kept(String text) {
        var clean = text.replace("\0", "");
        return clean.substring(0, Math.min(clean.length(), LONGEST_TEXT));
    }

    public static Draft empty() {
        return new Draft(Map.of());
    }

    /// The same with `field` replaced; for tests and the demo.
    public Draft with(String field, String... texts) {
        return with(new Draft(Map.of(field, List.of(texts))));
    }

    /// The same, each field of `newer` replacing what stood there.
    public Draft with(Draft newer) {
        var all = new LinkedHashMap<>(typed);
        all.putAll(newer.typed);
        return new Draft(all);
    }

    /// All texts of a field, blank ones left out, stripped.
    public List<String> all(String field) {
        return typed.getOrDefault(field, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// The text of a field as typed, or nothing.
    public String one(String field) {
        var texts = typed.getOrDefault(field, List.of());
        return texts.isEmpty() ? "" : texts.getFirst();
    }
}
