package org.passerelle.agenda;

import java.time.Instant;

/// Does what an entry of one kind means once it falls due. A bean of the module that plans it.
public interface DueHandler {

    /// The kind of entry it hears, such as `ordering.payment-deadline`. No other handler has it.
    String kind();

    /// Runs in one transaction that also notes that the entry fell due: both happen, once, or
    /// neither. What it throws has it tried again later, with growing pauses.
    ///
    /// @param due when it was to happen, which may be long before the clock's present time
    void fallDue(String subject, Instant due);
}
