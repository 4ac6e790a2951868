package org.passerelle.organisation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.Money;
import org.passerelle.kernel.Language;

/// What an organisation says about itself, understood and in one form (ORG-01, ORG-02).
///
/// A draft's profile lacks what was not given or not understood: empty text or empty optional.
/// `identifiers` are normalised legal numbers by scheme, such as `LU-RCS`. Activities are codes of
/// the pack; `activities` are those beside the main one. `statuses` are those declared, those of
/// the legal form not repeated. `attested` are attestations of the office that were declared.
/// `branchOf` is there for a branch without a legal number of its own.
public record Profile(
        String legalName,
        List<String> otherNames,
        String country,
        Optional<String> form,
        Map<String, String> identifiers,
        Optional<Address> address,
        Optional<String> officialEmail,
        Optional<String> phone,
        Optional<String> website,
        Optional<String> mission,
        Optional<String> mainActivity,
        List<String> activities,
        Set<String> purposes,
        Set<String> designations,
        Set<String> statuses,
        Set<String> attested,
        Optional<Budget> budget,
        Optional<Integer> staff,
        Language language,
        List<PriorPurchase> priorPurchases,
        Optional<Parent> branchOf) {

    public Profile {
        otherNames = List.copyOf(otherNames);
        identifiers = Collections.unmodifiableSortedMap(new TreeMap<>(identifiers));
        activities = List.copyOf(activities);
        purposes = Set.copyOf(purposes);
        designations = Set.copyOf(designations);
        statuses = Set.copyOf(statuses);
        attested = Set.copyOf(attested);
        priorPurchases = List.copyOf(priorPurchases);
    }

    /// The legal numbers, their schemes in this order.
    public List<String> numbers(Comparator<String> schemes) {
        return identifiers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(schemes))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// The same with other statuses.
    public Profile with(Set<String> found) {
        return new Profile(
                legalName,
                otherNames,
                country,
                form,
                identifiers,
                address,
                officialEmail,
                phone,
                website,
                mission,
                mainActivity,
                activities,
                purposes,
                designations,
                found,
                attested,
                budget,
                staff,
                language,
                priorPurchases,
                branchOf);
    }

    /// Nothing known yet but where and in which language.
    public static Profile empty(String country, Language language) {
        return new Profile(
                "",
                List.of(),
                country,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                language,
                List.of(),
                Optional.empty());
    }

    /// The organisation that a branch says it belongs to, and that one's normalised legal number
    /// where it was given (ORG-06).
    public record Parent(String name, Optional<LegalNumber> number) {}

    public record LegalNumber(String scheme, String number) {}

    /// Annual operating budget of a year.
    public record Budget(Money amount, int year) {}

    /// A purchase from a partner outside this office, as declared.
    public record PriorPurchase(String partner, LocalDate on) {}
}
