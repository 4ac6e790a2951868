package org.passerelle.portal.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.passerelle.kernel.LegalNumberCheck;
import org.passerelle.kernel.LegalNumberCheck.Guess;
import org.passerelle.kernel.LegalNumberCheck.Reason;
import org.passerelle.organisation.Fault;
import org.passerelle.organisation.Fault.Flaw;
import org.passerelle.ui.FormErrors;
import org.passerelle.words.Words;

/// Says what is wrong in a registration, naming the part at fault (ORG-02).
final class FaultWords {
    private static final int LONGEST_SHOWN = 40;

    private FaultWords() {}

    static FormErrors errors(List<Fault> faults, Words words) {
        var errors = FormErrors.none();
        for (var fault : faults) {
            errors = add(errors, fault, words);
        }
        return errors;
    }

    /// One fault in words.
    static String text(Fault fault, Words words) {
        return errors(List.of(fault), words).errors().getFirst().in(words);
    }

    private static FormErrors add(FormErrors errors, Fault fault, Words words) {
        var field = fault.field();
        return switch (fault.flaw()) {
            case Flaw.NoAccount(var scheme, var account, var number) ->
                    errors.with(
                            field,
                            key("number.account"),
                            words.get("organisation.scheme." + scheme),
                            number,
                            account);
            case Flaw.Number(var check) -> number(errors, field, check, words);
            case Flaw.Email(var part) -> errors.with(field, key("email." + word(part)));
            case Flaw.NotAPostalCode(var typed, var example) ->
                    errors.with(field, key("postal-code"), shown(typed), example);
            case Flaw.NotAWebAddress() -> errors.with(field, key("website"));
            case Flaw.NotAPhoneNumber() -> errors.with(field, key("phone"));
            case Flaw.NotAnAmount() -> errors.with(field, key("amount"));
            case Flaw.NotAWholeNumber() ->
                    errors.with(field, key("whole-number"), name(field, words));
            case Flaw.Negative() -> errors.with(field, key("negative"), name(field, words));
            case Flaw.NoneAndOthers() ->
                    errors.with(
                            field,
                            key("none-and-others"),
                            name(field, words),
                            words.get("organisation.purposes.none"));
            case Flaw.YearOutOfRange(var first, var last) ->
                    errors.with(field, key("year"), "" + first, "" + last);
            case Flaw.NotADate() -> errors.with(field, key("date"));
            case Flaw.InTheFuture() -> errors.with(field, key("future"));
            case Flaw.UnknownChoice(var choice) ->
                    errors.with(field, key("choice"), name(field, words), choice);
            case Flaw.TooLong(var found, var atMost) ->
                    errors.with(field, key("too-long"), name(field, words), found, atMost);
            case Flaw.FormNotAccepted(var name, var why) ->
                    errors.with(field, key("form"), name, why);
            case Flaw.HalfAPurchase() -> errors.with(field, key("purchase"));
        };
    }

    private static FormErrors number(
            FormErrors errors, String field, LegalNumberCheck.Invalid check, Words words) {
        var arguments = new ArrayList<Object>();
        arguments.add(words.get("organisation.scheme." + check.scheme().code()));
        arguments.add(shown(check.found()));
        var reason =
                switch (check.reason()) {
                    case Reason.Missing() -> "missing." + word(check.group());
                    case Reason.UnexpectedCharacter(var character) -> {
                        arguments.add(character);
                        yield "character";
                    }
                    case Reason.WrongLength(var found, _, _) when found == 0 -> "missing.digits";
                    case Reason.WrongLength(var found, var least, var most) -> {
                        arguments.addAll(List.of(found, least, most));
                        yield least == most
                                ? "length.exact"
                                : found > most ? "length.long" : "length.short";
                    }
                    case Reason.NotIssued(var demanded) -> {
                        arguments.add(demanded);
                        yield "not-issued." + word(check.group());
                    }
                    case Reason.CheckFails() -> check.found().length() == 1 ? "check.one" : "check";
                };
        return check.guess()
                .map(guess -> guessed(errors, field, check, guess, words, reason, arguments))
                .orElseGet(() -> errors.with(field, key("number." + reason), arguments.toArray()));
    }

    /// What is wrong and what it might be; a number of another kind is named as that, and no more.
    private static FormErrors guessed(
            FormErrors errors,
            String field,
            LegalNumberCheck.Invalid check,
            Guess guess,
            Words words,
            String reason,
            List<Object> arguments) {
        var label = arguments.getFirst();
        return switch (guess) {
            case Guess.Perhaps(var number) ->
                    errors.with(
                            field,
                            key("number.perhaps"),
                            words.get(key("number." + reason), arguments.toArray()),
                            number);
            case Guess.Other(var kind, var typed, var holds) when holds.isPresent() ->
                    errors.with(
                            field,
                            key("number.holds"),
                            label,
                            shown(typed),
                            kind(kind, words),
                            holds.get());
            case Guess.Other(var kind, var typed, _) ->
                    errors.with(field, key("number.other"), label, shown(typed), kind(kind, words));
        };
    }

    /// What was typed, as far as it helps to recognise it.
    private static String shown(String typed) {
        return typed.length() <= LONGEST_SHOWN
                ? typed
                : typed.substring(0, LONGEST_SHOWN - 1) + "…";
    }

    private static String kind(LegalNumberCheck.NumberKind kind, Words words) {
        return words.get("organisation.number-kind." + word(kind));
    }

    private static String name(String field, Words words) {
        return words.get("organisation.field." + field);
    }

    private static String key(String rest) {
        return "organisation.fault." + rest;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
