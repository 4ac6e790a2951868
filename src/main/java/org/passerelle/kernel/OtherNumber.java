package org.passerelle.kernel;

import static org.passerelle.kernel.LegalNumbers.number;
import static org.passerelle.kernel.LegalNumbers.passesElevenTest;
import static org.passerelle.kernel.LegalNumbers.passesLuhn;

import java.math.BigInteger;
import java.util.Optional;
import org.passerelle.kernel.LegalNumberCheck.NumberKind;
import org.passerelle.kernel.LegalNumberCheck.Valid;

/// A number of another kind than the wanted one, told by its form and check digits. `holds` is the
/// wanted number where it is a part of the other.
record OtherNumber(NumberKind kind, Optional<String> holds) {
    /// La Poste's own offices fail Luhn's check and pass by their sum of digits.
    private static final String LA_POSTE = "356000000";

    private static final String FRENCH_KEY = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// What `text`, which is no number of `wanted`, is.
    ///
    /// @param upper the same with its separators
    static Optional<OtherNumber> in(LegalNumberScheme wanted, String upper, String text) {
        if (isBankAccount(text)) {
            return just(NumberKind.BANK_ACCOUNT);
        }
        return switch (wanted) {
            case LU_RCS, LU_TVA, LU_MATRICULE -> luxembourg(text);
            case BE_BCE_KBO -> belgian(text);
            case FR_SIREN, FR_RNA -> french(wanted, text);
            case NL_KVK, NL_RSIN -> dutch(wanted, text);
            case CA_BN -> canadian(upper, text);
            case US_EIN -> isAmericanPerson(upper) ? just(NumberKind.US_PERSON) : Optional.empty();
            case GB_CHC, GB_SC, GB_NIC -> british(text);
            case DE_VR -> german(upper, text);
        };
    }

    private static Optional<OtherNumber> just(NumberKind kind) {
        return Optional.of(new OtherNumber(kind, Optional.empty()));
    }

    private static boolean isRight(LegalNumberScheme scheme, String text) {
        return LegalNumbers.judged(scheme, text, text) instanceof Valid;
    }

