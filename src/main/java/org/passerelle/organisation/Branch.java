package org.passerelle.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;

/// A branch without a legal number of its own, and its tie to the organisation it belongs to
/// (ORG-06).
///
/// `parent` is empty while that organisation is not registered with the office.
public record Branch(
        OrganisationId organisation,
        Optional<OrganisationId> parent,
        Letter letter,
        Optional<Disowned> disowned) {

    /// What staff thinks of the letter in which the parent speaks for its branch.
    public sealed interface Letter {
        record Waiting() implements Letter {}

        record Accepted(Instant at, Signature by, String words) implements Letter {}

        /// `reasons` are words of the office's list.
        record Refused(Instant at, Signature by, List<String> reasons, String words)
                implements Letter {
            public Refused {
                reasons = List.copyOf(reasons);
                if (reasons.isEmpty()) {
                    throw new IllegalArgumentException("A letter is refused for a reason");
                }
            }
        }
    }

    /// The parent's holder says that it is none of theirs; staff judges the letter anew.
    public record Disowned(Instant at, Signature by, String words) {}

    /// A branch that was just submitted.
    public static Branch submitted(OrganisationId organisation, Optional<OrganisationId> parent) {
        return new Branch(organisation, parent, new Letter.Waiting(), Optional.empty());
    }

    public boolean isAccepted() {
        return letter instanceof Letter.Accepted;
    }

    /// Whether the branch may be qualified: its letter is accepted, and its parent has not said no
    /// since.
    public boolean stands() {
        return isAccepted() && disowned.isEmpty();
    }

    /// The same after its registration was submitted anew: a letter that was accepted stays so
    /// while the parent is the same.
    public Branch submittedAnew(Optional<OrganisationId> named) {
        var same = named.isEmpty() || named.equals(parent);
        return same && isAccepted() ? this : submitted(organisation, named);
    }

    /// Another letter came in after one was refused.
    public Branch withNewLetter() {
        return letter instanceof Letter.Refused
                ? new Branch(organisation, parent, new Letter.Waiting(), disowned)
                : this;
    }

    /// The letter stands, whatever the parent's holder said before. `of` is the parent it speaks
    /// for, where that one is registered.
    public Branch accepted(Instant at, Signature by, Optional<OrganisationId> of, String words) {
        return new Branch(
                organisation,
                of.filter(one -> !one.equals(organisation)),
                new Letter.Accepted(at, by, words),
                Optional.empty());
    }

    /// The letter does not stand. A parent that said no is none from then on.
    public Branch refused(Instant at, Signature by, List<String> reasons, String words) {
        return new Branch(
                organisation,
                disowned.isPresent() ? Optional.empty() : parent,
                new Letter.Refused(at, by, reasons, words),
                Optional.empty());
    }

    /// The parent registered after its branch.
    public Branch tiedTo(OrganisationId found) {
        return parent.isPresent() || found.equals(organisation)
                ? this
                : new Branch(organisation, Optional.of(found), letter, disowned);
    }

    public Branch disownedBy(Signature by, String words, Instant at) {
        return new Branch(organisation, parent, letter, Optional.of(new Disowned(at, by, words)));
    }
}
