package org.passerelle.pack.reading;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.Programme;
import org.passerelle.pack.model.Programme.FiscalYear;
import org.passerelle.pack.model.Programme.Question;
import org.passerelle.pack.model.Programme.Version;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.pack.reading.Vocabulary.Kind;

/// Reads programmes and the dated versions of their rules (ELI-03).
final class ProgrammeReader {
    private final Reading reading;
    private final ZoneId officeZone;
    private final List<NamedOffer> namedOffers = new ArrayList<>();

    /// An offer that a programme's allotment names, and where.
    record NamedOffer(ProgrammeId programme, OfferId offer, Place place) {}

    ProgrammeReader(Reading reading, ZoneId officeZone) {
        this.reading = reading;
        this.officeZone = officeZone;
    }

    List<NamedOffer> namedOffers() {
        return namedOffers;
    }

    /// `questions` are the partner's; empty when it has none because it is not known.
    Programme read(
            Fields fields,
            Layer layer,
            PartnerId partner,
            Optional<Map<String, Question>> questions) {
        var id =
                ProgrammeId.of(
                        fields.get(
                                "programme",
                                reading.vocabulary().defining(Kind.PROGRAMME, layer),
                                ""));
        var title = fields.get("title", reading::localised, Reading.NO_TEXT);
        var fiscalYear = fields.get("fiscal-year", this::fiscalYear);
        var allotments =
                new AllotmentReader(
                        reading,
                        (offer, place) -> namedOffers.add(new NamedOffer(id, offer, place)));
        var versions = new VersionReader(reading, allotments, questions, fields.has("fiscal-year"));
        return new Programme(
                id,
                partner,
                title,
                fields.get("summary", reading::localised, title),
                fiscalYear,
                fields.value("versions").map(value -> versions(value, versions)).orElse(List.of()));
    }

    private Optional<FiscalYear> fiscalYear(Value value) {
        return value.fields(Shapes.FISCAL_YEAR)
                .map(fields ->
                        new FiscalYear(
                                fields.get("starts", Scalars::dayOfYear, MonthDay.of(1, 1)),
                                fields.get("zone", Scalars::zone, officeZone)));
    }

    private List<Version> versions(Value list, VersionReader reader) {
        var versions = new ArrayList<Version>();
        Optional<LocalDate> lastFrom = Optional.empty();
        Optional<LocalDate> lastUntil = Optional.empty();
        for (var value : list.list()) {
            var fields = value.fields(Shapes.VERSION);
            if (fields.isEmpty()) {
                continue;
            }
            var from = fields.get().get("from", Scalars::date);
            var until = fields.get().get("until", Scalars::date);
            if (from.isPresent()) {
                checkOrder(value, from.get(), until, lastFrom, lastUntil);
                lastFrom = from;
            }
            lastUntil = until;
            reading.holdsSince(from);
            versions.add(reader.read(fields.get(), from.orElse(LocalDate.EPOCH), until));
            reading.holdsSince(Optional.empty());
        }
        if (versions.isEmpty() && !list.isText() && !list.isMap()) {
            list.wrong("has no version of the rules");
        }
        return List.copyOf(versions);
    }

    private static void checkOrder(
            Value value,
            LocalDate from,
            Optional<LocalDate> until,
            Optional<LocalDate> lastFrom,
            Optional<LocalDate> lastUntil) {
        if (until.isPresent() && until.get().isBefore(from)) {
            value.wrong("the version ends (%s) before it begins (%s)".formatted(until.get(), from));
        }
        if (lastFrom.isPresent() && !lastFrom.get().isBefore(from)) {
            value.wrong(
                    "versions should follow each other by date: %s after %s"
                            .formatted(from, lastFrom.get()));
        } else if (lastUntil.isPresent() && !lastUntil.get().isBefore(from)) {
            value.wrong(
                    "the version from %s overlaps the one before, which ends on %s"
                            .formatted(from, lastUntil.get()));
        } else if (lastUntil.isPresent() && lastUntil.get().plusDays(1).isBefore(from)) {
            value.wrong(
                    "no rules hold from %s to %s: let this version begin on the day after the one"
                                    .formatted(lastUntil.get().plusDays(1), from.minusDays(1))
                            + " before, and say in the offers when they are on sale");
        }
    }
}
