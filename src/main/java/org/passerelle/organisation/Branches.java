package org.passerelle.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.MemberLetters.Told;
import org.passerelle.organisation.Profile.LegalNumber;
import org.passerelle.organisation.Profile.Parent;
import org.passerelle.organisation.domain.BranchBook;
import org.passerelle.organisation.domain.Registrations;
import org.passerelle.organisation.domain.Registrations.Registration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face for branches without a legal number of their own (ORG-06).
///
/// A branch is an organisation like any other: its own account, case, eligibility and allotments.
/// Here stands to whom it belongs, and what staff thinks of the letter that says so.
@Service
@Transactional
public class Branches {
    /// Longest text of a holder who says that a branch is none of theirs.
    public static final int LONGEST_WORDS = 2000;

    private static final int MOST_CANDIDATES = 8;
    private static final String PAGE = "/organisation/branches";

    private final BranchBook book;
    private final Registrations registrations;
    private final MemberLetters letters;
    private final MemberDesk desk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Branches(
            BranchBook book,
            Registrations registrations,
            MemberLetters letters,
            MemberDesk desk,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.registrations = registrations;
        this.letters = letters;
        this.desk = desk;
        this.events = events;
        this.clock = clock;
    }

    /// The tie of a submitted branch; empty for whatever is none.
    @Transactional(readOnly = true)
    public Optional<Branch> of(OrganisationId organisation) {
        return book.find(organisation);
    }

    /// The branches that are, or say they are, of an organisation; by the time they came.
    @Transactional(readOnly = true)
    public List<Branch> branchesOf(OrganisationId parent) {
        return book.of(parent);
    }

    /// Registered organisations of which a branch may be one, for staff to choose from: the one it
    /// is tied to, the one with the number it gave, those with the name it gave.
    @Transactional(readOnly = true)
    public List<Organisation> candidates(OrganisationId branch) {
        var organisation = registration(branch).organisation();
        var named = organisation.profile().branchOf();
        var tied = book.find(branch).flatMap(Branch::parent).stream();
        var numbered = named.flatMap(parent -> withNumber(organisation, parent)).stream();
        var first = Stream.concat(tied, numbered).distinct().toList();
        var found = new ArrayList<>(registrations.all(first));
        named
                .map(Parent::name)
                .filter(name -> !name.isBlank())
                .map(name -> registrations.search(organisation.office(), name, MOST_CANDIDATES))
                .orElse(List.of())
                .stream()
                .filter(one -> !first.contains(one.id()) && mayBeParentOf(one, branch))
                .forEach(found::add);
        return found.stream().limit(MOST_CANDIDATES).toList();
    }

    private static boolean mayBeParentOf(Organisation one, OrganisationId branch) {
        return !one.id().equals(branch) && one.profile().branchOf().isEmpty();
    }

    /// Called in the transaction that submits a registration: ties a branch to the parent whose
    /// number it gave, and branches that came before to the parent that comes now. Whoever holds
    /// the parent's account is told.
    void submitted(Organisation organisation) {
        var named = organisation.profile().branchOf();
        var before = book.find(organisation.id());
        if (named.isPresent()) {
            var parent = withNumber(organisation, named.get());
            var now =
                    before.map(one -> one.submittedAnew(parent))
                            .orElseGet(() -> Branch.submitted(organisation.id(), parent));
            book.keep(now);
            now.parent()
                    .filter(one -> before.flatMap(Branch::parent).filter(one::equals).isEmpty())
                    .ifPresent(one -> tell(one, organisation, "branch-named"));
        } else if (before.isPresent()) {
            book.remove(organisation.id());
        }
        organisation
                .profile()
                .identifiers()
                .forEach((scheme, number) ->
                        book.waitingFor(organisation.office(), new LegalNumber(scheme, number))
                                .forEach(branch -> tie(branch, organisation.id())));
    }

    private void tie(Branch branch, OrganisationId parent) {
        var tied = branch.tiedTo(parent);
        if (tied.parent().equals(branch.parent())) {
            return;
        }
        book.keep(tied);
        var organisation = registration(branch.organisation()).organisation();
        desk.note(new Actor.Product("branches"), organisation, "branch-tied", parent.toString());
        tell(parent, organisation, "branch-named");
    }

