package org.passerelle.kernel;

import java.util.UUID;

/// Names one organisation.
public record OrganisationId(UUID value) implements TypedId {
    public static OrganisationId random() {
        return new OrganisationId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static OrganisationId of(String text) {
        return new OrganisationId(TypedId.parse("org", text));
    }

    @Override
    public String toString() {
        return TypedId.format("org", value);
    }
}
