package org.passerelle.invoicing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.invoicing.Invoice.Coded;
import org.passerelle.invoicing.Invoice.Party;
import org.passerelle.invoicing.Invoice.Place;
import org.passerelle.kernel.Language;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Organisation;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Seller;
import org.passerelle.tax.Buyer;
import org.passerelle.tax.VatCheck;
import org.passerelle.words.WordBook;
import org.springframework.stereotype.Component;

/// Who sells and who buys, as documents say it (INV-03).
@Component
class Parties {
    /// Legal numbers by which Peppol knows organisations, the one that serves best first: the code
    /// of their scheme in ISO 6523 or among the VAT numbers of the list EAS.
    private static final List<Map.Entry<String, String>> CODED =
            List.of(
                    Map.entry("BE-BCE_KBO", "0208"),
                    Map.entry("LU-TVA", "9938"),
                    Map.entry("LU-MATRICULE", "0240"),
                    Map.entry("FR-SIREN", "0002"));

    /// The schemes of countries in which a VAT number as it stands is an address of Peppol.
    private static final Map<String, String> BY_VAT =
            Map.of("DE", "9930", "FR", "9957", "LU", "9938", "NL", "9944");

    private static final String VAT_OF_LUXEMBOURG = "LU-TVA";

    private final Packs packs;
    private final WordBook book;

    Parties(Packs packs, WordBook book) {
        this.packs = packs;
        this.book = book;
    }

    Map<Language, Party> seller(Office office) {
        return Arrays.stream(Language.values())
                .collect(Collectors.toMap(language -> language, one -> seller(office, one)));
    }

    private static Party seller(Office office, Language language) {
        return office.seller()
                .map(seller -> seller(office, seller, language))
                .orElseGet(() -> nameless(office, language));
    }

    private static Party seller(Office office, Seller seller, Language language) {
        var at = seller.address();
        var numbers =
                Stream.concat(
                                seller.registration().stream()
                                        .map(text -> new Invoice.Number("", text)),
                                seller.taxNumbers().stream()
                                        .map(it ->
                                                new Invoice.Number(
                                                        it.name().in(language), it.number())))
                        .toList();
        return new Party(
                seller.name(),
                new Place(at.street(), at.postalCode(), at.town(), at.region(), at.country()),
                numbers,
                seller.vatNumber(),
                Optional.empty(),
                seller.electronicAddress()
                        .filter(address -> address.scheme().startsWith("0"))
                        .map(address -> new Coded(address.scheme(), address.id())),
                seller.electronicAddress()
                        .map(address -> new Coded(address.scheme(), address.id())),
                Optional.of(office.contact().email()),
                office.contact().phone());
    }

    /// Of an office whose pack does not say who sells: people see its name and address.
    private static Party nameless(Office office, Language language) {
        return new Party(
                office.name().in(language),
                new Place(
                        office.contact().postalAddress(),
                        "",
                        "",
                        Optional.empty(),
                        office.country()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(office.contact().email()),
                office.contact().phone());
    }

    /// @param tax what taxes knew of it on the day: a number that the register does not know is not
    ///   named
    Party buyer(Organisation organisation, Buyer tax) {
        var profile = organisation.profile();
        var words = book.in(profile.language());
        var schemes = packs.get(organisation.office()).office().ownIdentifiersFirst();
        var numbers =
                profile.identifiers().entrySet().stream()
                        .filter(one -> !one.getKey().equals(VAT_OF_LUXEMBOURG))
                        .sorted(Map.Entry.comparingByKey(schemes))
                        .map(one ->
                                new Invoice.Number(
                                        words.get("organisation.scheme." + one.getKey()),
                                        one.getValue()))
                        .toList();
        var vat =
                tax.vatNumber()
                        .filter(_ -> tax.check().map(VatCheck::valid).orElse(true))
                        .or(() ->
                                Optional.ofNullable(profile.identifiers().get(VAT_OF_LUXEMBOURG)));
        var known =
                CODED.stream()
                        .filter(scheme -> profile.identifiers().containsKey(scheme.getKey()))
                        .map(scheme ->
                                new Coded(
                                        scheme.getValue(),
                                        profile.identifiers().getOrDefault(scheme.getKey(), "")));
        var coded = Stream.concat(known, vat.stream().flatMap(Parties::byVat)).toList();
        return new Party(
                organisation.name(),
                profile.address()
                        .map(Parties::place)
                        .orElse(new Place("", "", "", Optional.empty(), profile.country())),
                numbers,
                vat,
                tax.check().filter(VatCheck::valid).map(VatCheck::on),
                coded.stream().filter(one -> one.scheme().startsWith("0")).findFirst(),
                coded.stream().findFirst(),
                profile.officialEmail(),
                profile.phone());
    }

    /// Where a VAT number is an address itself; in Belgium it is the enterprise number with letters
    /// before it.
    private static Stream<Coded> byVat(String number) {
        var country = number.substring(0, 2);
        return country.equals("BE")
                ? Stream.of(new Coded("0208", number.substring(2)))
                : Optional.ofNullable(BY_VAT.get(country)).stream()
                        .map(scheme -> new Coded(scheme, number));
    }

    private static Place place(Address address) {
        return new Place(
                address.street(),
                address.postalCode(),
                address.town(),
                address.region(),
                address.country());
    }
}
