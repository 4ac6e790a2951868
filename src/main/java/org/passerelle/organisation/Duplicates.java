package org.passerelle.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.MemberLetters.Told;
import org.passerelle.organisation.domain.HeldDuplicates;
import org.passerelle.organisation.domain.Registrations;
import org.passerelle.organisation.domain.Resemblance;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face of the organisation module for organisations that may be one and the same under two numbers
/// (ORG-03).
@Service
@Transactional
public class Duplicates {
    private static final int MOST_COMPARED = 50;
    private static final int MOST_TOLD = 5;

    private final HeldDuplicates duplicates;
    private final Registrations registrations;
    private final Packs packs;
    private final Joining joining;
    private final MemberLetters letters;
    private final MemberDesk desk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Duplicates(
            HeldDuplicates duplicates,
            Registrations registrations,
            Packs packs,
            Joining joining,
            MemberLetters letters,
            MemberDesk desk,
            ApplicationEventPublisher events,
            Clock clock) {
        this.duplicates = duplicates;
        this.registrations = registrations;
        this.packs = packs;
        this.joining = joining;
        this.letters = letters;
        this.desk = desk;
        this.events = events;
        this.clock = clock;
    }

    /// Registered organisations with a name like this one's: name and town, nothing more. Five at
    /// most.
    @Transactional(readOnly = true)
    public List<LikelyMatch> likely(OrganisationId id) {
        var organisation = registrations.find(id).orElseThrow().organisation();
        var distinct = duplicates.decidedDistinct(id);
        var office = thresholds(organisation);
        return duplicates.withSimilarName(organisation, MOST_COMPARED).stream()
                .filter(other -> !distinct.contains(other.id()))
                .filter(other ->
                        Resemblance.of(organisation.profile(), other.profile(), office).isPresent())
                .map(other ->
                        new LikelyMatch(
                                other.name(),
                                other.profile().address().map(Address::town).orElse("")))
                .distinct()
                .limit(MOST_TOLD)
                .toList();
    }

    private Office.Duplicates thresholds(Organisation organisation) {
        return packs.get(organisation.office()).office().duplicates();
    }

    /// Whether this registration waits for staff to say if it is a duplicate.
    @Transactional(readOnly = true)
    public boolean isHeld(OrganisationId id) {
        return !duplicates.open(id).isEmpty();
    }

    /// Since when this registration waits for staff; empty when it does not.
    @Transactional(readOnly = true)
    public Optional<Instant> heldSince(OrganisationId id) {
        return duplicates.open(id).stream().map(HeldDuplicate::held).min(Instant::compareTo);
    }

    /// Whether staff said that this registration is of an organisation registered before: there is
    /// nothing to submit, its holder asks to join that one. Until it is submitted changed.
    @Transactional(readOnly = true)
    public boolean isFoundSame(OrganisationId id) {
        return duplicates.isFoundSame(id);
    }

    @Transactional(readOnly = true)
    public List<HeldDuplicate> held(OfficeId office) {
        return duplicates.open(office);
    }

    /// Called in the transaction that submits: holds `organisation` if it is near certainly one
    /// that is registered. Answers whether it may not go on, newly held or since staff found it the
    /// same; what staff decided is not asked again, not even against others that are alike.
    boolean holds(Organisation organisation) {
        duplicates.oneAtATime(organisation.office());
        var id = organisation.id();
        var distinct = duplicates.decidedDistinct(id);
        var same = duplicates.decidedSame(id);
        duplicates.letGo(id, clock.instant());
        var office = thresholds(organisation);
        var newly = new ArrayList<HeldDuplicate>();
        for (var other : duplicates.withSimilarName(organisation, MOST_COMPARED)) {
            var alike = Resemblance.of(organisation.profile(), other.profile(), office);
            if (distinct.contains(other.id())
                    || alike.filter(Resemblance::isNearCertain).isEmpty()) {
                continue;
            }
            if (same.contains(other.id())) {
                return true;
            }
            newly.add(new HeldDuplicate(id, other.id(), alike.get().likenesses(), clock.instant()));
        }
        if (newly.isEmpty()) {
            return false;
        }
        newly.forEach(duplicates::hold);
        desk.note(new Actor.Product("duplicates"), organisation, "held-as-duplicate", "");
        return true;
    }

    /// Staff says whether a held registration is the other organisation. If it is, the person's
    /// request to join goes to that organisation's holder; if nothing else holds it, a registration
    /// of its own is submitted. The person is told. Answers whether there was something to decide.
    ///
    /// @throws IllegalArgumentException when no reason is given
    public boolean decide(
            Actor.Staff staff,
            OrganisationId id,
            OrganisationId other,
            boolean same,
            String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A decision has a reason");
        }
        if (registrations.find(id).isEmpty()) {
            return false;
        }
        var organisation = registrations.lock(id).organisation();
        var now = clock.instant();
        if (!duplicates.decide(id, other, same, staff.signature(), reason.strip(), now)) {
            return false;
        }
        desk.note(staff, organisation, same ? "found-duplicate" : "found-distinct", reason.strip());
        if (same) {
            duplicates.letGo(id, now);
            joining.ask(staff, organisation, other);
            tell(organisation, "duplicate-same");
        } else if (duplicates.open(id).isEmpty()) {
            events.publishEvent(new DuplicateCleared(id));
            tell(organisation, "duplicate-distinct");
        }
        return true;
    }

    private void tell(Organisation organisation, String kind) {
        letters.to(
                organisation.holder(),
                organisation,
                new Told(kind, "/organisation", java.util.UUID.randomUUID().toString()));
    }
}
