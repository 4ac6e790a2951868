package org.passerelle.organisation.domain;

import java.util.Optional;
import org.passerelle.organisation.Profile;
import org.passerelle.organisation.Profile.Parent;

/// How two organisations belong together by what they declare (ORG-06): a branch is no duplicate of
/// its parent, and shares site and mail domain with its siblings.
enum Kinship {
    NONE,
    PARENT_AND_BRANCH,
    SIBLINGS;

    static Kinship between(Profile one, Profile other) {
        if (isBranchOf(one, other) || isBranchOf(other, one)) {
            return PARENT_AND_BRANCH;
        }
        var siblings =
                one.branchOf()
                        .flatMap(parent -> other.branchOf().filter(its -> isSame(parent, its)))
                        .isPresent();
        return siblings ? SIBLINGS : NONE;
    }

    /// By number where the branch gave one that the other has; by name only while no number speaks
    /// against it.
    private static boolean isBranchOf(Profile branch, Profile other) {
        var named = branch.branchOf();
        if (named.isEmpty() || other.branchOf().isPresent()) {
            return false;
        }
        var number = named.get().number();
        return number.isPresent()
                ? Optional.ofNullable(other.identifiers().get(number.get().scheme()))
                        .filter(number.get().number()::equals)
                        .isPresent()
                : isSameName(named.get().name(), other.legalName());
    }

    private static boolean isSame(Parent one, Parent other) {
        return one.number().isPresent() && other.number().isPresent()
                ? one.number().equals(other.number())
                : isSameName(one.name(), other.name());
    }

    private static boolean isSameName(String one, String other) {
        var name = PlainName.of(one);
        return !name.words().isEmpty() && name.equals(PlainName.of(other));
    }
}
