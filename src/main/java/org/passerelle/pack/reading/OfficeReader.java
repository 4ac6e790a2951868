package org.passerelle.pack.reading;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.BusinessCalendars;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.PostalCode;
import org.passerelle.pack.reading.Vocabulary.Kind;

/// Reads `office.yaml`, of the pack and those it builds on as one.
final class OfficeReader {
    private final Reading reading;
    private final OfficeTermsReader terms;
    private final OfficeTaxReader taxes;
    private final OfficePaymentReader payments;

    OfficeReader(Reading reading) {
        this.reading = reading;
        this.terms = new OfficeTermsReader(reading);
        this.taxes = new OfficeTaxReader(reading);
        this.payments = new OfficePaymentReader(reading);
    }

    /// The part of an office that one layer says.
    record Part(Layer layer, Fields fields) {}

    /// Empty when no layer has an office that can be read, which is noted; and for a library, which
    /// needs none and may hold a part of one.
    Optional<Office> read(OfficeId id, List<Layer> layers, boolean isLibrary) {
        var parts = new ArrayList<Part>();
        var unreadable = false;
        Optional<Value> whole = Optional.empty();
        for (var layer : layers) {
            var path = layer.files().get("office.yaml");
            if (path != null) {
                var value = YamlFile.read(path, layer.shown("office.yaml"), reading.problems());
                var fields = value.flatMap(v -> v.openFields(Shapes.OFFICE));
                fields.ifPresent(f -> parts.add(new Part(layer, f)));
                unreadable |= fields.isEmpty();
                whole = value;
            }
        }
        if (unreadable || isLibrary) {
            reading.vocabulary().incomplete(OfficeTermsReader.KINDS);
            return Optional.empty();
        }
        if (whole.isEmpty()) {
            reading.vocabulary().incomplete(OfficeTermsReader.KINDS);
            reading.problems()
                    .add(
                            Place.file(layers.getLast().shown("office.yaml")),
                            "is missing: a pack is the pack of an office; one that others build on"
                                    + " says 'library: true' in pack.yaml");
            return Optional.empty();
        }
        var all = parts.getFirst().fields();
        for (var part : parts.subList(1, parts.size())) {
            all = part.fields().over(all);
        }
        return Optional.of(office(id, all.checkedComplete(whole.get()), parts));
    }

    private Office office(OfficeId id, Fields fields, List<Part> parts) {
        return new Office(
                id,
                fields.get("name", reading::localised, Reading.NO_TEXT),
                countries(fields),
                languages(fields),
                fields.get("currency", Amounts::currency, CurrencyUnit.EUR),
                fields.get("zone", Scalars::zone, ZoneOffset.UTC),
                fields.get(
                        "contact",
                        this::contact,
                        new Office.Contact("", Optional.empty(), Optional.empty(), "")),
                fields.get("calendar", this::calendar, new Office.Calendar(List.of(), List.of())),
                fields.get("promises", this::promises, new Office.Promises(1, 1)),
                terms.forms(parts),
                terms.terms(parts, "statuses", Shapes.STATUS, Kind.STATUS),
                terms.terms(parts, "purposes", Shapes.PURPOSE, Kind.PURPOSE),
                terms.terms(parts, "designations", Shapes.DESIGNATION, Kind.DESIGNATION),
                terms.terms(parts, "attestations", Shapes.ATTESTATION, Kind.ATTESTATION),
                terms.terms(parts, "judgements", Shapes.JUDGEMENT, Kind.JUDGEMENT),
                fields.get(
                        "qualification",
                        terms::qualification,
                        new Office.Qualification(Period.ZERO, List.of(), List.of())),
                fields.get("documents", OfficeReader::documents, Office.Documents.USUAL),
                fields.get("duplicates", OfficeReader::duplicates, Office.Duplicates.USUAL),
                regions(fields),
                taxes.vat(fields, parts.getLast().layer()),
                fields.get("tax", taxes::terms),
                fields.get("seller", taxes::seller),
                fields.get("vat-area", taxes::vatArea),
                fields.get(
                        "records",
                        this::records,
                        new Office.Records(Period.ZERO, Reading.NO_TEXT, Reading.NO_TEXT)),
                fields.get("numbering", this::numbering, new Office.Numbering(1, "")),
                fields.get(
                        "payment",
                        payments::read,
                        new Office.Payment(
                                "",
                                "",
                                "",
                                Reading.NO_TEXT,
                                List.of(1),
                                1,
                                List.of(),
                                1,
                                Optional.empty())),
                fields.get("branches", terms::branches),
                fields.oneOrMore("foreign-identifiers", Scalars::scheme),
                fields.oneOrMore("postal-codes", OfficeReader::postalCode),
                terms.cancellationReasons(parts));
    }

