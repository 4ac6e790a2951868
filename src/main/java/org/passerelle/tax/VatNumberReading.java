package org.passerelle.tax;

import java.util.Locale;
import org.passerelle.kernel.LegalNumberCheck;
import org.passerelle.kernel.LegalNumberScheme;
import org.passerelle.kernel.LegalNumbers;
import org.passerelle.pack.model.VatArea;

/// What a VAT number that somebody typed is by its form (INV-02). That it is well formed does not
/// prove that it was given out: somebody checks that in the register.
public sealed interface VatNumberReading {

    /// @param number in the one form that is kept, its letters included
    /// @param country whose number it is, ISO 3166 alpha-2
    record WellFormed(String number, String country) implements VatNumberReading {}

    /// Nothing was typed.
    record Missing() implements VatNumberReading {}

    /// No country of the area writes its numbers so.
    record UnknownForm(String typed) implements VatNumberReading {}

    /// A digit is wrong.
    record CheckDigitsWrong(String number) implements VatNumberReading {}

    /// Reads what was typed: blanks, points, dashes and small letters are forgiven, and the letters
    /// of the organisation's own country may be left out.
    static VatNumberReading of(VatArea area, String country, String typed) {
        var text = typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z+*]", "");
        if (text.isEmpty()) {
            return new Missing();
        }
        return area.memberOf(text)
                .map(member -> checked(member, text))
                .or(() ->
                        area.member(country)
                                .filter(own -> (letters(own) + text).matches(own.number()))
                                .map(own -> checked(own, letters(own) + text)))
                .orElseGet(() -> new UnknownForm(text));
    }

    private static String letters(VatArea.Member member) {
        return member.number().substring(0, 2);
    }

    private static VatNumberReading checked(VatArea.Member member, String number) {
        var isWrong =
                member.scheme()
                        .flatMap(LegalNumberScheme::of)
                        .map(scheme -> LegalNumbers.check(scheme, number))
                        .filter(LegalNumberCheck.Invalid.class::isInstance)
                        .isPresent();
        return isWrong ? new CheckDigitsWrong(number) : new WellFormed(number, member.country());
    }
}
