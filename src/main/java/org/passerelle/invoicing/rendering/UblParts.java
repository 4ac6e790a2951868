package org.passerelle.invoicing.rendering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BranchType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ContactType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DeliveryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.FinancialAccountType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemIdentificationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.OrderReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyNameType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyTaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMeansType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PeriodType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.PaymentIDType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.TaxExemptionReasonType;
import org.joda.money.Money;
import org.passerelle.invoicing.Invoice;
import org.passerelle.invoicing.Invoice.Coded;
import org.passerelle.invoicing.Invoice.Line;
import org.passerelle.invoicing.Invoice.Party;
import org.passerelle.invoicing.Invoice.Place;
import org.passerelle.invoicing.Invoice.Tax;
import org.passerelle.tax.TaxCategory;

/// What an invoice and a credit note have in common in UBL.
final class UblParts {
    private static final String CREDIT_TRANSFER = "30";
    private static final String REVERSED = "VATEX-EU-AE";
    private static final String OUTSIDE = "VATEX-EU-O";

    private final Invoice invoice;
    private final boolean outsideTax;

    UblParts(Invoice invoice) {
        this.invoice = invoice;
        this.outsideTax =
                invoice.taxes().stream().anyMatch(tax -> tax.category() == TaxCategory.OUTSIDE);
    }

    String currency() {
        return invoice.paid().getCurrencyUnit().getCode();
    }

    BigDecimal amount(Money money) {
        return money.getAmount();
    }

    /// The orders' numbers: a document of Peppol names the order or what the buyer refers to, and
    /// it has room for one order only.
    String buyerReference() {
        return String.join(", ", InvoiceUbl.orders(invoice));
    }

    Optional<OrderReferenceType> order() {
        var orders = InvoiceUbl.orders(invoice);
        if (orders.size() > 1) {
            return Optional.empty();
        }
        var reference = new OrderReferenceType();
        reference.setID(orders.getFirst());
        return Optional.of(reference);
    }

    Optional<PeriodType> period() {
        return invoice.period().map(period -> period(period.from(), period.until()));
    }

    /// The day a line was delivered, where the document's period includes it.
    Optional<PeriodType> period(Line line) {
        return line.deliveredOn()
                .filter(day -> invoice.period().filter(whole -> whole.includes(day)).isPresent())
                .map(day -> period(day, day));
    }

    private static PeriodType period(LocalDate from, LocalDate until) {
        var period = new PeriodType();
        period.setStartDate(from);
        period.setEndDate(until);
        return period;
    }

    Optional<DeliveryType> delivery() {
        return invoice.lines().stream()
                .flatMap(line -> line.deliveredOn().stream())
                .max(Comparator.naturalOrder())
                .map(last -> {
                    var delivery = new DeliveryType();
                    delivery.setActualDeliveryDate(last);
                    return delivery;
                });
    }

    SupplierPartyType seller() {
        var seller = new SupplierPartyType();
        seller.setParty(party(invoice.seller()));
        return seller;
    }

    CustomerPartyType buyer() {
        var buyer = new CustomerPartyType();
        buyer.setParty(party(invoice.buyer()));
        return buyer;
    }

    /// When the number by which the buyer owes the tax was found valid: UBL has no place of its own
    /// for it.
    Optional<String> vatChecked() {
        return invoice.taxes().stream()
                .filter(tax -> tax.category() == TaxCategory.REVERSE_CHARGE)
                .findFirst()
                .flatMap(_ -> invoice.buyer().vatChecked())
                .flatMap(on ->
                        invoice.buyer().vatNumber().map(number -> number + " (VIES " + on + ")"));
    }

    private PartyType party(Party party) {
        var ubl = new PartyType();
        party.electronic().ifPresent(at -> ubl.setEndpointID(at.value()).setSchemeID(at.scheme()));
        var name = new PartyNameType();
        name.setName(party.name());
        ubl.getPartyName().add(name);
        ubl.setPostalAddress(address(party.place()));
        if (!outsideTax) {
            party.vatNumber().map(UblParts::vat).ifPresent(ubl.getPartyTaxScheme()::add);
        }
        ubl.getPartyLegalEntity().add(legalEntity(party));
        if (party.email().isPresent() || party.phone().isPresent()) {
            var contact = new ContactType();
            party.phone().ifPresent(contact::setTelephone);
            party.email().ifPresent(contact::setElectronicMail);
            ubl.setContact(contact);
        }
        return ubl;
    }

    private static PartyTaxSchemeType vat(String number) {
        var vat = new PartyTaxSchemeType();
        vat.setCompanyID(number);
        vat.setTaxScheme(vat());
        return vat;
    }

    private static PartyLegalEntityType legalEntity(Party party) {
        var legal = new PartyLegalEntityType();
        legal.setRegistrationName(party.name());
        party.registration().ifPresent(number -> companyId(legal, number));
        return legal;
    }

