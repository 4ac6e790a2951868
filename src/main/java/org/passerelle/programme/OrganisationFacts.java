package org.passerelle.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.ProgrammeId;

/// All that criteria look at. Every part may be empty, which means that nobody told: a list that is
/// there is complete, even when it has no entry (ELI-01).
///
/// @param form id of a legal form of the office
/// @param statuses all it has, those its legal form brings included
/// @param activity the main one, by code or word
/// @param activities all declared
/// @param attested ids of the attestations it made
/// @param judgements what staff answered, by the question's id; a question without answer is open
/// @param purchases from partners, outside this office
/// @param waivers that partners gave in writing
public record OrganisationFacts(
        Optional<Boolean> qualified,
        Optional<String> country,
        Optional<String> form,
        Optional<Set<String>> statuses,
        Optional<String> activity,
        Optional<Set<String>> activities,
        Optional<Set<String>> purposes,
        Optional<Set<String>> designations,
        Optional<Budget> budget,
        Optional<Long> staff,
        Optional<Address> address,
        Optional<Set<String>> attested,
        Map<String, Boolean> judgements,
        Optional<List<Purchase>> purchases,
        Optional<List<Waiver>> waivers) {

    /// Annual operating budget of a year.
    public record Budget(Money amount, int year) {}

    /// The registered address, as far as rules look at it: ISO 3166 alpha-2, and whether it is a
    /// post-office box.
    public record Address(Optional<String> country, Optional<Boolean> poBox) {}

    /// Bought from the partner on that day; `current` says whether that makes it a customer now,
    /// where somebody noted it.
    public record Purchase(PartnerId partner, LocalDate on, Optional<Boolean> current) {

        /// A purchase that nobody marked as over makes a customer.
        public boolean makesCustomer() {
            return current.orElse(true);
        }
    }

    /// The partner's written approval for a programme, both days included (ELI-05).
    public record Waiver(ProgrammeId programme, LocalDate from, LocalDate to) {

        public boolean isValidOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /// The same with what this office wrote down itself, which is complete.
    public OrganisationFacts with(Map<String, Boolean> answers, List<Waiver> given) {
        return new OrganisationFacts(
                qualified,
                country,
                form,
                statuses,
                activity,
                activities,
                purposes,
                designations,
                budget,
                staff,
                address,
                attested,
                answers,
                purchases,
                Optional.of(given));
    }

    /// Nothing is known.
    public static final OrganisationFacts UNTOLD =
            new OrganisationFacts(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty());
}
