package org.passerelle.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Signature;
import org.passerelle.organisation.Branch.Letter;

@Requirement("ORG-06")
class BranchTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Signature STAFF =
            new Signature("Nora Weis", Optional.of(PersonId.random()));
    private static final Signature HOLDER =
            new Signature("Jos Muller", Optional.of(PersonId.random()));

    private final OrganisationId id = OrganisationId.random();
    private final OrganisationId parent = OrganisationId.random();
    private final OrganisationId other = OrganisationId.random();

    private Branch submitted() {
        return Branch.submitted(id, Optional.of(parent));
    }

    private Branch accepted() {
        return submitted().accepted(NOW, STAFF, Optional.of(parent), "");
    }

    @Test
    void a_letter_waits_until_staff_judges_it() {
        assertThat(submitted().stands()).isFalse();
        assertThat(accepted().stands()).isTrue();
        assertThat(submitted().refused(NOW, STAFF, List.of("not-signed"), "").stands()).isFalse();
    }

    @Test
    void a_letter_is_refused_for_a_reason_or_not_at_all() {
        assertThatThrownBy(() -> submitted().refused(NOW, STAFF, List.of(), "because"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_new_letter_waits_after_a_refusal_and_changes_nothing_after_an_acceptance() {
        var refused = submitted().refused(NOW, STAFF, List.of("not-signed"), "");

        assertThat(refused.withNewLetter().letter()).isEqualTo(new Letter.Waiting());
        assertThat(accepted().withNewLetter()).isEqualTo(accepted());
    }

    @Test
    void what_the_parents_holder_says_stops_the_branch_until_staff_judges_anew() {
        var disowned = accepted().disownedBy(HOLDER, "Inconnue chez nous", NOW);

        assertThat(disowned.isAccepted()).isTrue();
        assertThat(disowned.stands()).isFalse();
        var again = disowned.accepted(NOW, STAFF, Optional.of(parent), "Ils se sont parlé");
        assertThat(again.stands()).isTrue();
        assertThat(again.parent()).contains(parent);
        var cut = disowned.refused(NOW, STAFF, List.of("parent-denies"), "");
        assertThat(cut.parent()).isEmpty();
        assertThat(cut.disowned()).isEmpty();
    }

    @Test
    void submitted_anew_a_letter_stands_only_for_the_same_parent() {
        assertThat(accepted().submittedAnew(Optional.of(parent))).isEqualTo(accepted());
        assertThat(accepted().submittedAnew(Optional.empty())).isEqualTo(accepted());
        assertThat(accepted().submittedAnew(Optional.of(other)))
                .isEqualTo(Branch.submitted(id, Optional.of(other)));
    }

    @Test
    void a_parent_that_comes_later_is_tied_once_and_never_to_itself() {
        var alone = Branch.submitted(id, Optional.empty());

        assertThat(alone.tiedTo(parent).parent()).contains(parent);
        assertThat(alone.tiedTo(parent).tiedTo(other).parent()).contains(parent);
        assertThat(alone.tiedTo(id).parent()).isEmpty();
        assertThat(alone.accepted(NOW, STAFF, Optional.of(id), "").parent()).isEmpty();
    }
}
