package org.passerelle.organisation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.PersonId;
import org.springframework.stereotype.Component;

/// Where letters to an organisation go: its official address, and the account holder's own where
/// that is another, so that what matters does not wait in a mailbox that nobody reads (NOT-01).
@Component
public class Correspondence {
    private final People people;

    Correspondence(People people) {
        this.people = people;
    }

    /// One mailbox.
    ///
    /// @param holder the account holder, where the mailbox is theirs and not the official one
    public record Mailbox(String email, Optional<PersonId> holder) {
        /// What a letter says about why it came here: a key of words and, with `.holder`, its
        /// counterpart for the account holder.
        public String why(String key) {
            return holder.isPresent() ? key + ".holder" : key;
        }

        /// Tells the copies of one letter apart.
        public String unique(String of) {
            return holder.isPresent() ? "holder:" + of : of;
        }
    }

    /// The official address first; nobody twice.
    public List<Mailbox> of(Organisation to) {
        var official = to.profile().officialEmail();
        var known = official.map(String::strip).orElse("");
        var holder =
                people.find(to.holder())
                        .filter(one -> !one.email().strip().equalsIgnoreCase(known));
        return Stream.concat(
                        official.map(email -> new Mailbox(email, Optional.empty())).stream(),
                        holder.map(Correspondence::own).stream())
                .toList();
    }

    private static Mailbox own(Person holder) {
        return new Mailbox(holder.email(), Optional.of(holder.id()));
    }
}
