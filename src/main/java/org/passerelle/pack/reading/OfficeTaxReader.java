package org.passerelle.pack.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Seller;
import org.passerelle.pack.model.VatArea;
import org.passerelle.pack.model.VatRate;
import org.passerelle.pack.reading.Vocabulary.Kind;

/// Reads what an office says of taxes, and of itself as a seller (INV-02).
final class OfficeTaxReader {
    /// A code of the list EAS, such as 0208.
    private static final Pattern EAS = Pattern.compile("[0-9]{4}");

    private static final Pattern VAT_NUMBER = Pattern.compile("[A-Z]{2}[0-9A-Z+*]{2,13}");

    private final Reading reading;

    OfficeTaxReader(Reading reading) {
        this.reading = reading;
    }

    /// Rates by category, region and tax, each in the order of their dates. Ours replace a base
    /// pack's as a whole.
    List<VatRate> vat(Fields fields, Layer layer) {
        var latest = new HashMap<String, LocalDate>();
        return fields.list("vat", value -> vatRate(value, layer, latest));
    }

    private Optional<VatRate> vatRate(Value value, Layer layer, Map<String, LocalDate> latest) {
        return value.fields(TaxShapes.VAT)
                .map(fields -> {
                    var category = fields.get("category", Scalars::word, "");
                    var tax = fields.get("tax", Scalars::word, VatRate.usualCode(category));
                    var region = fields.get("region", Scalars::region);
                    if (region.isEmpty() && !latest.containsKey(category)) {
                        reading.vocabulary().define(Kind.VAT, category, layer, value.place());
                        latest.put(category, LocalDate.MIN);
                    }
                    var from = fields.get("from", Scalars::date);
                    from.ifPresent(day -> follows(category, tax, region, day, latest, value));
                    var until = fields.get("until", Scalars::date);
                    if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
                        value.wrong("a rate ends before it begins");
                    }
                    var percent = fields.get("percent", Scalars::rate, BigDecimal.ZERO);
                    var exempt = fields.get("exempt", reading::localised);
                    if (exempt.isPresent() && percent.signum() != 0) {
                        value.wrong("what is exempt has 'percent: 0'");
                    }
                    return new VatRate(
                            category,
                            tax,
                            region,
                            fields.get("name", reading::localised),
                            percent,
                            from.orElse(LocalDate.EPOCH),
                            until,
                            exempt);
                });
    }

    private static void follows(
            String category,
            String tax,
            Optional<String> region,
            LocalDate day,
            Map<String, LocalDate> latest,
            Value value) {
        var before = latest.put(category + " " + tax + " " + region.orElse(""), day);
        if (before != null && !before.isBefore(day)) {
            value.wrong(
                    "rates of a VAT category should follow each other by date: "
                            + day
                            + " after "
                            + before);
        }
    }

    Optional<Office.TaxTerms> terms(Value value) {
        return value.fields(TaxShapes.TAX)
                .map(fields ->
                        new Office.TaxTerms(
                                fields.get("excluded", reading::localised, Reading.NO_TEXT),
                                fields.get("included", reading::localised, Reading.NO_TEXT)));
    }

    Optional<Seller> seller(Value value) {
        return value.fields(TaxShapes.SELLER)
                .map(fields ->
                        new Seller(
                                fields.get("name", Scalars::text, ""),
                                fields.get(
                                        "address",
                                        OfficeTaxReader::address,
                                        new Seller.Address("", "", "", Optional.empty(), "")),
                                fields.get("vat-number", OfficeTaxReader::vatNumber),
                                fields.list("tax-numbers", this::taxNumber),
                                fields.get("registration", Scalars::text),
                                fields.get(
                                        "electronic-address", OfficeTaxReader::electronicAddress)));
    }

    private static Optional<Seller.Address> address(Value value) {
        return value.fields(TaxShapes.SELLER_ADDRESS)
                .map(fields -> {
                    var region = fields.get("region", Scalars::region);
                    var country = fields.get("country", Scalars::country, "");
                    if (region.filter(one -> !one.startsWith(country + "-")).isPresent()) {
                        value.wrong("the region is not one of " + country);
                    }
                    return new Seller.Address(
                            fields.get("street", Scalars::text, ""),
                            fields.get("postal-code", Scalars::text, ""),
                            fields.get("town", Scalars::text, ""),
                            region,
                            country);
                });
    }

    /// With the letters of its country, without blanks or points.
    private static Optional<String> vatNumber(Value value) {
        return value.text()
                .flatMap(text -> {
                    var number = text.replaceAll("[ .]", "");
                    return VAT_NUMBER.matcher(number).matches()
                            ? Optional.of(number)
                            : value.wrong("'" + text + "' is no VAT number such as LU12345613");
                });
    }

    private Optional<Seller.TaxNumber> taxNumber(Value value) {
        return value.fields(TaxShapes.TAX_NUMBER)
                .map(fields ->
                        new Seller.TaxNumber(
                                fields.get("name", reading::localised, Reading.NO_TEXT),
                                fields.get("number", Scalars::text, "")));
    }

    private static Optional<Seller.ElectronicAddress> electronicAddress(Value value) {
        return value.fields(TaxShapes.ELECTRONIC_ADDRESS)
                .map(fields ->
                        new Seller.ElectronicAddress(
                                fields.get("scheme", OfficeTaxReader::scheme, ""),
                                fields.get("id", Scalars::text, "")));
    }

    Optional<VatArea> vatArea(Value value) {
        return value.fields(TaxShapes.VAT_AREA)
                .map(fields ->
                        new VatArea(
                                fields.get("name", reading::localised, Reading.NO_TEXT),
                                fields.get("check-valid-for", Amounts::period, Period.ZERO),
                                fields.get("reverse-charge", reading::localised, Reading.NO_TEXT),
                                fields.list("members", OfficeTaxReader::member)));
    }

    private static Optional<VatArea.Member> member(Value value) {
        return value.fields(TaxShapes.MEMBER)
                .map(fields -> {
                    var from = fields.get("from", Scalars::date, LocalDate.EPOCH);
                    var until = fields.get("until", Scalars::date);
                    if (until.filter(from::isAfter).isPresent()) {
                        value.wrong("a country leaves before it joins");
                    }
                    return new VatArea.Member(
                            fields.get("country", Scalars::country, ""),
                            from,
                            until,
                            fields.get("number", OfficeTaxReader::expression, ""),
                            fields.get("scheme", Scalars::scheme));
                });
    }

    private static Optional<String> expression(Value value) {
        return value.text()
                .flatMap(text -> {
                    try {
                        return Optional.of(Pattern.compile(text).pattern());
                    } catch (PatternSyntaxException wrong) {
                        return value.wrong("is no regular expression: " + wrong.getDescription());
                    }
                });
    }

    private static Optional<String> scheme(Value value) {
        return value.text()
                .flatMap(text ->
                        EAS.matcher(text).matches()
                                ? Optional.of(text)
                                : value.wrong(
                                        "'" + text + "' is no scheme of four digits such as 0208"));
    }
}
