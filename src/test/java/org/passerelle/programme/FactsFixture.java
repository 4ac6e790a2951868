package org.passerelle.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.ProgrammeId;

/// An association in Luxembourg whose facts are all known, to change one at a time.
public final class FactsFixture {
    public Optional<Boolean> qualified = Optional.of(true);
    public Optional<String> country = Optional.of("LU");
    public Optional<String> form = Optional.of("asbl");
    public Optional<Set<String>> statuses = Optional.of(Set.of("nonprofit"));
    public Optional<String> activity = Optional.of("1100");
    public Optional<Set<String>> activities = Optional.of(Set.of("1100"));
    public Optional<Set<String>> purposes = Optional.of(Set.of());
    public Optional<Set<String>> designations = Optional.of(Set.of());
    public Optional<OrganisationFacts.Budget> budget =
            Optional.of(new OrganisationFacts.Budget(Money.parse("EUR 350000.00"), 2021));
    public Optional<Long> staff = Optional.of(12L);
    public Optional<OrganisationFacts.Address> address =
            Optional.of(new OrganisationFacts.Address(Optional.of("LU"), Optional.of(false)));
    public Optional<Set<String>> attested = Optional.of(Set.of());
    public Map<String, Boolean> judgements = Map.of();
    public Optional<List<OrganisationFacts.Purchase>> purchases = Optional.of(List.of());
    public Optional<List<OrganisationFacts.Waiver>> waivers = Optional.of(List.of());

    public FactsFixture budget(String amount) {
        budget = Optional.of(new OrganisationFacts.Budget(Money.parse(amount), 2021));
        return this;
    }

    public FactsFixture bought(String partner, String day) {
        purchases =
                Optional.of(
                        List.of(
                                new OrganisationFacts.Purchase(
                                        PartnerId.of(partner),
                                        LocalDate.parse(day),
                                        Optional.empty())));
        return this;
    }

    public FactsFixture waiver(String programme, String from, String to) {
        waivers =
                Optional.of(
                        List.of(
                                new OrganisationFacts.Waiver(
                                        ProgrammeId.of(programme),
                                        LocalDate.parse(from),
                                        LocalDate.parse(to))));
        return this;
    }

    public OrganisationFacts facts() {
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
                judgements,
                purchases,
                waivers);
    }
}
