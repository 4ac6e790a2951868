package org.passerelle.payment;

import org.joda.money.Money;

/// Money that had come for `payable` was taken back; `missing` has to come anew, nothing where
/// nothing is owed. `reference` tells two apart.
public record PaymentTakenBack(
        PayableRef payable, Money amount, Money missing, String reference, String why) {}