    private List<String> countries(Fields fields) {
        var countries = fields.oneOrMore("countries", Scalars::country);
        fields.value("countries")
                .filter(value -> !value.isText() && value.list().isEmpty())
                .ifPresent(value -> value.wrong("names no country"));
        return countries.isEmpty() ? List.of("") : countries;
    }

    private List<Language> languages(Fields fields) {
        var languages =
                fields.oneOrMore(
                        "languages",
                        value ->
                                Scalars.language(value)
                                        .flatMap(language ->
                                                reading.languages().contains(language)
                                                                || reading.languages().isEmpty()
                                                        ? Optional.of(language)
                                                        : value.wrong(
                                                                "the pack has no texts in '"
                                                                        + language.code()
                                                                        + "'")));
        return languages.isEmpty() ? reading.languages() : languages;
    }

    private Optional<Office.Contact> contact(Value value) {
        return value.fields(Shapes.CONTACT)
                .map(fields ->
                        new Office.Contact(
                                fields.get("email", Addresses::email, ""),
                                fields.get("phone", Scalars::text),
                                fields.get("website", Addresses::website),
                                fields.get("postal-address", Scalars::text, "")));
    }

    private Optional<Office.Calendar> calendar(Value value) {
        return value.fields(Shapes.CALENDAR)
                .map(fields ->
                        new Office.Calendar(
                                fields.oneOrMore("holidays", OfficeReader::holidays),
                                fields.list("closures", this::closure)));
    }

    private List<Office.Region> regions(Fields fields) {
        var countries = fields.oneOrMore("countries", Scalars::country);
        var seen = new HashSet<String>();
        return fields.list(
                "regions",
                value ->
                        value.fields(Shapes.REGION)
                                .map(region ->
                                        new Office.Region(
                                                region.get(
                                                        "region",
                                                        one -> region(one, countries, seen),
                                                        ""),
                                                region.get(
                                                        "name",
                                                        reading::localised,
                                                        Reading.NO_TEXT),
                                                region.oneOrMore(
                                                        "holidays", OfficeReader::holidays))));
    }

    private static Optional<String> region(Value value, List<String> countries, Set<String> seen) {
        return Scalars.region(value)
                .flatMap(code ->
                        countries.contains(code.substring(0, 2))
                                ? Optional.of(code)
                                : value.wrong("'" + code + "' is in no country of the office"))
                .flatMap(code ->
                        seen.add(code)
                                ? Optional.of(code)
                                : value.wrong("'" + code + "' stands twice"));
    }

    private static Optional<String> holidays(Value value) {
        return value.text()
                .flatMap(place ->
                        BusinessCalendars.knows(place)
                                ? Optional.of(place)
                                : value.wrongWord(
                                        "the public holidays of '" + place + "' are not known here",
                                        place,
                                        BusinessCalendars.knownCountries()));
    }

