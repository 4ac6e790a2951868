package org.passerelle.kernel;

import java.util.Set;

/// Which people's own matters a reader sees: what concerns nobody's organisation, such as a letter
/// about an account (ACC-08).
public sealed interface Persons {
    boolean include(PersonId person);

    /// Everybody but these; also what concerns nobody in particular.
    record AllBut(Set<PersonId> persons) implements Persons {
        public AllBut {
            persons = Set.copyOf(persons);
        }

        @Override
        public boolean include(PersonId person) {
            return !persons.contains(person);
        }
    }

    /// These, and nothing that concerns nobody in particular.
    record Only(Set<PersonId> persons) implements Persons {
        public Only {
            persons = Set.copyOf(persons);
        }

        @Override
        public boolean include(PersonId person) {
            return persons.contains(person);
        }
    }

    static Persons everybody() {
        return new AllBut(Set.of());
    }
}
