package org.passerelle.payment;

import org.passerelle.kernel.OfficeId;

/// Money has to go back by `means`; told each time it is directed anew (ORD-09).
public record PayoutDue(PayoutId payout, OfficeId office, Means means) {}