    private Optional<Office.Closure> closure(Value value) {
        return value.fields(Shapes.CLOSURE)
                .map(fields -> {
                    var first = fields.get("first", Scalars::date);
                    var last = fields.get("last", Scalars::date);
                    var announced = fields.get("announce-from", Scalars::date);
                    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
                        value.wrong("the closure ends before it begins");
                    }
                    if (announced.isPresent()
                            && last.isPresent()
                            && announced.get().isAfter(last.get())) {
                        value.wrong("the closure is announced after its end");
                    }
                    return new Office.Closure(
                            first.orElse(LocalDate.EPOCH),
                            last.orElse(LocalDate.EPOCH),
                            announced.orElse(LocalDate.EPOCH),
                            fields.get("text", reading::localised, Reading.NO_TEXT));
                });
    }

    private Optional<Office.Promises> promises(Value value) {
        return value.fields(Shapes.PROMISES)
                .map(fields ->
                        new Office.Promises(
                                fields.get("qualification", Amounts::businessDays, 1),
                                fields.get("change", Amounts::businessDays, 1),
                                fields.get(
                                        "join",
                                        Amounts::businessDays,
                                        Office.Promises.JOIN_BUSINESS_DAYS),
                                fields.get(
                                        "hand-over",
                                        Amounts::businessDays,
                                        Office.Promises.HAND_OVER_BUSINESS_DAYS),
                                fields.get(
                                        "reply",
                                        Amounts::businessDays,
                                        Office.Promises.REPLY_BUSINESS_DAYS),
                                fields.get(
                                        "parcel",
                                        Amounts::businessDays,
                                        Office.Promises.PARCEL_BUSINESS_DAYS)));
    }

    private static Optional<PostalCode> postalCode(Value value) {
        return value.fields(Shapes.POSTAL_CODE)
                .map(fields ->
                        new PostalCode(
                                fields.get("country", Scalars::country, ""),
                                fields.get("form", Scalars::text, ""),
                                fields.get("letters", Scalars::text, ""),
                                fields.get("example", Scalars::text, "")))
                .flatMap(code ->
                        code.read(code.example()).filter(code.example()::equals).isPresent()
                                ? Optional.of(code)
                                : value.wrong(
                                        "'%s' is not written as '%s'"
                                                .formatted(code.example(), code.form())));
    }

    private static Optional<Office.Documents> documents(Value value) {
        return value.fields(Shapes.DOCUMENTS)
                .map(fields ->
                        new Office.Documents(
                                fields.get("files", within(100), 1),
                                fields.get("megabytes", within(50), 1)));
    }

    private static Optional<Office.Duplicates> duplicates(Value value) {
        var usual = Office.Duplicates.USUAL;
        return value.fields(Shapes.DUPLICATES)
                .map(fields ->
                        new Office.Duplicates(
                                fields.get("likely", OfficeReader::likeness, usual.likelyPercent()),
                                fields.get(
                                        "near-certain",
                                        OfficeReader::likeness,
                                        usual.nearCertainPercent())))
                .flatMap(found ->
                        found.likelyPercent() <= found.nearCertainPercent()
                                ? Optional.of(found)
                                : value.wrong(
                                        "holds names for staff that are not even worth a warning:"
                                                + " 'near-certain' is less than 'likely'"));
    }

    private static Optional<Integer> likeness(Value value) {
        return within(100)
                .read(value)
                .flatMap(percent ->
                        percent >= Office.Duplicates.LEAST_PERCENT
                                ? Optional.of(percent)
                                : value.wrong(
                                        "is less than "
                                                + Office.Duplicates.LEAST_PERCENT
                                                + ": nearly every name would be like every other"));
    }

    private static Reader<Integer> within(int most) {
        return value ->
                Scalars.countFromOne(value)
                        .flatMap(count ->
                                count <= most
                                        ? Optional.of(count.intValue())
                                        : value.wrong("is more than " + most));
    }

    private Optional<Office.Records> records(Value value) {
        return value.fields(Shapes.RECORDS)
                .map(fields ->
                        new Office.Records(
                                fields.get("keep", OfficeReader::years, Period.ZERO),
                                fields.get("since", reading::localised, Reading.NO_TEXT),
                                fields.get("law", reading::localised, Reading.NO_TEXT)));
    }

    /// Laws count in years, and so do the words that say it.
    private static Optional<Period> years(Value value) {
        return Amounts.period(value)
                .flatMap(period ->
                        period.getYears() > 0 && period.equals(Period.ofYears(period.getYears()))
                                ? Optional.of(period)
                                : value.wrong("should be in years", Optional.of("10 years")));
    }

    private Optional<Office.Numbering> numbering(Value value) {
        return value.fields(Shapes.NUMBERING)
                .map(fields ->
                        new Office.Numbering(
                                fields.get("first-order", Scalars::countFromOne, 1L),
                                fields.get("invoice-prefix", Scalars::text, "")));
    }
}
