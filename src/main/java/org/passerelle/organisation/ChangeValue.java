package org.passerelle.organisation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One value that is to change: what is held, what is asked for, both by field, and what was
/// decided about it.
public record ChangeValue(
        ChangeItem item,
        Map<String, String> before,
        Map<String, String> after,
        Optional<Decision> decision) {

    public record Decision(boolean accepted, String reason, Instant at, String by) {}

    public boolean isAccepted() {
        return decision.filter(Decision::accepted).isPresent();
    }
}
