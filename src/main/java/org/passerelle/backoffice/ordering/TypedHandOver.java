package org.passerelle.backoffice.ordering;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.passerelle.ordering.HandedOver;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;

/// What staff typed to hand over: a kind, a text (keys, codes or an address, one a line), a
/// carrier, a number, a day.
record TypedHandOver(Optional<HandedOver> given, FormErrors errors) {

    static TypedHandOver of(Form form) {
        var lines =
                form.value("text").lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        var day = day(form.trimmed("day"));
        var number = form.trimmed("tracking");
        return switch (form.value("kind")) {
            case "key" -> given(new HandedOver.Keys(lines));
            case "pin" -> given(new HandedOver.Pins(lines));
            case "code" -> given(new HandedOver.Codes(lines));
            case "code-from-pool" -> given(new HandedOver.CodesFromPool());
            case "download" -> given(new HandedOver.Download(first(lines)));
            case "link" -> given(new HandedOver.Link(first(lines)));
            case "token" -> given(new HandedOver.Token());
            case "parcel" -> given(parcel(form, number, day));
            case "support-contract" ->
                    day.map(from ->
                                    given(
                                            new HandedOver.SupportContract(
                                                    Optional.of(number).filter(n -> !n.isEmpty()),
                                                    from)))
                            .orElseGet(() -> faulty("day", "ordering.staff.day.missing"));
            default -> faulty("kind", "ordering.staff.kind.missing");
        };
    }

    private static HandedOver parcel(Form form, String number, Optional<LocalDate> day) {
        return new HandedOver.Parcel(
                form.trimmed("carrier"),
                number,
                Optional.of(form.trimmed("contents")).filter(text -> !text.isEmpty()),
                day);
    }

    private static TypedHandOver given(HandedOver handedOver) {
        return new TypedHandOver(Optional.of(handedOver), FormErrors.none());
    }

    private static TypedHandOver faulty(String field, String key) {
        return new TypedHandOver(Optional.empty(), FormErrors.none().with(field, key));
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
