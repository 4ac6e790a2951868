package org.passerelle.programme;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.Localised;
import org.passerelle.pack.model.Allotment;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.Programme;
import org.passerelle.pack.model.ProgrammeId;

/// A programme to try rules on, described step by step.
public final class ProgrammeBuilder {
    private final String id;
    private PartnerId partner;
    private List<Criterion> eligible = List.of(new Criterion.Qualified());
    private List<Allotment> allotments = List.of();
    private Programme.OrderRules order = Programme.OrderRules.NONE;
    private Optional<Programme.Approval> approval = Optional.empty();
    private Optional<Programme.Seats> seats = Optional.empty();
    private Programme.CountedAt countedAt = Programme.CountedAt.PLACED;
    private LocalDate from = LocalDate.of(2020, 1, 1);
    private Optional<LocalDate> until = Optional.empty();
    private final List<Programme.Version> earlier = new ArrayList<>();
    private List<Programme.PlaceOverride> overrides = List.of();
    private Optional<Programme.FiscalYear> fiscalYear =
            Optional.of(new Programme.FiscalYear(MonthDay.of(7, 1), PackFixture.LOS_ANGELES));

    ProgrammeBuilder(String id) {
        this.id = id;
        this.partner = PartnerId.of(id.split("-")[0]);
    }

    public ProgrammeBuilder partner(String word) {
        partner = PartnerId.of(word);
        return this;
    }

    public ProgrammeBuilder eligible(Criterion... criteria) {
        eligible = List.of(criteria);
        return this;
    }

    public ProgrammeBuilder allotments(Allotment... several) {
        allotments = List.of(several);
        return this;
    }

    public ProgrammeBuilder order(Programme.OrderRules rules) {
        order = rules;
        return this;
    }

    public ProgrammeBuilder asks(String... questions) {
        approval =
                Optional.of(
                        new Programme.Approval(
                                Optional.empty(),
                                List.of(questions).stream().map(PackFixture::question).toList()));
        return this;
    }

    public ProgrammeBuilder seats(boolean onePerPerson, boolean newUsersOnly) {
        seats = Optional.of(new Programme.Seats(onePerPerson, newUsersOnly));
        return this;
    }

    public ProgrammeBuilder countedWhenPaid() {
        countedAt = Programme.CountedAt.PAID;
        return this;
    }

    public ProgrammeBuilder fiscalYear(String starts, ZoneId zone) {
        fiscalYear = Optional.of(new Programme.FiscalYear(MonthDay.parse("--" + starts), zone));
        return this;
    }

    public ProgrammeBuilder noFiscalYear() {
        fiscalYear = Optional.empty();
        return this;
    }

    public ProgrammeBuilder from(String day) {
        from = LocalDate.parse(day);
        return this;
    }

    public ProgrammeBuilder until(String day) {
        until = Optional.of(LocalDate.parse(day));
        return this;
    }

    public ProgrammeBuilder overrides(Programme.PlaceOverride... several) {
        overrides = List.of(several);
        return this;
    }

    /// Ends the version described so far; what follows describes the next, from a later day.
    public ProgrammeBuilder then(String nextFrom) {
        earlier.add(version());
        return from(nextFrom);
    }

    private Programme.Version version() {
        return new Programme.Version(
                from,
                until,
                new Criterion.All(eligible),
                allotments,
                order,
                approval,
                seats,
                List.of(),
                countedAt,
                overrides);
    }

    public Programme build() {
        var versions = new ArrayList<>(earlier);
        versions.add(version());
        return new Programme(
                ProgrammeId.of(id),
                partner,
                Localised.same(id),
                Localised.same(id),
                fiscalYear,
                versions);
    }
}
