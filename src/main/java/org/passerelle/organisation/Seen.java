package org.passerelle.organisation;

import static org.passerelle.organisation.Field.BUDGET_AMOUNT;
import static org.passerelle.organisation.Field.BUDGET_CURRENCY;
import static org.passerelle.organisation.Field.BUDGET_YEAR;
import static org.passerelle.organisation.Field.PRIOR_DATE;
import static org.passerelle.organisation.Field.PRIOR_PARTNER;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a page showed of a registration: a short print of each of its fields. A form carries it, so
/// that of two windows each can tell what the other changed (ORG-01).
///
/// A form without any print was not made by a page: what it holds is meant as it stands.
public record Seen(Map<String, String> prints) {
    /// Enough that no two texts of one field look alike by chance.
    private static final int BYTES = 9;

    /// Fields that say something only together: of one tab or of the other, never half of each.
    private static final List<List<String>> TOGETHER =
            Stream.of(
                            List.of(BUDGET_AMOUNT, BUDGET_CURRENCY, BUDGET_YEAR),
                            List.of(PRIOR_PARTNER, PRIOR_DATE))
                    .map(group -> group.stream().map(Field::code).toList())
                    .toList();

    public Seen {
        prints = Map.copyOf(prints);
    }

    public static Seen nothing() {
        return new Seen(Map.of());
    }

    /// What a page with these fields shows.
    public static Seen of(Draft shown, Collection<String> fields) {
        return new Seen(
                fields.stream()
                        .distinct()
                        .collect(Collectors.toMap(field -> field, field -> print(shown, field))));
    }

    /// As [#text()] wrote it; what is not readable counts as not there.
    public static Seen parse(String text) {
        return new Seen(
                Stream.of(text.split(" "))
                        .map(one -> one.split("=", 2))
                        .filter(one -> one.length == 2)
                        .collect(Collectors.toMap(one -> one[0], one -> one[1], (a, _) -> a)));
    }

    /// For a hidden field of the form.
    public String text() {
        return prints.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
    }

    /// These prints, those of `newer` in their place.
    public Seen with(Seen newer) {
        var all = new LinkedHashMap<>(prints);
        all.putAll(newer.prints);
        return new Seen(all);
    }

    /// Two windows' work, put together.
    ///
    /// @param draft what is to be stored
    /// @param clashes fields changed in both windows: the draft keeps what was stored
    public record Merged(Draft draft, Set<String> clashes) {}

    /// What was typed into a page that showed this, put upon what is stored now: a field changed in
    /// one window only is as that one left it.
    public Merged merge(Draft stored, Draft typed) {
        var taken = new LinkedHashMap<String, List<String>>();
        var clashes = new LinkedHashSet<String>();
        typed.typed()
                .forEach((field, texts) -> {
                    if (mayReplace(field, stored, typed)) {
                        taken.put(field, texts);
                    } else if (isChanged(field, typed)) {
                        clashes.add(field);
                    }
                });
        return new Merged(stored.with(new Draft(taken)), Set.copyOf(clashes));
    }

    /// What a window has seen once it was saved: its own values where they stand now. Where another
    /// window's stand, it still shows what it showed before.
    public Seen after(Draft typed, Draft stored) {
        var same =
                typed.typed().keySet().stream()
                        .filter(field -> print(typed, field).equals(print(stored, field)))
                        .toList();
        return with(of(stored, same));
    }

    private boolean mayReplace(String field, Draft stored, Draft typed) {
        var there = print(stored, field);
        return prints.isEmpty()
                || group(field).stream().noneMatch(stored.typed()::containsKey)
                || there.equals(shown(field))
                || there.equals(print(typed, field));
    }

    private boolean isChanged(String field, Draft typed) {
        return !print(typed, field).equals(shown(field));
    }

    /// A field that nothing was stored in has no print of its own.
    private String shown(String field) {
        return prints.getOrDefault(field, print(Draft.empty(), field));
    }

    private static List<String> group(String field) {
        return TOGETHER.stream()
                .filter(group -> group.contains(field))
                .findFirst()
                .orElse(List.of(field));
    }

    /// Browsers write line ends their own way and rows left blank: neither is a change.
    private static String print(Draft draft, String field) {
        var text = new StringBuilder();
        for (var one : group(field)) {
            var values = new ArrayList<>(draft.typed().getOrDefault(one, List.of()));
            values.replaceAll(value -> value.replace("\r\n", "\n").strip());
            while (!values.isEmpty() && values.getLast().isEmpty()) {
                values.removeLast();
            }
            values.forEach(value -> text.append(value.length()).append(':').append(value));
            text.append(';');
        }
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
