package org.passerelle.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;

/// A request to change what cannot be edited once submitted (ORG-04). It is closed once every value
/// was decided, or when it was withdrawn; what was accepted then holds.
///
/// @param words what the organisation says about it
/// @param due by when the office promised to decide
public record ChangeRequest(
        long number,
        OrganisationId organisation,
        Instant asked,
        PersonId askedBy,
        String askedByName,
        String words,
        List<DocumentId> documents,
        Instant due,
        State state,
        Optional<Instant> closed,
        List<ChangeValue> values) {

    public enum State {
        OPEN,
        DECIDED,
        WITHDRAWN
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public List<ChangeValue> accepted() {
        return values.stream().filter(ChangeValue::isAccepted).toList();
    }

    public Optional<ChangeValue> value(ChangeItem item) {
        return values.stream().filter(value -> value.item().equals(item)).findFirst();
    }
}
