package org.passerelle.pack.reading;

import java.util.List;

/// The keys of what an office says of taxes and of itself as a seller.
final class TaxShapes {
    static final Shape VAT =
            Shape.of("office", "vat")
                    .required("category", "percent", "from")
                    .optional("tax", "region", "name", "until", "exempt");
    static final Shape TAX = Shape.of("office", "tax").required("excluded", "included");
    static final Shape SELLER =
            Shape.of("office", "seller")
                    .required("name", "address")
                    .optional("vat-number", "tax-numbers", "registration", "electronic-address");
    static final Shape SELLER_ADDRESS =
            Shape.of("office", "seller-address")
                    .required("street", "postal-code", "town", "country")
                    .optional("region");
    static final Shape TAX_NUMBER = Shape.of("office", "tax-number").required("name", "number");
    static final Shape ELECTRONIC_ADDRESS =
            Shape.of("office", "electronic-address").required("scheme", "id");
    static final Shape VAT_AREA =
            Shape.of("office", "vat-area")
                    .required("name", "check-valid-for", "reverse-charge", "members");
    static final Shape MEMBER =
            Shape.of("office", "member")
                    .required("country", "from", "number")
                    .optional("until", "scheme");

    private TaxShapes() {}

    static List<Shape> all() {
        return List.of(
                VAT, TAX, SELLER, SELLER_ADDRESS, TAX_NUMBER, ELECTRONIC_ADDRESS, VAT_AREA, MEMBER);
    }
}
