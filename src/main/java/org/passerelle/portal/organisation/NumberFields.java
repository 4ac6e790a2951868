package org.passerelle.portal.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.passerelle.organisation.Field;
import org.passerelle.pack.model.Office;
import org.passerelle.words.Words;

/// The fields in which legal numbers are typed (ORG-02).
public final class NumberFields {
    private NumberFields() {}

    /// A field for a legal number.
    public record NumberField(String name, String label, String hint, boolean optional) {}

    /// Numbers asked for, of which the first is required.
    static List<NumberField> of(List<String> schemes, Words words) {
        var fields = new ArrayList<NumberField>();
        for (var scheme : schemes) {
            fields.add(field(scheme, label(scheme, words), !fields.isEmpty(), words));
        }
        return fields;
    }

    /// The numbers of other countries that the office takes besides these.
    static List<NumberField> abroad(Office office, List<String> asked, Words words) {
        return office.foreignIdentifiers().stream()
                .filter(scheme -> !asked.contains(scheme))
                .map(scheme -> field(scheme, labelAbroad(scheme, words), true, words))
                .toList();
    }

    /// What the number is called where its country is not the office's own.
    static String labelAbroad(String scheme, Words words) {
        var country = country(scheme, words);
        return words.get("organisation.scheme.abroad", label(scheme, words), country);
    }

    static String label(String scheme, Words words) {
        return words.get("organisation.scheme." + scheme);
    }

    private static NumberField field(String scheme, String label, boolean optional, Words words) {
        var hint = words.get("organisation.scheme." + scheme + ".hint");
        return new NumberField(Field.identifier(scheme), label, hint, optional);
    }

    /// Every scheme's code begins with its country's.
    private static String country(String scheme, Words words) {
        return Locale.of("", scheme.substring(0, 2)).getDisplayCountry(words.language().locale());
    }
}
