package org.passerelle.tax;

import java.math.BigDecimal;
import java.util.Optional;
import org.passerelle.kernel.Localised;

/// One tax of a line: lines that bear the same one share it in sums (INV-02).
///
/// @param code what the pack calls it, such as `gst` or `vat-standard`; the same for ever
/// @param name what people call it where it is not VAT, such as GST; empty for VAT
/// @param percent of the amount without taxes, such as 9.975; never negative, and zero in every
///   category but [TaxCategory#STANDARD]
/// @param reason why it is not to be paid, as the document of sale has to say; always there for
///   [TaxCategory#EXEMPT] and [TaxCategory#REVERSE_CHARGE]
public record Tax(
        String code,
        Optional<Localised> name,
        BigDecimal percent,
        TaxCategory category,
        Optional<Localised> reason) {

    public Tax {
        percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        if (percent.signum() < 0) {
            throw new IllegalArgumentException("A tax is not negative: " + code + " " + percent);
        }
        if ((percent.signum() == 0) == (category == TaxCategory.STANDARD)) {
            throw new IllegalArgumentException(code + " at " + percent + " is not " + category);
        }
        var needsReason = category == TaxCategory.EXEMPT || category == TaxCategory.REVERSE_CHARGE;
        if (needsReason && reason.isEmpty()) {
            throw new IllegalArgumentException(code + " is not paid for a reason that is said");
        }
    }

    /// A tax by its rate alone: taxed above zero, else at a rate of zero.
    public static Tax of(String code, Optional<Localised> name, BigDecimal percent) {
        return new Tax(
                code,
                name,
                percent,
                percent.signum() == 0 ? TaxCategory.ZERO : TaxCategory.STANDARD,
                Optional.empty());
    }
}
