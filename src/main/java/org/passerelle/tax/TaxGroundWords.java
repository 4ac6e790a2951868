package org.passerelle.tax;

import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.pack.model.Office;
import org.passerelle.words.Words;

/// Says the grounds of a decision in the reader's words, each with the value found.
public record TaxGroundWords(Office office, Words words) {
    private static final String KEY = "tax.ground.";

    public String of(TaxGround ground) {
        return switch (ground) {
            case TaxGround.RatesOf(var country, var region) ->
                    words.get(KEY + "rates", place(region.orElse(country)));
            case TaxGround.SameCountry(var country) ->
                    words.get(KEY + "same-country", place(country));
            case TaxGround.TwoMembers(var seller, var buyer) ->
                    words.get(KEY + "two-members", place(seller), place(buyer));
            case TaxGround.OutsideArea(var country) ->
                    words.get(KEY + "outside", place(country), area());
            case TaxGround.NoVatNumber() -> words.get(KEY + "no-number");
            case TaxGround.NumberOfSeller(var number) ->
                    words.get(KEY + "number-of-seller", number);
            case TaxGround.NotChecked(var number) -> words.get(KEY + "not-checked", number);
            case TaxGround.FoundInvalid(var number, var on) ->
                    words.get(KEY + "invalid", number, on);
            case TaxGround.CheckOver(var number, var last) ->
                    words.get(KEY + "check-over", number, last);
            case TaxGround.FoundValid(var number, var on, var last) ->
                    words.get(KEY + "valid", number, on, last);
            case TaxGround.Exempt(var place, var last, var reason) ->
                    last.map(day -> words.get(KEY + "exempt.until", place(place), day, reason))
                            .orElseGet(() -> words.get(KEY + "exempt", place(place), reason));
            case TaxGround.ExemptElsewhere(var place) ->
                    words.get(KEY + "exempt-elsewhere", place(place));
            case TaxGround.ExemptOtherDays(var from, var until) ->
                    words.get(KEY + "exempt-other-days", days(from, until, words));
            case TaxGround.NoExemption() -> words.get(KEY + "no-exemption");
            case TaxGround.NoRate() -> words.get(KEY + "no-rate");
        };
    }

    private String place(String code) {
        return Places.name(office, code, words.language());
    }

    private String area() {
        return office.vatArea().map(area -> area.name().in(words.language())).orElse("");
    }

    /// Days as people say them: from a day to a day, or from a day on.
    public static String days(LocalDate from, Optional<LocalDate> until, Words words) {
        return until.map(last -> words.get("tax.days", from, last))
                .orElseGet(() -> words.get("tax.days.open", from));
    }
}
