package org.passerelle.backoffice.verification;

import java.util.List;
import java.util.Optional;
import org.passerelle.backoffice.verification.LetterPanel.Badge;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Branch;
import org.passerelle.organisation.Branches;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.ui.Frame;
import org.springframework.stereotype.Component;

/// The tie between a branch and the organisation it belongs to, for the page of either (ORG-06).
@Component
public class BranchTies {
    private final Branches branches;
    private final Organisations organisations;

    BranchTies(Branches branches, Organisations organisations) {
        this.branches = branches;
        this.organisations = organisations;
    }

    /// @param parent empty where the organisation is no branch
    public record Ties(Optional<Tie> parent, List<Tie> branches) {
        public boolean any() {
            return parent.isPresent() || !branches.isEmpty();
        }
    }

    /// @param path empty where the other one is not registered here
    public record Tie(String name, Optional<String> path, Badge letter) {}

    Ties of(Organisation organisation, Frame frame) {
        var id = organisation.id();
        return new Ties(
                branches.of(id).map(tie -> parent(organisation, tie, frame)),
                branches.branchesOf(id).stream()
                        .map(tie -> tie(tie.organisation(), tie, frame))
                        .toList());
    }

    private Tie parent(Organisation branch, Branch tie, Frame frame) {
        var named = branch.profile().branchOf().map(one -> one.name()).orElse("–");
        return tie.parent()
                .map(id -> tie(id, tie, frame))
                .orElseGet(() -> new Tie(named, Optional.empty(), LetterViews.badge(tie, frame)));
    }

    private Tie tie(OrganisationId other, Branch tie, Frame frame) {
        return new Tie(
                name(other),
                Optional.of("/staff/organisations/" + other),
                LetterViews.badge(tie, frame));
    }

    private String name(OrganisationId id) {
        return organisations.find(id).map(Organisation::name).orElse("–");
    }
}
