package org.passerelle.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.Localised;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Seller;
import org.passerelle.pack.model.VatArea;
import org.passerelle.tax.TaxDecision.Outcome;

/// Decides which taxes a sale bears (INV-02, INV-05). Pure: it needs no database and no clock, so
/// that `pack try`, a cart and an invoice say the same of the same day.
///
/// In this order: between two countries of a VAT area a customer whose number was found valid owes
/// the VAT itself; else the dated rates of the place hold, and an accepted exemption frees from
/// them at its place and on its days. Who has no VAT number pays the seller's VAT.
public final class Taxation {
    /// The one tax of a line under reverse charge.
    public static final String REVERSE_CHARGE = "reverse-charge";

    private Taxation() {}

    /// @param category of the offer, such as `standard`
    /// @param day of the order, in the office's zone
    public static TaxDecision of(Office office, Buyer buyer, String category, LocalDate day) {
        var grounds = new ArrayList<TaxGround>();
        if (customerOwes(office, buyer, day, grounds)) {
            var says = office.vatArea().orElseThrow().reverseCharge();
            return new TaxDecision(Outcome.REVERSE_CHARGE, List.of(reverseCharge(says)), grounds);
        }
        var rates = TaxRates.of(office, category, buyer.region(), day);
        if (rates.isEmpty()) {
            return new TaxDecision(Outcome.NO_RATE, List.of(), List.of(new TaxGround.NoRate()));
        }
        var taxes = rates;
        for (var exemption : exemptions(buyer, day, grounds)) {
            taxes = freed(taxes, exemption);
        }
        grounds.addFirst(new TaxGround.RatesOf(seller(office), buyer.region()));
        return new TaxDecision(
                taxes.equals(rates) ? Outcome.RATES : Outcome.EXEMPT, taxes, grounds);
    }

    private static String seller(Office office) {
        return office.seller()
                .map(Seller::address)
                .map(Seller.Address::country)
                .orElseGet(office::country);
    }

    private static Tax reverseCharge(Localised says) {
        return new Tax(
                REVERSE_CHARGE,
                Optional.empty(),
                BigDecimal.ZERO,
                TaxCategory.REVERSE_CHARGE,
                Optional.of(says));
    }

    private static boolean customerOwes(
            Office office, Buyer buyer, LocalDate day, List<TaxGround> grounds) {
        var seller = seller(office);
        var area = office.vatArea().filter(one -> one.includes(seller, day));
        if (area.isEmpty() || !buyer.isKnown()) {
            return false;
        }
        if (buyer.country().equals(seller)) {
            grounds.add(new TaxGround.SameCountry(seller));
            return false;
        }
        if (!area.get().includes(buyer.country(), day)) {
            grounds.add(new TaxGround.OutsideArea(buyer.country()));
            return false;
        }
        grounds.add(new TaxGround.TwoMembers(seller, buyer.country()));
        var number = number(area.get(), seller, buyer, day);
        grounds.addFirst(number);
        return number instanceof TaxGround.FoundValid;
    }

    private static TaxGround number(VatArea area, String seller, Buyer buyer, LocalDate day) {
        if (buyer.vatNumber().isEmpty()) {
            return new TaxGround.NoVatNumber();
        }
        var number = buyer.vatNumber().get();
        if (area.memberOf(number).filter(of -> of.country().equals(seller)).isPresent()) {
            return new TaxGround.NumberOfSeller(number);
        }
        return buyer.check()
                .filter(check -> check.number().equals(number) && !check.on().isAfter(day))
                .map(check -> found(check, day))
                .orElseGet(() -> new TaxGround.NotChecked(number));
    }

    private static TaxGround found(VatCheck check, LocalDate day) {
        if (!check.valid()) {
            return new TaxGround.FoundInvalid(check.number(), check.on());
        }
        return check.validUntil().isBefore(day)
                ? new TaxGround.CheckOver(check.number(), check.validUntil())
                : new TaxGround.FoundValid(check.number(), check.on(), check.validUntil());
    }

    /// Those that count; of the others the grounds say why they do not.
    private static List<Exemption> exemptions(Buyer buyer, LocalDate day, List<TaxGround> grounds) {
        var counting = new ArrayList<Exemption>();
        for (var one : buyer.exemptions()) {
            if (!(one.state() instanceof Exemption.Accepted(_, _, _, var reason))) {
                continue;
            }
            if (!one.isFor(buyer.country(), buyer.region())) {
                grounds.add(new TaxGround.ExemptElsewhere(one.place()));
            } else if (!one.covers(day)) {
                grounds.add(new TaxGround.ExemptOtherDays(one.from(), one.until()));
            } else {
                counting.add(one);
                grounds.addFirst(new TaxGround.Exempt(one.place(), one.until(), reason));
            }
        }
        if (buyer.isKnown() && buyer.exemptions().isEmpty()) {
            grounds.add(new TaxGround.NoExemption());
        }
        return counting;
    }

    private static List<Tax> freed(List<Tax> rates, Exemption exemption) {
        if (!(exemption.state() instanceof Exemption.Accepted(_, _, var taxes, var reason))) {
            return rates;
        }
        return rates.stream()
                .map(tax ->
                        tax.percent().signum() > 0
                                        && (taxes.isEmpty() || taxes.contains(tax.code()))
                                ? free(tax, reason)
                                : tax)
                .toList();
    }

    private static Tax free(Tax tax, String reason) {
        return new Tax(
                tax.code(),
                tax.name(),
                BigDecimal.ZERO,
                TaxCategory.EXEMPT,
                Optional.of(Localised.same(reason)));
    }
}
