package org.passerelle.tax;

import java.util.Arrays;

/// What kind of tax a line bears, by the codes of EN 16931 (UNCL 5305), which invoices for machines
/// name (INV-02, INV-03).
public enum TaxCategory {
    /// A rate above zero.
    STANDARD("S"),
    /// Taxed at a rate of zero.
    ZERO("Z"),
    /// Not taxed, for a reason that is said.
    EXEMPT("E"),
    /// The customer owes the tax instead of the seller.
    REVERSE_CHARGE("AE"),
    /// Not within the scope of the tax.
    OUTSIDE("O");

    private final String code;

    TaxCategory(String code) {
        this.code = code;
    }

    /// As EN 16931 writes it, such as `AE`.
    public String code() {
        return code;
    }

    /// The one that EN 16931 writes so.
    ///
    /// @throws IllegalArgumentException when it writes none so
    public static TaxCategory ofCode(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No category of tax: " + code));
    }
}