    /// ISO 13616: the country and check digits go to the end, letters count from 10.
    private static boolean isBankAccount(String text) {
        return text.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}")
                && mod97(text.substring(4) + text.substring(0, 4)) == 1;
    }

    private static int mod97(String text) {
        var number = new StringBuilder();
        text.chars().forEach(c -> number.append(Character.getNumericValue(c)));
        return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
    }

    private static Optional<OtherNumber> luxembourg(String text) {
        if (text.matches("[12]\\d{12}")) {
            return just(NumberKind.LU_PERSON);
        }
        if (isRight(LegalNumberScheme.LU_MATRICULE, text)) {
            return just(NumberKind.LU_MATRICULE);
        }
        if (isRight(LegalNumberScheme.LU_TVA, text)) {
            return just(NumberKind.LU_TVA);
        }
        return text.matches("[A-Z]\\d{1,6}") ? just(NumberKind.LU_RCS) : Optional.empty();
    }

    private static Optional<OtherNumber> belgian(String text) {
        return text.matches("[2-8]\\d{9}") && (number(text, 0, 8) + number(text, 8, 10)) % 97 == 0
                ? just(NumberKind.BE_ESTABLISHMENT)
                : Optional.empty();
    }

    private static Optional<OtherNumber> french(LegalNumberScheme wanted, String text) {
        if (text.matches("\\d{14}") && isSiret(text)) {
            return Optional.of(
                    new OtherNumber(NumberKind.FR_SIRET, siren(wanted, text.substring(0, 9))));
        }
        if (text.matches("(FR)?[0-9A-Z]{2}\\d{9}") && isFrenchVat(text)) {
            var last = text.substring(text.length() - 9);
            // Monaco's numbers begin with FR as well; the nine digits are its own.
            return last.startsWith("000")
                    ? just(NumberKind.MC_VAT)
                    : Optional.of(new OtherNumber(NumberKind.FR_VAT, siren(wanted, last)));
        }
        if (wanted == LegalNumberScheme.FR_RNA && isRight(LegalNumberScheme.FR_SIREN, text)) {
            return just(NumberKind.FR_SIREN);
        }
        return wanted == LegalNumberScheme.FR_SIREN && isRight(LegalNumberScheme.FR_RNA, text)
                ? just(NumberKind.FR_RNA)
                : Optional.empty();
    }

    private static Optional<String> siren(LegalNumberScheme wanted, String digits) {
        return Optional.of(digits)
                .filter(_ -> wanted == LegalNumberScheme.FR_SIREN)
                .filter(siren -> isRight(wanted, siren));
    }

    private static boolean isSiret(String text) {
        if (text.startsWith(LA_POSTE)) {
            return passesLuhn(text) || text.chars().map(c -> c - '0').sum() % 5 == 0;
        }
        return passesLuhn(text) && passesLuhn(text.substring(0, 9));
    }

    /// The two signs before the SIREN: 12 + 3 × SIREN mod 97, or with a letter the newer key.
    private static boolean isFrenchVat(String text) {
        var siren = number(text, text.length() - 9, text.length());
        var key = text.substring(text.length() - 11, text.length() - 9);
        if (key.matches("\\d\\d")) {
            return Integer.parseInt(key) == (12 + 3 * (siren % 97)) % 97;
        }
        var first = FRENCH_KEY.indexOf(key.charAt(0));
        var second = FRENCH_KEY.indexOf(key.charAt(1));
        var sum = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
        return first >= 0 && second >= 0 && (siren + 1 + sum / 11) % 11 == sum % 11;
    }

    private static Optional<OtherNumber> dutch(LegalNumberScheme wanted, String text) {
        var vat = text.matches("(NL)?\\d{7,9}B\\d{2}");
        if (vat) {
            var from = text.startsWith("NL") ? 2 : 0;
            var digits = text.substring(from, text.indexOf('B'));
            var nine = "0".repeat(9 - digits.length()) + digits;
            var end = text.substring(text.indexOf('B'));
            var holds = Optional.of(nine).filter(_ -> wanted == LegalNumberScheme.NL_RSIN);
            // Since 2020 a sole trader's number fits by ISO 7064 instead and holds no other.
            if (mod97("NL" + nine + end) == 1) {
                return just(NumberKind.NL_VAT_OF_PERSON);
            }
            return passesElevenTest(nine)
                    ? Optional.of(new OtherNumber(NumberKind.NL_VAT, holds))
                    : Optional.empty();
        }
        if (text.matches("\\d{12}")) {
            return just(NumberKind.NL_BRANCH);
        }
        if (wanted == LegalNumberScheme.NL_KVK && isRight(LegalNumberScheme.NL_RSIN, text)) {
            return just(NumberKind.NL_RSIN);
        }
        return wanted == LegalNumberScheme.NL_RSIN && isRight(LegalNumberScheme.NL_KVK, text)
                ? just(NumberKind.NL_KVK)
                : Optional.empty();
    }

    private static Optional<OtherNumber> canadian(String upper, String text) {
        if (upper.matches("\\d{6,7}\\s*-\\s*\\d")) {
            return just(NumberKind.CA_CORPORATION);
        }
        return text.matches("(11|22|33|88)\\d{8}") ? just(NumberKind.CA_QUEBEC) : Optional.empty();
    }

    /// Nine digits in a person's groups of three, two and four; an employer's are two and seven.
    static boolean isAmericanPerson(String upper) {
        return upper.matches("\\d{3}[-\\s]\\d{2}[-\\s]\\d{4}");
    }

    private static Optional<OtherNumber> british(String text) {
        if (isRight(LegalNumberScheme.GB_SC, text)) {
            return just(NumberKind.GB_SC);
        }
        if (text.matches("NIC\\d{6}")) {
            return just(NumberKind.GB_NIC);
        }
        if (text.matches("(GB)?\\d{9}(\\d{3})?") && isBritishVat(text.replace("GB", ""))) {
            return just(NumberKind.GB_VAT);
        }
        if (text.matches("\\d{8}|(SC|NI|CE|OC|IP|RC)\\d{6}")) {
            return just(NumberKind.GB_COMPANY);
        }
        return text.matches("\\d{7}") ? just(NumberKind.GB_CHC) : Optional.empty();
    }

    private static boolean isBritishVat(String digits) {
        int[] weights = {8, 7, 6, 5, 4, 3, 2};
        var sum = LegalNumbers.weighted(digits, weights) + number(digits, 7, 9);
        return sum % 97 == 0 || (sum + 55) % 97 == 0;
    }

    private static Optional<OtherNumber> german(String upper, String text) {
        if (text.matches("(DE)?\\d{9}") && isGermanVat(text.substring(text.length() - 9))) {
            return just(NumberKind.DE_VAT);
        }
        return upper.matches("\\d{2,4}/\\d{3,4}/\\d{4,5}")
                ? just(NumberKind.DE_TAX)
                : Optional.empty();
    }

    /// ISO 7064, mod 11, 10.
    private static boolean isGermanVat(String digits) {
        var product = 10;
        for (var i = 0; i < 8; i++) {
            var sum = (number(digits, i, i + 1) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return digits.charAt(0) != '0' && (11 - product) % 10 == number(digits, 8, 9);
    }
}
