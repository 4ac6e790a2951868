package org.passerelle.paypal.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.payment.PayableRef;
import org.passerelle.paypal.Attempt;
import org.passerelle.paypal.AttemptId;

/// Keeps attempts and the messages about them.
public interface Attempts {
    void add(Attempt attempt);

    Optional<Attempt> find(AttemptId id);

    /// The attempt, held until the transaction ends.
    Optional<Attempt> lock(AttemptId id);

    /// All attempts of a payable, held until the transaction ends; oldest first.
    List<Attempt> lockAll(PayableRef payable);

    /// Newest first.
    List<Attempt> of(PayableRef payable);

    Optional<Attempt> ofOrder(String paypalOrder);

    Optional<Attempt> ofCapture(String capture);

    /// Those that brought money, were taken back or still may, newest first.
    List<Attempt> ofOffice(OfficeId office, int limit);

    /// Keeps where it stands and how often it was looked at.
    void move(Attempt attempt);

    /// Notes a message; false when it was heard to its end before.
    boolean receive(OfficeId office, PayPalApi.Message message, Instant now);

    void heard(OfficeId office, String message, Optional<AttemptId> attempt, Instant now);
}
