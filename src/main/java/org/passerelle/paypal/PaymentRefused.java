package org.passerelle.paypal;

import org.passerelle.payment.PayableRef;

/// A payment that was under way ended without money: its buyer believed it paid (PAY-03).
public record PaymentRefused(PayableRef payable, AttemptId attempt) {}
