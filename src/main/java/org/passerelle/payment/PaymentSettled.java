package org.passerelle.payment;

import org.joda.money.Money;

/// All that was owed for `payable` is there; told once for each payable.
public record PaymentSettled(PayableRef payable, Money amount) {}
