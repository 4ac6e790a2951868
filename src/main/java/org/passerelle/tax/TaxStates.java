package org.passerelle.tax;

import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.words.Words;

/// How a VAT number or an exemption stands, in the reader's words.
///
/// @param tone of its badge
/// @param detail a sentence; may be empty
public record TaxStates(String tone, String name, String detail) {
    private static final String NUMBER = "tax.number.state.";
    private static final String EXEMPTION = "tax.exemption.state.";

    /// Of the number an organisation gave, on a day.
    public static TaxStates of(Optional<GivenNumber> given, LocalDate today, Words words) {
        if (given.isEmpty()) {
            return new TaxStates("mute", words.get(NUMBER + "none"), "");
        }
        var check = given.get().lastCheck();
        if (check.isEmpty()) {
            return new TaxStates("warn", words.get(NUMBER + "unchecked"), "");
        }
        var on = check.get().on();
        var last = check.get().validUntil();
        if (!check.get().valid()) {
            return new TaxStates(
                    "bad", words.get(NUMBER + "invalid"), words.get(NUMBER + "invalid.detail", on));
        }
        return last.isBefore(today)
                ? new TaxStates(
                        "warn",
                        words.get(NUMBER + "over"),
                        words.get(NUMBER + "valid.detail", on, last))
                : new TaxStates(
                        "ok",
                        words.get(NUMBER + "valid"),
                        words.get(NUMBER + "valid.detail", on, last));
    }

    /// Of an exemption; why it was not accepted, or the law it rests on.
    public static TaxStates of(Exemption exemption, Words words) {
        return switch (exemption.state()) {
            case Exemption.Asked _ -> state("info", "asked", "", words);
            case Exemption.Accepted(_, _, _, var reason) -> state("ok", "accepted", reason, words);
            case Exemption.Refused(_, _, var reason) -> state("bad", "refused", reason, words);
            case Exemption.Revoked(_, _, var reason) -> state("bad", "revoked", reason, words);
            case Exemption.Withdrawn _ -> state("mute", "withdrawn", "", words);
        };
    }

    private static TaxStates state(String tone, String state, String detail, Words words) {
        return new TaxStates(tone, words.get(EXEMPTION + state), detail);
    }
}
