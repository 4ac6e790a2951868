package org.passerelle.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.passerelle.pack.model.Seller;
import org.passerelle.pack.model.VatArea;
import org.passerelle.pack.model.VatRate;

/// What a random office says of taxes and of itself as a seller.
record RandomTaxes(RandomWords some) {

    VatRate vat(String category, String tax, Optional<String> region, LocalDate from) {
        return new VatRate(
                category,
                tax,
                region,
                some.perhaps(some::localised),
                some.percent(),
                from,
                some.perhaps(() -> from.plusDays(some.upTo(5000))),
                Optional.empty());
    }

    VatRate exempt(String category) {
        return new VatRate(
                category,
                VatRate.usualCode(category),
                Optional.empty(),
                some.perhaps(some::localised),
                BigDecimal.ZERO,
                some.day(),
                Optional.empty(),
                Optional.of(some.localised()));
    }

    VatArea vatArea() {
        return new VatArea(
                some.localised(),
                Period.ofMonths(1 + some.upTo(24)),
                some.localised(),
                List.of(
                        new VatArea.Member(
                                "LU",
                                some.day(),
                                Optional.empty(),
                                "LU[0-9]{8}",
                                some.perhaps(() -> "LU-TVA")),
                        new VatArea.Member(
                                "FR",
                                LocalDate.of(1958, 1, 1),
                                some.perhaps(() -> LocalDate.of(2020, 12, 31)),
                                "FR[0-9A-Z]{2}[0-9]{9}",
                                Optional.empty())));
    }

    Seller seller() {
        return new Seller(
                some.text(),
                new Seller.Address(
                        some.text(), some.text(), some.text(), some.perhaps(() -> "CA-ON"), "CA"),
                some.perhaps(() -> "LU12345613"),
                some.list(2, () -> new Seller.TaxNumber(some.localised(), some.text())),
                some.perhaps(some::text),
                some.perhaps(() -> new Seller.ElectronicAddress("0208", some.text())));
    }
}
