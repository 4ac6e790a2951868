package org.passerelle.privacy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;

/// What one module holds about persons (ACC-09). Every module with tables has a bean of this; a
/// test compares them with the tables of the database, so that none is forgotten.
public interface PersonalData {

    /// A person as the modules know them.
    ///
    /// @param sharesName whether another account bears the same first and last name
    /// @param organisations for which the person has ever acted
    record Subject(
            PersonId id,
            String username,
            String email,
            String firstName,
            String lastName,
            boolean sharesName,
            Set<OrganisationId> organisations) {
        public Subject {
            organisations = Set.copyOf(organisations);
        }

        public String name() {
            return firstName + " " + lastName;
        }
    }

    enum Fate {
        /// Nothing that names the person is left.
        ERASED,
        /// Stays as it is, for the reason given.
        KEPT,
        /// Holds nothing about persons.
        IMPERSONAL
    }

    /// @param table with its schema, such as `token.issued`
    /// @param reason why it is kept; empty for the other fates
    record Holding(String table, Fate fate, String reason) {}

    /// What is held about one person in one table, as the person may read it.
    record Section(String table, List<Map<String, String>> rows) {}

    List<Holding> holdings();

    List<Section> of(Subject who);

    /// Forgets the person, in the caller's transaction.
    void erase(Subject who);

    /// Why the person cannot be forgotten yet, as keys of words; empty when nothing stands in the
    /// way.
    default List<String> hindrances(Subject who) {
        return List.of();
    }
}