    private Optional<OrganisationId> withNumber(Organisation branch, Parent named) {
        return named.number()
                .flatMap(number ->
                        registrations.ownerOf(branch.office(), number.scheme(), number.number()))
                .filter(owner -> !owner.equals(branch.id()));
    }

    /// A letter was added to a branch's case: staff looks again. Called by `verification` only.
    public void letterCame(OrganisationId branch) {
        book.find(branch).map(Branch::withNewLetter).ifPresent(book::keep);
    }

    /// Staff finds that the letter stands, for this parent where it is registered. Called by
    /// `verification` only, which asks whether the actor may.
    ///
    /// @throws IllegalArgumentException when the parent is of another office or a branch itself
    public void acceptLetter(
            Actor.Staff staff, OrganisationId id, Optional<OrganisationId> parent, String words) {
        var organisation = registrations.lock(id).organisation();
        var branch = book.find(id).orElseThrow();
        for (var one : registrations.all(parent.stream().toList())) {
            if (!one.office().equals(organisation.office()) || !mayBeParentOf(one, id)) {
                throw new IllegalArgumentException("No parent of a branch: " + one.id());
            }
        }
        var accepted = branch.accepted(clock.instant(), staff.signature(), parent, words.strip());
        book.keep(accepted);
        desk.note(
                staff,
                organisation,
                "branch-letter-accepted",
                parent.map(OrganisationId::toString).orElse(""));
        accepted.parent()
                .filter(one -> branch.parent().filter(one::equals).isEmpty())
                .ifPresent(one -> tell(one, organisation, "branch-named"));
    }

    /// Staff does not accept the letter. Called by `verification` only.
    public void refuseLetter(
            Actor.Staff staff, OrganisationId id, List<String> reasons, String words) {
        var organisation = registrations.lock(id).organisation();
        var branch = book.find(id).orElseThrow();
        book.keep(branch.refused(clock.instant(), staff.signature(), reasons, words.strip()));
        desk.note(staff, organisation, "branch-letter-refused", String.join(", ", reasons));
    }

    /// The parent's holder says that a branch is none of theirs: staff looks at it. Whether the
    /// actor holds the parent's account is asked by whoever serves the request.
    public DisownOutcome disown(
            Actor.Member holder, OrganisationId parent, OrganisationId id, String words) {
        var said = words.strip();
        var branch =
                book.find(id)
                        .filter(one -> one.parent().filter(parent::equals).isPresent())
                        .filter(one -> one.disowned().isEmpty());
        if (branch.isEmpty()) {
            return DisownOutcome.NOT_YOURS;
        }
        if (said.isEmpty()) {
            return DisownOutcome.WORDS_MISSING;
        }
        var organisation = registrations.lock(id).organisation();
        var kept = said.substring(0, Math.min(said.length(), LONGEST_WORDS));
        book.keep(branch.get().disownedBy(holder.signature(), kept, clock.instant()));
        desk.note(holder, organisation, "branch-disowned", kept);
        desk.note(holder, registration(parent).organisation(), "disowned-branch", id.toString());
        events.publishEvent(new BranchDisowned(id, parent, kept));
        return DisownOutcome.TOLD;
    }

    /// Notes that staff is asked to look at a branch because its parent's qualification ended.
    /// Answers whether that is new. Called by `verification` only.
    public boolean noteParentLost(OrganisationId branch, Instant since) {
        return book.noteParentLost(branch, since);
    }

    private void tell(OrganisationId parent, Organisation branch, String kind) {
        var whole = registration(parent).organisation();
        var town = branch.profile().address().map(Address::town).orElse("–");
        letters.toAll(whole, new Told(kind, PAGE, branch.id() + ":" + parent, branch.name(), town));
    }

    private Registration registration(OrganisationId id) {
        return registrations.find(id).orElseThrow(() -> new OrganisationNotFound(id));
    }
}
