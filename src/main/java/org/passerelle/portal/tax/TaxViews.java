package org.passerelle.portal.tax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.document.Document;
import org.passerelle.ordering.TaxWords;
import org.passerelle.organisation.Organisation;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.tax.Exemption;
import org.passerelle.tax.Exemptions;
import org.passerelle.tax.GivenNumber;
import org.passerelle.tax.Places;
import org.passerelle.tax.TaxGroundWords;
import org.passerelle.tax.TaxStates;
import org.passerelle.tax.Taxes;
import org.passerelle.tax.VatNumbers;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Option;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// Writes what an organisation's taxes stand on, in the reader's words.
@Component
class TaxViews {
    private static final String USUAL = "standard";

    private final Taxes taxes;
    private final VatNumbers numbers;
    private final Exemptions exemptions;
    private final Packs packs;

    TaxViews(Taxes taxes, VatNumbers numbers, Exemptions exemptions, Packs packs) {
        this.taxes = taxes;
        this.numbers = numbers;
        this.exemptions = exemptions;
        this.packs = packs;
    }

    TaxPage page(
            Organisation organisation,
            boolean isHolder,
            List<Document> kept,
            Form form,
            FormErrors errors,
            Frame frame) {
        var words = frame.words();
        var office = packs.get(organisation.office()).office();
        var said = new TaxGroundWords(office, words);
        var decision = taxes.today(organisation.id(), USUAL);
        return new TaxPage(
                decision.taxes().stream().map(tax -> TaxWords.of(tax, words)).toList(),
                decision.grounds().stream().map(said::of).toList(),
                numbers.matter(organisation.office())
                        ? Optional.of(number(organisation, office, words))
                        : Optional.empty(),
                exemptions.of(organisation.id()).stream()
                        .map(one -> row(one, office, words, isHolder))
                        .toList(),
                places(office, words),
                isHolder,
                kept.stream()
                        .map(one -> new TaxPage.Kept(one.id().toString(), one.fileName()))
                        .toList(),
                form,
                errors);
    }

    /// A number of the register that looks like a VAT number is offered, never taken.
    private TaxPage.Number number(Organisation organisation, Office office, Words words) {
        var given = numbers.of(organisation.id());
        var state = TaxStates.of(given, taxes.today(office), words);
        var suggested =
                office.vatArea().stream()
                        .flatMap(area ->
                                organisation.profile().identifiers().values().stream()
                                        .filter(one -> area.memberOf(one).isPresent()))
                        .findFirst()
                        .orElse("");
        return new TaxPage.Number(
                given.map(GivenNumber::number).orElse(""),
                state.tone(),
                state.name(),
                state.detail(),
                suggested);
    }

    /// Regions first where the office has them: taxes are theirs.
    private static List<Option> places(Office office, Words words) {
        return Stream.concat(
                        office.regions().stream().map(Office.Region::code),
                        office.countries().stream())
                .map(code -> Option.of(code, Places.name(office, code, words.language())))
                .toList();
    }

    private static TaxPage.Row row(Exemption one, Office office, Words words, boolean isHolder) {
        var state = TaxStates.of(one, words);
        return new TaxPage.Row(
                one.id().toString(),
                Places.name(office, one.place(), words.language()),
                TaxGroundWords.days(one.from(), one.until(), words),
                one.certificate(),
                one.file().map(file -> "/organisation/documents/" + file).orElse(""),
                state.tone(),
                state.name(),
                state.detail(),
                isHolder && one.state() instanceof Exemption.Asked);
    }
}
