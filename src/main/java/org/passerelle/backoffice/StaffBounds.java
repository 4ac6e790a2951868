package org.passerelle.backoffice;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Persons;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.springframework.stereotype.Component;

/// What of several offices somebody of staff may know of (ACC-08): the offices they work for, the
/// organisations of these, and the people who belong to them. Every page of staff asks here.
@Component
public class StaffBounds {
    private final Packs packs;
    private final Organisations organisations;
    private final People people;

    StaffBounds(Packs packs, Organisations organisations, People people) {
        this.packs = packs;
        this.organisations = organisations;
        this.people = people;
    }

    /// The installed offices the reader works for, in the order of installation.
    public List<Pack> offices(SignedIn who) {
        return packs.installed().stream().filter(pack -> who.worksFor(pack.id())).toList();
    }

    /// Whether the reader works for every installed office: then nobody's matters are theirs too.
    public boolean isOfAll(SignedIn who) {
        return who.isStaff() && who.person().offices().includeAll(installed());
    }

    /// Whether something that belongs to these offices is the reader's to see. What belongs to
    /// none, such as an account without an organisation, is for those of all offices.
    boolean include(SignedIn who, Collection<OfficeId> owners) {
        return owners.isEmpty() ? isOfAll(who) : owners.stream().anyMatch(who::worksFor);
    }

    public boolean sees(SignedIn who, Person person) {
        return include(who, officesOf(person));
    }

    /// The offices a person has to do with: those of their organisations, and those they work for.
    Set<OfficeId> officesOf(Person person) {
        var offices = new HashSet<OfficeId>();
        organisations
                .organisationsOf(person.id())
                .forEach(one -> officeOf(one.organisation()).ifPresent(offices::add));
        installed().stream().filter(person::worksFor).forEach(offices::add);
        return offices;
    }

    Optional<OfficeId> officeOf(OrganisationId organisation) {
        return organisations.find(organisation).map(Organisation::office);
    }

    Set<OfficeId> installed() {
        return Set.copyOf(packs.installed().stream().map(Pack::id).toList());
    }

    /// Whose own letters and lines of the trail the reader sees on the pages of an office.
    public Persons persons(SignedIn who, OfficeId office) {
        var staff = people.withDuties().stream().filter(Person::isStaff).toList();
        if (isOfAll(who)) {
            var others = new HashSet<>(organisations.peopleOutside(office));
            staff.forEach(one -> note(one, office, others));
            return new Persons.AllBut(others);
        }
        var ours = new HashSet<PersonId>(organisations.peopleOf(office));
        staff.stream().filter(one -> one.worksFor(office)).map(Person::id).forEach(ours::add);
        return new Persons.Only(ours);
    }

    /// Staff of an office is never among the others', whatever organisations they belong to.
    private void note(Person staff, OfficeId office, Set<PersonId> others) {
        if (staff.worksFor(office)) {
            others.remove(staff.id());
        } else if (organisations.peopleOf(office).stream().noneMatch(staff.id()::equals)) {
            others.add(staff.id());
        }
    }
}
