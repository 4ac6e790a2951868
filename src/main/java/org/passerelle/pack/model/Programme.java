package org.passerelle.pack.model;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.kernel.Localised;
import org.passerelle.kernel.OfficeId;

/// What a partner gives under one set of rules. Versions are in order of their start; later ones
/// never change past decisions (ELI-03).
public record Programme(
        ProgrammeId id,
        PartnerId partner,
        Localised title,
        Localised summary,
        Optional<FiscalYear> fiscalYear,
        List<Version> versions) {

    /// A fiscal year begins on this day at midnight in this zone.
    public record FiscalYear(MonthDay starts, ZoneId zone) {}

    /// The version in force on a day, before overrides; empty before the first and after the last.
    public Optional<Version> versionOn(LocalDate day) {
        Optional<Version> latest = Optional.empty();
        for (var version : versions) {
            if (!version.from().isAfter(day)) {
                latest = Optional.of(version);
            }
        }
        return latest.filter(v -> v.until().map(last -> !day.isAfter(last)).orElse(true));
    }

    /// The version in force on a day, with the numbers that hold for a country and an office.
    public Optional<Version> versionOn(LocalDate day, String country, OfficeId office) {
        return versionOn(day).map(version -> version.forPlace(country, office));
    }

    /// Rules from a day on (and until another, inclusive, where they end).
    public record Version(
            LocalDate from,
            Optional<LocalDate> until,
            Criterion.All eligible,
            List<Allotment> allotments,
            OrderRules order,
            Optional<Approval> approval,
            Optional<Seats> seats,
            List<Duty> duties,
            CountedAt countedAt,
            List<PlaceOverride> overrides) {

        /// This version with the parts replaced that the first fitting override names.
        public Version forPlace(String country, OfficeId office) {
            for (var override : overrides) {
                if (override.fits(country, office)) {
                    return new Version(
                            from,
                            until,
                            override.eligible().orElse(eligible),
                            override.allotments().orElse(allotments),
                            override.order().orElse(order),
                            override.approval().or(() -> approval),
                            seats,
                            duties,
                            countedAt,
                            List.of());
                }
            }
            return this;
        }
    }

    /// Which moment of an order decides the window it is counted in.
    public enum CountedAt {
        PLACED,
        PAID
    }

    /// Parts of a version that differ in these countries or for these offices; an empty list means
    /// any.
    public record PlaceOverride(
            List<String> countries,
            List<OfficeId> offices,
            Optional<Criterion.All> eligible,
            Optional<List<Allotment>> allotments,
            Optional<OrderRules> order,
            Optional<Approval> approval) {

        boolean fits(String country, OfficeId office) {
            return (countries.isEmpty() || countries.contains(country))
                    && (offices.isEmpty() || offices.contains(office));
        }
    }

    /// What an order of this programme must be like; quantities are licences of the programme in
    /// one order.
    public record OrderRules(
            boolean alone, Optional<Long> atLeastLicences, Optional<ValueCap> valueCap) {
        public static final OrderRules NONE =
                new OrderRules(false, Optional.empty(), Optional.empty());
    }

    /// Market value of the programme's lines in one order, at most; `otherwise` names the text that
    /// says what else.
    public record ValueCap(Money atMost, Optional<String> otherwise) {}

    /// The partner approves each order, after these questions (ORD-07).
    public record Approval(Optional<Duration> within, List<Question> questions) {}

    public record Question(String id, Localised text, Optional<Localised> hint, boolean required) {}

    /// Each licence is for one named person, who may have one (ORD-03, Creative Cloud).
    public record Seats(boolean onePerPerson, boolean newUsersOnly) {}

    /// What the organisation must do afterwards, such as use 85 per cent within 90 days.
    public record Duty(
            Localised text,
            Optional<Integer> activeUsePercent,
            int withinDays,
            Optional<Integer> remindDays) {}
}
