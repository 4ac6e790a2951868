package org.passerelle.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.programme.EligibilityDecision.Basis;
import org.passerelle.programme.domain.EligibilityRules;

/// Decides eligibility: a pure function of the pack's rules, the organisation's facts and the day
/// (ELI-01, ELI-02). The product and `pack try` both ask here.
public final class Eligibility {
    private Eligibility() {}

    /// The decision on a programme for a day of the office. Where no version of its rules is in
    /// force that day, the organisation is not eligible and the one reason says so.
    public static EligibilityDecision decide(
            Pack pack,
            Programme programme,
            OrganisationFacts facts,
            History history,
            LocalDate day) {
        var version = versionFor(pack, programme, facts, day);
        var basis =
                new Basis(programme.id(), version.map(Programme.Version::from), pack.hash(), day);
        var reasons =
                version.map(rules ->
                                new EligibilityRules(pack, programme, facts, history, day)
                                        .find(rules.eligible()))
                        .orElseGet(() -> EligibilityRules.notInForce(programme, day));
        return EligibilityDecision.of(basis, reasons);
    }

    /// All programmes, in the pack's order.
    public static List<EligibilityDecision> decideAll(
            Pack pack, OrganisationFacts facts, History history, LocalDate day) {
        return pack.programmes().values().stream()
                .map(programme -> decide(pack, programme, facts, history, day))
                .toList();
    }

    /// What an offer demands beyond its programme; empty where it demands nothing.
    public static Optional<Finding> decideOffer(
            Pack pack, Offer offer, OrganisationFacts facts, History history, LocalDate day) {
        return offer.eligible()
                .flatMap(criteria ->
                        pack.programme(offer.programme())
                                .map(programme ->
                                        new EligibilityRules(pack, programme, facts, history, day)
                                                .find(criteria)));
    }

    /// The rules that hold for the organisation on a day. An organisation whose country is unknown
    /// is taken for one of the office's own country.
    public static Optional<Programme.Version> versionFor(
            Pack pack, Programme programme, OrganisationFacts facts, LocalDate day) {
        return versionFor(pack, programme, facts.country(), day);
    }

    /// The same, where only the country is at hand.
    public static Optional<Programme.Version> versionFor(
            Pack pack, Programme programme, Optional<String> country, LocalDate day) {
        return programme.versionOn(
                day, country.orElseGet(() -> pack.office().country()), pack.office().id());
    }
}
