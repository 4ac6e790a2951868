package org.passerelle.verification;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Branch;
import org.passerelle.organisation.BranchDisowned;
import org.passerelle.organisation.Branches;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.OrganisationFactsChanged;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.verification.domain.Case;
import org.passerelle.verification.domain.Cases;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Puts a branch before staff when its parent's qualification ends or its parent says that it is
/// none of theirs (ORG-06). The branch stays qualified until staff has decided: nothing is lost
/// silently, and nothing kept unseen.
@Component
class BranchWatch {
    private static final Actor PRODUCT = new Actor.Product("branches");

    private final Organisations organisations;
    private final Branches branches;
    private final Cases cases;
    private final CaseLetters letters;
    private final CaseDesk desk;

    BranchWatch(
            Organisations organisations,
            Branches branches,
            Cases cases,
            CaseLetters letters,
            CaseDesk desk) {
        this.organisations = organisations;
        this.branches = branches;
        this.cases = cases;
        this.letters = letters;
        this.desk = desk;
    }

    @ApplicationModuleListener
    void on(OrganisationFactsChanged changed) {
        var of = branches.branchesOf(changed.organisation());
        if (of.isEmpty()) {
            return;
        }
        var parent = organisations.get(changed.organisation());
        lostAt(parent.standing())
                .ifPresent(since ->
                        of.stream()
                                .filter(Branch::isAccepted)
                                .filter(branch ->
                                        branches.noteParentLost(branch.organisation(), since))
                                .forEach(branch ->
                                        lookAt(
                                                branch.organisation(),
                                                CaseEvent.PARENT_LOST,
                                                parent.name(),
                                                "parent-lost")));
    }

    private static Optional<Instant> lostAt(Standing standing) {
        return switch (standing) {
            case Standing.Undecided _, Standing.Qualified _ -> Optional.empty();
            case Standing.Lapsed(var since) -> Optional.of(since);
            case Standing.Refused(var since) -> Optional.of(since);
            case Standing.Revoked(var since) -> Optional.of(since);
        };
    }

    @ApplicationModuleListener
    void on(BranchDisowned disowned) {
        var isStill = branches.of(disowned.branch()).flatMap(Branch::disowned).isPresent();
        if (isStill) {
            lookAt(
                    disowned.branch(),
                    CaseEvent.PARENT_DISOWNED,
                    disowned.words(),
                    "parent-disowned");
        }
    }

    /// Noted on the case that is open; a qualified branch without one gets a case of its own,
    /// handed to the office at once. One that is not qualified has nothing to lose.
    private void lookAt(OrganisationId id, CaseEvent event, String detail, String why) {
        var branch = organisations.get(id);
        var open = cases.lockOpen(id);
        if (open.isPresent() && !(open.get() instanceof Case.Draft)) {
            desk.note(PRODUCT, open.get(), event, detail);
        } else if (branch.standing() instanceof Standing.Qualified) {
            lookAt(branch, open, event, detail, why);
        }
    }

    private void lookAt(
            Organisation branch, Optional<Case> begun, CaseEvent event, String detail, String why) {
        var draft =
                begun.orElseGet(() ->
                        desk.open(PRODUCT, branch.id(), branch.office(), CaseKind.REQUALIFICATION));
        if (draft instanceof Case.Draft one) {
            var promised =
                    desk.pack(branch.office()).office().promises().qualificationBusinessDays();
            var submitted = one.submitted(desk.now(), promised);
            desk.keep(PRODUCT, submitted, CaseEvent.SUBMITTED, "");
            desk.note(PRODUCT, submitted, event, detail);
            letters.branchLookedAt(branch, why, view(submitted));
        }
    }

    private CaseView view(Case kept) {
        return cases.find(kept.file().id()).map(Reading::view).orElseThrow();
    }
}
