package org.passerelle.identity.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.PersonId;

/// People with accounts. Usernames and addresses are compared whatever their case.
public interface AccountRegister {

    /// A person with what only this module may see.
    record Account(Person person, String passwordHash, int sessionEpoch, boolean isDisabled) {}

    /// Adds a person; false, and nothing done, when the username or the address is taken.
    boolean add(Person person, String passwordHash, Instant now);

    Optional<Account> find(PersonId id);

    /// By username or address.
    Optional<Account> findByLogin(String login);

    Optional<Account> findByEmail(String email);

    Optional<Account> findByUsername(String username);

    boolean anyWith(Role role);

    /// Whether somebody else has the same first and last name, whatever their case.
    boolean anyOtherNamed(PersonId id, String firstName, String lastName);

    /// Everybody with a role beyond that of a member, by last name.
    List<Person> withDuties();

    void rename(PersonId id, String firstName, String lastName, Language language);

    /// Sets the password and ends all sessions; answers the epoch that a session must now have.
    int setPassword(PersonId id, String hash);

    /// False, and nothing done, when another has it.
    boolean setUsername(PersonId id, String username);

    /// False, and nothing done, when another has it.
    boolean setEmail(PersonId id, String email);

    /// Stores what the person may do now, and for whom.
    void setDuties(Person person);

    /// Closes the account and ends its sessions; false when it was closed already.
    boolean disable(PersonId id, Instant now);
}
