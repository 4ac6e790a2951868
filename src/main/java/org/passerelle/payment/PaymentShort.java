package org.passerelle.payment;

import org.joda.money.Money;

/// Money came for `payable`, but `missing` must still come.
public record PaymentShort(PayableRef payable, Money received, Money missing) {}
