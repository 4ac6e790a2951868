package org.passerelle.help.domain;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.passerelle.help.AskOutcome.Fault;
import org.passerelle.help.AskOutcome.Flaw;
import org.passerelle.pack.model.RequestKind;
import org.passerelle.pack.model.RequestKind.Field;

/// Which values a form of a kind of request takes (HLP-02).
public final class FormRule {
    public static final int LONGEST_LINE = 200;
    public static final int LONGEST_TEXT = 4000;

    private FormRule() {}

    /// The fields of the kind as typed, stripped; others are left out.
    public static Map<String, String> fields(RequestKind kind, Map<String, String> typed) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : kind.fields().keySet()) {
            var text = typed.getOrDefault(field, "").strip();
            if (!text.isEmpty()) {
                fields.put(field, text);
            }
        }
        return fields;
    }

    /// All that is wrong, in the order of the fields. `isOrder` knows the asker's orders.
    public static List<Fault> faults(
            RequestKind kind, Map<String, String> fields, Predicate<String> isOrder) {
        var faults = new ArrayList<Fault>();
        for (var field : kind.fields().values()) {
            var typed = Optional.ofNullable(fields.get(field.id()));
            if (typed.isEmpty() && field.required()) {
                faults.add(new Fault(field.id(), Flaw.MISSING));
            }
            typed.flatMap(text -> flaw(field, text, isOrder))
                    .ifPresent(flaw -> faults.add(new Fault(field.id(), flaw)));
        }
        return List.copyOf(faults);
    }

    private static Optional<Flaw> flaw(Field field, String text, Predicate<String> isOrder) {
        var longest = field.type() == RequestKind.Type.LONG_TEXT ? LONGEST_TEXT : LONGEST_LINE;
        if (text.length() > longest) {
            return Optional.of(Flaw.TOO_LONG);
        }
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> Optional.empty();
            case EMAIL -> unless(isEmail(text), Flaw.EMAIL);
            case DATE -> unless(isDate(text), Flaw.DATE);
            case WHOLE_NUMBER -> unless(text.matches("[0-9]{1,9}"), Flaw.NUMBER);
            case CHOICE -> unless(field.choices().containsKey(text), Flaw.CHOICE);
            case ORDER -> unless(isOrder.test(text), Flaw.ORDER);
        };
    }

    private static Optional<Flaw> unless(boolean right, Flaw flaw) {
        return right ? Optional.empty() : Optional.of(flaw);
    }

    public static boolean isEmail(String text) {
        return text.length() <= LONGEST_LINE
                && text.matches("[^\\s@<>,;]+@[^\\s@<>,;.]+(\\.[^\\s@<>,;.]+)+");
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
