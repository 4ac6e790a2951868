package org.passerelle.payment.domain;

import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.payment.Payout;
import org.passerelle.payment.PayoutId;
import org.passerelle.payment.PayoutQuery;

/// Keeps money on its way back; never forgets any.
public interface PayoutBook {

    Optional<Payout> find(PayoutId id);

    /// The payout, held until the transaction ends.
    Optional<Payout> lock(PayoutId id);

    /// Adds one of the queue's money; false when the office has one of that movement already.
    boolean add(Payout ofMovement);

    Optional<Payout> ofMovement(OfficeId office, String movement);

    /// Keeps its state, means and payee.
    void save(Payout payout);

    /// Oldest first; of what is over, newest first.
    List<Payout> search(OfficeId office, PayoutQuery query, int from, int size);

    int count(OfficeId office, PayoutQuery query);
}
