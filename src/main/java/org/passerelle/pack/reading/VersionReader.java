package org.passerelle.pack.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.model.Allotment;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.Programme.Approval;
import org.passerelle.pack.model.Programme.CountedAt;
import org.passerelle.pack.model.Programme.Duty;
import org.passerelle.pack.model.Programme.OrderRules;
import org.passerelle.pack.model.Programme.PlaceOverride;
import org.passerelle.pack.model.Programme.Question;
import org.passerelle.pack.model.Programme.Seats;
import org.passerelle.pack.model.Programme.ValueCap;
import org.passerelle.pack.model.Programme.Version;
import org.passerelle.pack.reading.Vocabulary.Kind;

/// Reads one version of a programme's rules, with what differs by place.
final class VersionReader {
    private static final Criterion.All NOBODY_KNOWS = new Criterion.All(List.of());

    private final Reading reading;
    private final CriterionReader criteria;
    private final AllotmentReader allotments;
    private final QuestionReader questions;
    private final Optional<Map<String, Question>> partnerQuestions;
    private final boolean hasFiscalYear;

    VersionReader(
            Reading reading,
            AllotmentReader allotments,
            Optional<Map<String, Question>> partnerQuestions,
            boolean hasFiscalYear) {
        this.reading = reading;
        this.criteria = new CriterionReader(reading);
        this.allotments = allotments;
        this.questions = new QuestionReader(reading);
        this.partnerQuestions = partnerQuestions;
        this.hasFiscalYear = hasFiscalYear;
    }

    Version read(Fields fields, LocalDate from, Optional<LocalDate> until) {
        return new Version(
                from,
                until,
                fields.get("eligible", criteria::all, NOBODY_KNOWS),
                allotments(fields).orElse(List.of()),
                fields.get("order", this::order, OrderRules.NONE),
                fields.get("approval", this::approval),
                fields.get("seats", this::seats),
                fields.list("duties", this::duty),
                fields.get("counted-at", Scalars.oneOf(CountedAt.class), CountedAt.PLACED),
                fields.list("overrides", this::override));
    }

    private Optional<List<Allotment>> allotments(Fields fields) {
        return fields.value("allotments").map(value -> allotments.list(value, hasFiscalYear));
    }

    private Optional<OrderRules> order(Value value) {
        return value.fields(Shapes.ORDER)
                .map(fields ->
                        new OrderRules(
                                fields.get("alone", Scalars::truth, false),
                                fields.get("licences", VersionReader::atLeast),
                                fields.get("value", this::valueCap)));
    }

    private static Optional<Long> atLeast(Value value) {
        return value.fields(Shapes.ORDER_LICENCES)
                .flatMap(fields -> fields.get("at-least", Scalars::countFromOne));
    }

    private Optional<ValueCap> valueCap(Value value) {
        return value.fields(Shapes.ORDER_VALUE)
                .map(fields ->
                        new ValueCap(
                                fields.get(
                                        "at-most",
                                        reading::comparedMoney,
                                        Money.zero(CurrencyUnit.EUR)),
                                fields.get("otherwise", reading.vocabulary().using(Kind.TEXT))));
    }

    private Optional<Approval> approval(Value value) {
        return value.fields(Shapes.APPROVAL)
                .map(fields -> {
                    fields.get("by", v -> Scalars.oneOf(v, List.of("partner")));
                    return new Approval(
                            fields.get("within", Amounts::length),
                            fields.value("questions")
                                    .map(v -> questions.list(v, partnerQuestions))
                                    .orElse(List.of()));
                });
    }

    private Optional<Seats> seats(Value value) {
        return value.fields(Shapes.SEATS)
                .map(fields -> {
                    var onePer = fields.get("one-per", v -> Scalars.oneOf(v, List.of("person")));
                    return new Seats(
                            onePer.isPresent(),
                            fields.get("new-users-only", Scalars::truth, false));
                });
    }

    private Optional<Duty> duty(Value value) {
        return value.fields(Shapes.DUTY)
                .map(fields -> {
                    var percent = fields.get("active-use", Scalars::percent);
                    var within = fields.get("within", Amounts::days, 1);
                    var remind = fields.get("remind", Amounts::days);
                    if (!fields.mentions("text") && !fields.mentions("active-use")) {
                        value.wrong("should say what is to be done: text or active-use");
                    }
                    if (remind.isPresent() && remind.get() >= within) {
                        value.wrong("the reminder comes when the time is over");
                    }
                    return new Duty(
                            fields.get(
                                    "text",
                                    reading::localised,
                                    DutyWords.activeUse(percent.orElse(0), within)),
                            percent,
                            within,
                            remind);
                });
    }

    private Optional<PlaceOverride> override(Value value) {
        return value.fields(Shapes.OVERRIDE)
                .map(fields -> {
                    if (!fields.mentions("countries") && !fields.mentions("offices")) {
                        value.wrong("should say where: countries or offices");
                    }
                    if (!fields.mentions("eligible")
                            && !fields.mentions("allotments")
                            && !fields.mentions("order")
                            && !fields.mentions("approval")) {
                        value.wrong(
                                "should say what differs: eligible, allotments, order or"
                                        + " approval");
                    }
                    return new PlaceOverride(
                            fields.oneOrMore("countries", Scalars::country),
                            fields.oneOrMore("offices", Scalars::word).stream()
                                    .map(OfficeId::of)
                                    .toList(),
                            fields.get("eligible", criteria::all),
                            allotments(fields),
                            fields.get("order", this::order),
                            fields.get("approval", this::approval));
                });
    }
}
