package org.passerelle.kernel;

import java.util.Optional;

/// Who does something. Every command of a face takes one, and the audit trail keeps it (ACC-08).
public sealed interface Actor {

    /// A signed-in person acting for an organisation or for themselves.
    record Member(PersonId person, String name) implements Actor {}

    /// A signed-in person of the office.
    record Staff(PersonId person, String name) implements Actor {}

    /// A partner's machine, by its API key.
    record Partner(String partner, String key) implements Actor {}

    /// The product itself: an agenda entry, an import, the demo.
    record Product(String reason) implements Actor {}

    /// A name for the audit trail.
    default String label() {
        return switch (this) {
            case Member(_, var name) -> name;
            case Staff(_, var name) -> name;
            case Partner(var partner, var key) -> partner + " (" + key + ")";
            case Product(var reason) -> reason;
        };
    }

    /// Whose act it is: what a row keeps beside the name, for names are shared (ACC-09). Empty for
    /// machines and the product.
    default Optional<PersonId> who() {
        return switch (this) {
            case Member(var person, _) -> Optional.of(person);
            case Staff(var person, _) -> Optional.of(person);
            case Partner _, Product _ -> Optional.empty();
        };
    }

    /// What a row keeps under an act: the name and whose it is (ACC-09).
    default Signature signature() {
        return new Signature(label(), who());
    }
}
