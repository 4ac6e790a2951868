package org.passerelle.programme.gateway;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Profile;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.programme.OrganisationFacts;
import org.passerelle.programme.domain.DeclaredFacts;
import org.springframework.stereotype.Component;

/// Reads facts from what `organisation` holds. In a draft an empty list means that nothing was said
/// yet; once submitted it means that there is none.
@Component
class OrganisationRecords implements DeclaredFacts {
    private final Organisations organisations;
    private final Packs packs;
    private final Clock clock;

    OrganisationRecords(Organisations organisations, Packs packs, Clock clock) {
        this.organisations = organisations;
        this.packs = packs;
        this.clock = clock;
    }

    @Override
    public Declared of(OrganisationId id) {
        return of(organisations.get(id));
    }

    @Override
    public Map<OrganisationId, Declared> of(Collection<OrganisationId> ids) {
        return organisations.all(List.copyOf(ids)).stream()
                .collect(Collectors.toMap(Organisation::id, this::of));
    }

    @Override
    public Map<OrganisationId, Declared> of(Collection<OrganisationId> ids, Pack pack) {
        return organisations.all(List.copyOf(ids)).stream()
                .collect(
                        Collectors.toMap(
                                Organisation::id,
                                one -> new Declared(one.office(), facts(one, pack))));
    }

    @Override
    public Declared of(Organisation organisation) {
        var pack = packs.get(organisation.office());
        return new Declared(organisation.office(), facts(organisation, pack));
    }

    private OrganisationFacts facts(Organisation organisation, Pack pack) {
        var profile = organisation.profile();
        var complete = !organisation.isDraft();
        return new OrganisationFacts(
                Optional.of(organisation.standing().isQualified(clock.instant())),
                Optional.of(profile.country()).filter(country -> !country.isEmpty()),
                profile.form(),
                told(statuses(profile, pack), complete),
                profile.mainActivity(),
                told(activities(profile), complete),
                told(profile.purposes(), complete),
                told(profile.designations(), complete),
                profile.budget()
                        .map(budget ->
                                new OrganisationFacts.Budget(budget.amount(), budget.year())),
                profile.staff().map(Integer::longValue),
                profile.address().map(OrganisationRecords::address),
                told(profile.attested(), complete),
                Map.of(),
                complete ? Optional.of(purchases(profile)) : Optional.empty(),
                Optional.empty());
    }

    private static Optional<Set<String>> told(Set<String> words, boolean complete) {
        return Optional.of(words).filter(given -> complete || !given.isEmpty());
    }

    /// Those declared and those that the legal form brings.
    private static Set<String> statuses(Profile profile, Pack pack) {
        var statuses = new HashSet<>(profile.statuses());
        profile.form()
                .flatMap(form -> Optional.ofNullable(pack.office().forms().get(form)))
                .ifPresent(form -> statuses.addAll(form.statuses()));
        return statuses;
    }

    private static Set<String> activities(Profile profile) {
        var activities = new HashSet<>(profile.activities());
        profile.mainActivity().ifPresent(activities::add);
        return activities;
    }

    private static OrganisationFacts.Address address(Address address) {
        return new OrganisationFacts.Address(
                Optional.of(address.country()), Optional.of(address.isPostOfficeBox()));
    }

    private static List<OrganisationFacts.Purchase> purchases(Profile profile) {
        return profile.priorPurchases().stream()
                .map(purchase ->
                        new OrganisationFacts.Purchase(
                                PartnerId.of(purchase.partner()), purchase.on(), Optional.empty()))
                .toList();
    }
}
