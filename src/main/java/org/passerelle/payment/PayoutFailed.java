package org.passerelle.payment;

import java.util.Optional;

/// Money that had to go back did not leave, or came back: somebody has to look (ORD-09).
///
/// @param payable what it was for; empty for money of the queue
public record PayoutFailed(PayoutId payout, Optional<PayableRef> payable, String why) {}
