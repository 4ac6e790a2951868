package org.passerelle.identity;

import java.security.Principal;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;

/// Who is signed in to this request: the principal, `@AuthenticationPrincipal SignedIn`.
///
/// Read anew from the database for each request, so that a role taken away is gone at once.
public record SignedIn(Person person) implements Principal {

    public PersonId id() {
        return person.id();
    }

    public boolean has(Role role) {
        return person.has(role);
    }

    public boolean isStaff() {
        return person.isStaff();
    }

    /// Whether this is staff of that office.
    public boolean worksFor(OfficeId office) {
        return person.worksFor(office);
    }

    public Language language() {
        return person.language();
    }

    public Actor actor() {
        return person.actor();
    }

    /// The person's id: what sessions are found by.
    @Override
    public String getName() {
        return person.id().toString();
    }
}