    /// The schemes of electronic addresses from 9000 on are Peppol's own; a legal number names one
    /// of ISO 6523, or none.
    private static void companyId(PartyLegalEntityType legal, Coded number) {
        var id = legal.setCompanyID(number.value());
        if (number.scheme().startsWith("0")) {
            id.setSchemeID(number.scheme());
        }
    }

    private static AddressType address(Place place) {
        var address = new AddressType();
        if (!place.street().isBlank()) {
            address.setStreetName(place.street());
        }
        address.setCityName(place.town());
        address.setPostalZone(place.postalCode());
        place.region().ifPresent(address::setCountrySubentity);
        var country = new CountryType();
        country.setIdentificationCode(place.country());
        address.setCountry(country);
        return address;
    }

    Optional<PaymentMeansType> paymentMeans() {
        return invoice.account()
                .filter(_ -> invoice.payable().isPositive())
                .map(account -> {
                    var means = new PaymentMeansType();
                    means.setPaymentMeansCode(CREDIT_TRANSFER);
                    means.getPaymentID().add(new PaymentIDType(account.communication()));
                    var to = new FinancialAccountType();
                    to.setID(account.iban().replace(" ", ""));
                    to.setName(account.beneficiary());
                    account.bic().ifPresent(bic -> to.setFinancialInstitutionBranch(branch(bic)));
                    means.setPayeeFinancialAccount(to);
                    return means;
                });
    }

    private static BranchType branch(String bic) {
        var branch = new BranchType();
        branch.setID(bic);
        return branch;
    }

    TaxTotalType taxTotal() {
        var total = new TaxTotalType();
        total.setTaxAmount(amount(invoice.tax())).setCurrencyID(currency());
        var byRate = new LinkedHashMap<String, List<Tax>>();
        for (var tax : invoice.taxes()) {
            byRate.computeIfAbsent(tax.category() + " " + tax.percent(), _ -> new ArrayList<>())
                    .add(tax);
        }
        byRate.values().forEach(taxes -> total.getTaxSubtotal().add(subtotal(taxes)));
        return total;
    }

    /// Of taxes of one category and rate, which machines do not tell apart.
    private TaxSubtotalType subtotal(List<Tax> taxes) {
        var subtotal = new TaxSubtotalType();
        var tax = taxes.getFirst();
        var base = Money.total(taxes.stream().map(Tax::base).toList());
        var due = Money.total(taxes.stream().map(Tax::amount).toList());
        subtotal.setTaxableAmount(amount(base)).setCurrencyID(currency());
        subtotal.setTaxAmount(amount(due)).setCurrencyID(currency());
        var category = category(tax);
        switch (tax.category()) {
            case STANDARD, ZERO -> {}
            case EXEMPT -> category.getTaxExemptionReason().add(reason(taxes));
            case REVERSE_CHARGE -> {
                category.setTaxExemptionReasonCode(REVERSED);
                category.getTaxExemptionReason().add(reason(taxes));
            }
            case OUTSIDE -> {
                category.setTaxExemptionReasonCode(OUTSIDE);
                category.getTaxExemptionReason().add(reason(taxes));
            }
        }
        subtotal.setTaxCategory(category);
        return subtotal;
    }

    private static TaxExemptionReasonType reason(List<Tax> taxes) {
        return new TaxExemptionReasonType(
                taxes.stream()
                        .map(tax -> tax.reason().orElse(tax.code()))
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    private static TaxCategoryType category(Tax tax) {
        var category = new TaxCategoryType();
        category.setID(tax.category().code());
        if (tax.category() != TaxCategory.OUTSIDE) {
            category.setPercent(new BigDecimal(tax.percent().toPlainString()));
        }
        category.setTaxScheme(vat());
        return category;
    }

    private static TaxSchemeType vat() {
        var scheme = new TaxSchemeType();
        scheme.setID("VAT");
        return scheme;
    }

    MonetaryTotalType total() {
        var total = new MonetaryTotalType();
        total.setLineExtensionAmount(amount(invoice.net())).setCurrencyID(currency());
        total.setTaxExclusiveAmount(amount(invoice.net())).setCurrencyID(currency());
        total.setTaxInclusiveAmount(amount(invoice.gross())).setCurrencyID(currency());
        if (invoice.paid().isPositive()) {
            total.setPrepaidAmount(amount(invoice.paid())).setCurrencyID(currency());
        }
        total.setPayableAmount(amount(invoice.gross().minus(invoice.paid())))
                .setCurrencyID(currency());
        return total;
    }

    ItemType item(Line line) {
        var item = new ItemType();
        item.setName(line.title());
        var sku = new ItemIdentificationType();
        sku.setID(line.sku());
        item.setSellersItemIdentification(sku);
        item.getClassifiedTaxCategory().add(category(line.taxes().getFirst()));
        return item;
    }

    PriceType price(Line line) {
        var price = new PriceType();
        price.setPriceAmount(amount(line.fee())).setCurrencyID(currency());
        return price;
    }
}
