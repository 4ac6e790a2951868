package org.passerelle.payment;

/// How money comes and goes back (PAY-01, PAY-03, PAY-04). Prepaid cards are cards.
public enum Means {
    TRANSFER,
    CARD,
    PAYPAL,
    CHEQUE
}
