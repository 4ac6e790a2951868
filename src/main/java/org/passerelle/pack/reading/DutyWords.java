package org.passerelle.pack.reading;

import java.util.EnumMap;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;

/// The sentence of a duty whose pack gives only its numbers.
final class DutyWords {
    private DutyWords() {}

    static Localised activeUse(int percent, int days) {
        var texts = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            texts.put(
                    language,
                    switch (language) {
                        case FR -> "Utiliser activement %d % au moins dans les %d jours.";
                        case EN -> "Use at least %d% actively within %d days.";
                        case NL -> "Gebruik ten minste %d % actief binnen %d dagen.";
                        case DE -> "Mindestens %d % innerhalb von %d Tagen aktiv nutzen.";
                    });
        }
        texts.replaceAll((_, text) -> filled(text, percent, days));
        return new Localised(Language.EN, texts);
    }

    private static String filled(String text, int percent, int days) {
        return text.replaceFirst("%d", String.valueOf(percent))
                .replaceFirst("%d", String.valueOf(days));
    }
}
