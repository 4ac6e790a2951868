package org.passerelle.kernel;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who did something, as a row keeps it under what was done: the name to show, and whose it is, for
/// names are shared (ACC-09).
///
/// @param name as it was then
/// @param person empty for machines, visitors, the product, and rows older than this
public record Signature(String name, Optional<PersonId> person) {

    /// Of the product itself, or of somebody outside it.
    public static Signature of(String name) {
        return new Signature(name, Optional.empty());
    }

    /// As two columns of a row hold it.
    public static Signature of(String name, @Nullable UUID person) {
        return new Signature(name, Optional.ofNullable(person).map(PersonId::new));
    }

    /// What the column beside the name holds.
    public @Nullable UUID personValue() {
        return person.map(PersonId::value).orElse(null);
    }

    /// As it shows: the name.
    @Override
    public String toString() {
        return name;
    }
}
