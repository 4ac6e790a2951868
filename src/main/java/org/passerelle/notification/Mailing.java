package org.passerelle.notification;

import java.util.Optional;
import java.util.stream.Stream;

/// Letters that a person chooses to get, and leaves with one click (NOT-03). Letters that must be
/// written, of an order or a case, belong to none.
public enum Mailing {
    /// What was out of stock is back; each alert was asked for by itself.
    PRODUCT_ALERTS("product-alerts", true),
    /// A programme opens to an organisation of the person.
    ELIGIBILITY("eligibility", true),
    /// The office has a new partner.
    NEW_PARTNERS("new-partners", false);

    private final String code;
    private final boolean usual;

    Mailing(String code, boolean usual) {
        this.code = code;
        this.usual = usual;
    }

    /// As tables, forms and keys of words name it.
    public String code() {
        return code;
    }

    /// Whether somebody who never chose gets it.
    boolean isUsual() {
        return usual;
    }

    public static Optional<Mailing> of(String code) {
        return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
