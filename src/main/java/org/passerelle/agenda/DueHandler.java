package org.passerelle.agenda;

import java.time.Instant;
import java.util.function.BiConsumer;

/// Does what an entry of one kind means once it falls due. A bean of the module that plans it.
public interface DueHandler {

    /// The kind of entry it hears, such as `ordering.payment-deadline`. No other handler has it.
    String kind();

    /// Runs in one transaction that also notes that the entry fell due: both happen, once, or
    /// neither. What it throws has it tried again later, with growing pauses.
    ///
    /// @param due when it was to happen, which may be long before the clock's present time
    void fallDue(String subject, Instant due);

    /// A handler made of what it does, for a module in which several things fall due.
    static DueHandler of(String kind, BiConsumer<String, Instant> act) {
        return new DueHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void fallDue(String subject, Instant due) {
                act.accept(subject, due);
            }
        };
    }
}
