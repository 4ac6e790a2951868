package org.passerelle.backoffice.finance;

import java.math.BigDecimal;
import java.util.Optional;
import org.passerelle.kernel.Localised;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Partner;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.VatRate;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// What people call the accounts that the packs' codes name: fees of a partner and kind, taxes.
@Component
class FinanceNames {
    private final Packs packs;

    FinanceNames(Packs packs) {
        this.packs = packs;
    }

    /// The code itself for a partner that left the packs.
    String partner(OfficeId office, String id) {
        return packs.get(office).partner(PartnerId.of(id)).map(Partner::name).orElse(id);
    }

    String kind(String kind, Words words) {
        return words.find("catalogue.kind.short." + kind).orElse(kind);
    }

    /// The account of fees with this key, `partner:kind`.
    String fees(OfficeId office, String key, Words words) {
        var split = key.lastIndexOf(':');
        return split < 0
                ? key
                : partner(office, key.substring(0, split))
                        + " · "
                        + kind(key.substring(split + 1), words);
    }

    /// A tax without its rate; the code where the packs know it no more.
    String tax(OfficeId office, String code, Words words) {
        return rate(office, code)
                .map(rate -> rate.name().map(name -> name.in(words.language())))
                .map(name -> name.orElseGet(() -> words.get("finance.month.vat")))
                .orElse(code);
    }

    /// A tax with its rate.
    String tax(OfficeId office, String code, BigDecimal percent, Words words) {
        Optional<Localised> name = rate(office, code).flatMap(VatRate::name);
        return name.map(its ->
                        words.get("invoicing.tax", its.in(words.language()), words.number(percent)))
                .orElseGet(() -> words.get("invoicing.vat", words.number(percent)));
    }

    private Optional<VatRate> rate(OfficeId office, String code) {
        return packs.get(office).office().vat().stream()
                .filter(rate -> rate.tax().equals(code))
                .findFirst();
    }
}
