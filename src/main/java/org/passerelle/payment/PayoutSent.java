package org.passerelle.payment;

import java.util.Optional;
import org.joda.money.Money;

/// Money that had to go back has left (ORD-09).
///
/// @param payable what it was for; empty for money of the queue
public record PayoutSent(PayoutId payout, Optional<PayableRef> payable, Money amount) {}
