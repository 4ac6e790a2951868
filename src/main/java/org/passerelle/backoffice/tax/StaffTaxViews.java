package org.passerelle.backoffice.tax;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.TaxWords;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.VatRate;
import org.passerelle.tax.Exemption;
import org.passerelle.tax.Exemptions;
import org.passerelle.tax.GivenNumber;
import org.passerelle.tax.Places;
import org.passerelle.tax.TaxGroundWords;
import org.passerelle.tax.TaxStates;
import org.passerelle.tax.Taxes;
import org.passerelle.tax.VatCheck;
import org.passerelle.tax.VatNumbers;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Option;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// Writes the queue and one organisation's taxes in the words of staff.
@Component
class StaffTaxViews {
    private static final String USUAL = "standard";

    private final Taxes taxes;
    private final VatNumbers numbers;
    private final Exemptions exemptions;
    private final Organisations organisations;
    private final Packs packs;

    StaffTaxViews(
            Taxes taxes,
            VatNumbers numbers,
            Exemptions exemptions,
            Organisations organisations,
            Packs packs) {
        this.taxes = taxes;
        this.numbers = numbers;
        this.exemptions = exemptions;
        this.organisations = organisations;
        this.packs = packs;
    }

    StaffTaxPage.Queue queue(OfficeId id, Frame frame) {
        var words = frame.words();
        var office = packs.get(id).office();
        return new StaffTaxPage.Queue(
                numbers.toCheck(id).stream()
                        .map(one -> numbers.of(one).map(given -> line(given, office, words)))
                        .flatMap(Optional::stream)
                        .toList(),
                exemptions.asked(id).stream().map(one -> line(one, office, words)).toList(),
                exemptions.holding(id).stream().map(one -> line(one, office, words)).toList());
    }

    private StaffTaxPage.Line line(GivenNumber given, Office office, Words words) {
        var state = TaxStates.of(Optional.of(given), taxes.today(office), words);
        return new StaffTaxPage.Line(
                path(given.organisation()),
                name(given.organisation()),
                given.number(),
                state.detail().isEmpty() ? state.name() : state.detail());
    }

    private StaffTaxPage.Line line(Exemption one, Office office, Words words) {
        return new StaffTaxPage.Line(
                path(one.organisation()),
                name(one.organisation()),
                Places.name(office, one.place(), words.language()) + " · " + one.certificate(),
                TaxGroundWords.days(one.from(), one.until(), words));
    }

    private static String path(OrganisationId organisation) {
        return "/staff/tax/" + organisation;
    }

    private String name(OrganisationId organisation) {
        return organisations.find(organisation).map(Organisation::name).orElse("" + organisation);
    }

    /// @param refused the id of the exemption whose form had faults
    StaffTaxPage page(
            Organisation organisation, String refused, Form form, FormErrors errors, Frame frame) {
        var words = frame.words();
        var office = packs.get(organisation.office()).office();
        var said = new TaxGroundWords(office, words);
        var decision = taxes.today(organisation.id(), USUAL);
        return new StaffTaxPage(
                organisation.id().toString(),
                organisation.name(),
                decision.taxes().stream().map(tax -> TaxWords.of(tax, words)).toList(),
                decision.grounds().stream().map(said::of).toList(),
                numbers.of(organisation.id()).map(given -> number(given, office, words)),
                exemptions.of(organisation.id()).stream()
                        .map(one -> row(one, office, words))
                        .toList(),
                Stream.concat(
                                office.regions().stream().map(Office.Region::code),
                                office.countries().stream())
                        .map(code -> Option.of(code, Places.name(office, code, words.language())))
                        .toList(),
                codes(office, words),
                taxes.today(office).toString(),
                refused,
                form,
                errors);
    }

    /// Taxes by name; where the office has but one there is nothing to choose.
    private static List<Option> codes(Office office, Words words) {
        var all =
                office.vat().stream()
                        .map(rate -> Option.of(rate.tax(), name(rate, words)))
                        .distinct()
                        .toList();
        return all.size() < 2 ? List.of() : all;
    }

    private static String name(VatRate rate, Words words) {
        return rate.name().map(name -> name.in(words.language())).orElse(rate.tax());
    }

    private StaffTaxPage.Number number(GivenNumber given, Office office, Words words) {
        var state = TaxStates.of(Optional.of(given), taxes.today(office), words);
        return new StaffTaxPage.Number(
                given.number(),
                words.get(
                        "tax.staff.given-by",
                        given.givenBy().name(),
                        words.date(given.givenAt().atZone(office.zone()).toLocalDate())),
                state.tone(),
                state.name(),
                given.checks().stream().map(one -> check(one, office.zone(), words)).toList());
    }

    private static StaffTaxPage.Check check(VatCheck check, ZoneId zone, Words words) {
        var detail =
                Stream.of(
                                check.nameFound().stream(),
                                check.reference().stream(),
                                Stream.of(
                                        words.get(
                                                "tax.staff.recorded-by",
                                                check.by().name(),
                                                words.dateTime(check.at(), zone))))
                        .flatMap(one -> one)
                        .toList();
        return new StaffTaxPage.Check(
                check.valid()
                        ? words.get("tax.number.state.valid.detail", check.on(), check.validUntil())
                        : words.get("tax.number.state.invalid.detail", check.on()),
                String.join(" · ", detail),
                check.evidence().map(StaffTaxPages::document).orElse(""));
    }

    private static StaffTaxPage.Row row(Exemption one, Office office, Words words) {
        var state = TaxStates.of(one, words);
        return new StaffTaxPage.Row(
                one.id().toString(),
                Places.name(office, one.place(), words.language()),
                one.place(),
                TaxGroundWords.days(one.from(), one.until(), words),
                one.from().toString(),
                one.until().map(Object::toString).orElse(""),
                one.certificate(),
                one.file().map(StaffTaxPages::document).orElse(""),
                words.get(
                        "tax.staff.asked-by",
                        one.askedBy().name(),
                        words.date(one.askedAt().atZone(office.zone()).toLocalDate())),
                state.tone(),
                state.name(),
                state.detail(),
                one.state() instanceof Exemption.Asked,
                one.state() instanceof Exemption.Accepted);
    }
}
