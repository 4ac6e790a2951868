package org.passerelle.backoffice.ordering;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.ordering.HandedOver;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;

/// What staff typed to hand over: a kind, a text (keys, codes or an address, one a line), a
/// carrier, a number, a day.
///
/// @param key of the form, so that one sent twice hands over once; one without a key is a new one
record TypedHandOver(UUID key, Optional<HandedOver> given, FormErrors errors) {

    static TypedHandOver of(Form form) {
        var key = key(form.value("key"));
        var lines =
                form.value("text").lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        var day = day(form.trimmed("day"));
        var number = form.trimmed("tracking");
        return switch (form.value("kind")) {
            case "key" -> given(key, new HandedOver.Keys(lines));
            case "pin" -> given(key, new HandedOver.Pins(lines));
            case "code" -> given(key, new HandedOver.Codes(lines));
            case "code-from-pool" -> given(key, new HandedOver.CodesFromPool());
            case "download" -> given(key, new HandedOver.Download(first(lines)));
            case "link" -> given(key, new HandedOver.Link(first(lines)));
            case "token" -> given(key, new HandedOver.Token());
            case "parcel" -> given(key, parcel(form, number, day));
            case "support-contract" ->
                    day.map(from ->
                                    given(
                                            key,
                                            new HandedOver.SupportContract(
                                                    Optional.of(number).filter(n -> !n.isEmpty()),
                                                    from)))
                            .orElseGet(() -> faulty(key, "day", "ordering.staff.day.missing"));
            default -> faulty(key, "kind", "ordering.staff.kind.missing");
        };
    }

    private static HandedOver parcel(Form form, String number, Optional<LocalDate> day) {
        return new HandedOver.Parcel(
                form.trimmed("carrier"),
                number,
                Optional.of(form.trimmed("contents")).filter(text -> !text.isEmpty()),
                day);
    }

    private static UUID key(String typed) {
        return typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.fromString(typed)
                : UUID.randomUUID();
    }

    private static TypedHandOver given(UUID key, HandedOver handedOver) {
        return new TypedHandOver(key, Optional.of(handedOver), FormErrors.none());
    }

    private static TypedHandOver faulty(UUID key, String field, String word) {
        return new TypedHandOver(key, Optional.empty(), FormErrors.none().with(field, word));
    }

    private static String first(List<String> lines) {
        return lines.isEmpty() ? "" : lines.getFirst();
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
