package org.passerelle.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.passerelle.kernel.LegalNumberCheck.Group;
import org.passerelle.kernel.LegalNumberCheck.Invalid;
import org.passerelle.kernel.LegalNumberCheck.Reason;
import org.passerelle.kernel.LegalNumberCheck.Reason.CheckFails;
import org.passerelle.kernel.LegalNumberCheck.Reason.Missing;
import org.passerelle.kernel.LegalNumberCheck.Reason.NotIssued;
import org.passerelle.kernel.LegalNumberCheck.Reason.UnexpectedCharacter;
import org.passerelle.kernel.LegalNumberCheck.Reason.WrongLength;
import org.passerelle.kernel.LegalNumberCheck.Valid;

/// Checks legal numbers as people type them, and brings them to one form (ORG-02).
///
/// Spaces, points, dashes and the register's usual prefix are forgiven; everything else is named.
public final class LegalNumbers {
    /// Every kind of space and dash, and what word processors and sites hide between digits.
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}.:/·_']+");

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    /// Prefixes that the IRS lists as never given out, less 69, 78, 89, 96 and 97, which stand in
    /// its own register of April 2026.
    private static final Set<String> EIN_PREFIXES_NEVER_ISSUED =
            Set.of("00", "07", "08", "09", "17", "18", "19", "28", "29", "49", "70", "79");

    private static final Pattern GERMAN_NUMBER =
            Pattern.compile(
                    "\\b(VR|VEREINSREGISTER|HRA|HRB|GNR|PR)[\\s.:-]*(?:(?:NR|NUMMER)[\\s.:-]*)?"
                            + "(\\d+)\\s*([A-Z]{1,2}\\b)?");

    /// The register is named and its number was left out.
    private static final Pattern GERMAN_NAME_ALONE =
            Pattern.compile("\\b(VR|VEREINSREGISTER)\\b\\D*$");

    private static final Pattern GERMAN_COURT_WORDS =
            Pattern.compile(
                    "\\b(AMTSGERICHTS?|REGISTERGERICHTS?|VEREINSREGISTER|AG|NR|DES|BEIM)\\b\\.?");

    private LegalNumbers() {}

    /// Checks what a person typed as a number of `scheme`.
    public static LegalNumberCheck check(LegalNumberScheme scheme, String typed) {
        var plain = UNSEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC));
        var upper = plain.replaceAll("").strip().toUpperCase(Locale.ROOT);
        var text = withoutSeparators(upper);
        if (text.isEmpty()) {
            return new Invalid(scheme, Group.WHOLE, "", new Missing());
        }
        return switch (judged(scheme, upper, text)) {
            case Invalid wrong ->
                    wrong.guessing(LegalNumberGuess.of(scheme, typed.strip(), upper, text));
            case Valid right -> right;
        };
    }

    static String withoutSeparators(String upper) {
        return SEPARATORS.matcher(upper).replaceAll("");
    }

    /// The check alone, of a text in capitals with and without its separators.
    static LegalNumberCheck judged(LegalNumberScheme scheme, String upper, String text) {
        return switch (scheme) {
            case LU_RCS -> luxembourgRegister(text);
            case LU_MATRICULE -> luxembourgMatricule(text);
            case LU_TVA ->
                    digits(scheme, without(text, "LU"), 8, 8)
                            .andCheckDigits(6, all -> number(all, 0, 6) % 89 == number(all, 6, 8))
                            .valid(all -> "LU" + all);
            case BE_BCE_KBO -> belgianEnterprise(without(text, "BE"));
            case FR_SIREN ->
                    digits(scheme, text, 9, 9)
                            .andCheckDigits(8, LegalNumbers::passesLuhn)
                            .valid(all -> all);
            case FR_RNA -> frenchAssociation(text);
            case NL_KVK -> digits(scheme, without(text, "KVK"), 8, 8).valid(all -> all);
            case NL_RSIN ->
                    digits(scheme, text, 8, 9)
                            .padded(9)
                            .andCheckDigits(8, LegalNumbers::passesElevenTest)
                            .valid(all -> all);
            case CA_BN -> canadianBusiness(text);
            case US_EIN -> americanEmployer(upper, text);
            case GB_CHC -> englishCharity(upper);
            case GB_SC -> scottishCharity(text);
            case GB_NIC -> digits(scheme, without(text, "NIC"), 6, 6).valid(all -> all);
            case DE_VR -> germanAssociation(upper);
        };
    }

    private static LegalNumberCheck luxembourgRegister(String text) {
        var scheme = LegalNumberScheme.LU_RCS;
        var number = without(without(text, "RCS"), "LUXEMBOURG");
        if (number.isEmpty() || !isLetter(number.charAt(0))) {
            return new Invalid(scheme, Group.PREFIX, number, new Missing());
        }
        var letter = number.substring(0, 1);
        return digits(scheme, number.substring(1), 1, 6).valid(all -> letter + withoutZeros(all));
    }

    private static LegalNumberCheck luxembourgMatricule(String text) {
        var scheme = LegalNumberScheme.LU_MATRICULE;
        var digits = digits(scheme, text, 11, 11);
        if (digits.refusal() == null) {
            var year = number(text, 0, 4);
            if (year < 1800 || year > 2199) {
                return new Invalid(
                        scheme, Group.YEAR, text.substring(0, 4), new NotIssued("1800–2199"));
            }
        }
        return digits.andCheckDigits(10, LegalNumbers::passesMatriculeTest).valid(all -> all);
    }

    /// Weights of the règlement grand-ducal of 21 December 1987; a remainder of 1 is never given
    /// out.
    private static boolean passesMatriculeTest(String all) {
        int[] weights = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
        var remainder = weighted(all, weights) % 11;
        return remainder != 1 && (remainder == 0 ? 0 : 11 - remainder) == digit(all, 10);
    }

    /// Ten digits since 2023 may begin with 1; the nine of the old form get their 0.
    private static LegalNumberCheck belgianEnterprise(String text) {
        var scheme = LegalNumberScheme.BE_BCE_KBO;
        var oldForm = !text.startsWith("0") && !text.startsWith("1");
        var digits = digits(scheme, text, oldForm ? 9 : 10, 10).padded(10);
        if (digits.refusal() == null && digit(digits.all(), 0) > 1) {
            return new Invalid(scheme, Group.PREFIX, text.substring(0, 1), new NotIssued("0, 1"));
        }
        return digits.andCheckDigits(8, all -> (number(all, 0, 8) + number(all, 8, 10)) % 97 == 0)
                .valid(all -> all);
    }

    /// `W`, a department that overseas holds a letter (`W9T1002867`), and seven digits. No check
    /// digit.
    private static LegalNumberCheck frenchAssociation(String text) {
        var scheme = LegalNumberScheme.FR_RNA;
        if (!text.startsWith("W")) {
            return new Invalid(scheme, Group.PREFIX, text.substring(0, 1), new NotIssued("W"));
        }
        var rest = text.substring(1);
        for (var i = 0; i < rest.length(); i++) {
            var allowed = isDigit(rest.charAt(i)) || (i == 1 && isLetter(rest.charAt(i)));
            if (!allowed) {
                return unexpected(scheme, rest, i);
            }
        }
        return rest.length() == 9
                ? new Valid(scheme, text)
                : new Invalid(scheme, Group.DIGITS, rest, new WrongLength(rest.length(), 9, 9));
    }

    private static LegalNumberCheck canadianBusiness(String text) {
        var scheme = LegalNumberScheme.CA_BN;
        var split = 0;
        while (split < text.length() && !beginsAccount(text.charAt(split))) {
            split++;
        }
        if (split == 0) {
            return unexpected(scheme, text, 0);
        }
        var business = digits(scheme, text.substring(0, split), 9, 9);
        var checked = business.andCheckDigits(8, LegalNumbers::passesLuhn);
        var account = text.substring(split);
        if (checked.refusal() != null || account.isEmpty()) {
            return checked.valid(all -> all);
        }
        if (!account.startsWith("RR")) {
            return new Invalid(scheme, Group.ACCOUNT, account, new NotIssued("RR0001"));
        }
        var reference = digits(scheme, account.substring(2), 4, 4);
        if (reference.refusal() != null || reference.all().equals("0000")) {
            return new Invalid(scheme, Group.ACCOUNT, account, new NotIssued("RR0001"));
        }
        return checked.valid(all -> all + account);
    }

    /// A letter that was typed for the digit it resembles stands among the digits.
    private static boolean beginsAccount(char c) {
        return isLetter(c) && !LegalNumberGuess.resemblesDigit(c);
    }

    private static LegalNumberCheck americanEmployer(String upper, String text) {
        var scheme = LegalNumberScheme.US_EIN;
        if (OtherNumber.isAmericanPerson(upper)) {
            return new Invalid(
                    scheme, Group.PREFIX, text.substring(0, 3), new NotIssued("12-3456789"));
        }
        var digits = digits(scheme, text, 9, 9);
        if (digits.refusal() == null) {
            var prefix = text.substring(0, 2);
            if (EIN_PREFIXES_NEVER_ISSUED.contains(prefix)) {
                return new Invalid(scheme, Group.DIGITS, prefix, new NotIssued("12-3456789"));
            }
        }
        return digits.valid(all -> all);
    }

    /// Six or seven digits; a linked charity adds a dash and its own number, 0 being the parent.
    private static LegalNumberCheck englishCharity(String upper) {
        var scheme = LegalNumberScheme.GB_CHC;
        var parts = upper.replaceAll("[\\s\\p{Z}.]", "").split("[\\p{Pd}/]", -1);
        var main = digits(scheme, parts[0], 6, 7);
        if (main.refusal() != null || parts.length == 1) {
            return main.valid(all -> all);
        }
        var linked = digits(scheme, parts[1], 1, 4);
        if (linked.refusal() != null || parts.length > 2) {
            return new Invalid(scheme, Group.ACCOUNT, parts[1], new NotIssued("-1"));
        }
        var suffix = withoutZeros(linked.all());
        return main.valid(all -> suffix.equals("0") ? all : all + "-" + suffix);
    }

    private static LegalNumberCheck scottishCharity(String text) {
        var scheme = LegalNumberScheme.GB_SC;
        return text.startsWith("SC")
                ? digits(scheme, text.substring(2), 6, 6).valid(all -> "SC" + all)
                : new Invalid(scheme, Group.PREFIX, text.substring(0, 1), new NotIssued("SC"));
    }

    private static LegalNumberCheck germanAssociation(String upper) {
        var scheme = LegalNumberScheme.DE_VR;
        var found = GERMAN_NUMBER.matcher(upper);
        if (!found.find()) {
            if (GERMAN_NAME_ALONE.matcher(upper).find()) {
                return new Invalid(scheme, Group.DIGITS, "", new Missing());
            }
            return new Invalid(scheme, Group.PREFIX, upper, new NotIssued("VR"));
        }
        if (!text(found.group(1)).startsWith("V")) {
            return new Invalid(scheme, Group.PREFIX, text(found.group(1)), new NotIssued("VR"));
        }
        var number = text(found.group(2));
        if (number.length() > 6) {
            return new Invalid(
                    scheme, Group.DIGITS, number, new WrongLength(number.length(), 1, 6));
        }
        var around = upper.substring(0, found.start()) + " " + upper.substring(found.end());
        var court = GERMAN_COURT_WORDS.matcher(around).replaceAll(" ");
        court = court.replaceAll("[,:;]", " ").replaceAll("[\\s\\u00a0]+", " ").strip();
        if (court.isEmpty()) {
            return new Invalid(scheme, Group.COURT, "", new Missing());
        }
        var letters = found.group(3) == null ? "" : " " + found.group(3);
        return new Valid(scheme, court + " VR " + withoutZeros(number) + letters);
    }

    private static Digits digits(LegalNumberScheme scheme, String text, int least, int most) {
        for (var i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return new Digits(scheme, text, unexpected(scheme, text, i));
            }
        }
        Reason length = new WrongLength(text.length(), least, most);
        return text.length() < least || text.length() > most
                ? new Digits(scheme, text, new Invalid(scheme, Group.DIGITS, text, length))
                : new Digits(scheme, text, null);
    }

    private static Invalid unexpected(LegalNumberScheme scheme, String text, int at) {
        var character = new UnexpectedCharacter(text.substring(at, at + 1));
        return new Invalid(scheme, Group.DIGITS, text, character);
    }

    /// A number of digits on its way through the checks; keeps the first refusal.
    private record Digits(
            LegalNumberScheme scheme,
            String all,
            @org.jspecify.annotations.Nullable Invalid refusal) {

        Digits padded(int length) {
            return refusal != null || all.length() >= length
                    ? this
                    : new Digits(scheme, "0".repeat(length - all.length()) + all, null);
        }

        /// `from` is where the check digits begin.
        Digits andCheckDigits(int from, Predicate<String> passes) {
            return refusal != null || passes.test(all)
                    ? this
                    : new Digits(
                            scheme,
                            all,
                            new Invalid(
                                    scheme,
                                    Group.CHECK_DIGITS,
                                    all.substring(from),
                                    new CheckFails()));
        }

        LegalNumberCheck valid(Function<String, String> normalise) {
            return refusal != null ? refusal : new Valid(scheme, normalise.apply(all));
        }
    }

    static boolean passesLuhn(String all) {
        var sum = 0;
        for (var i = 0; i < all.length(); i++) {
            var digit = digit(all, all.length() - 1 - i);
            var doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0 && !isZero(all);
    }

    static boolean passesElevenTest(String all) {
        int[] weights = {9, 8, 7, 6, 5, 4, 3, 2, -1};
        return weighted(all, weights) % 11 == 0 && !isZero(all);
    }

    static int weighted(String all, int[] weights) {
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(all, i);
        }
        return sum;
    }

    private static boolean isZero(String digits) {
        return digits.chars().allMatch(c -> c == '0');
    }

    private static String without(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String withoutZeros(String digits) {
        return String.valueOf(Integer.parseInt(digits));
    }

    static int number(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }

    /// ASCII only: other scripts' digits would be stored as they are.
    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static String text(@org.jspecify.annotations.Nullable String group) {
        return group == null ? "" : group;
    }
}
