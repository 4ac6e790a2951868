package org.passerelle.payment;

import org.joda.money.Money;

/// More came for `payable` than is owed; `excess` belongs to the organisation.
public record PaymentExceeded(PayableRef payable, Money excess) {}
