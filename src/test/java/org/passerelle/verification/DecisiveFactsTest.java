package org.passerelle.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.springframework.beans.factory.annotation.Autowired;

/// Which changed fact brings re-qualification forward, as the office's pack says.
@ProductTest
@Requirement("VER-01")
class DecisiveFactsTest {
    private static final Reviewer TOM = new Reviewer(PersonId.random(), "Tom Krier");

    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired Packs packs;

    @Test
    void only_what_a_decision_looked_at_and_the_office_still_names_can_change_it() {
        var id = VerificationFixtures.draft(organisations, verification, packs, PersonId.random());
        var organisation = organisations.get(id);
        var office = packs.get(organisation.office()).office();
        var now = DecisiveFacts.of(organisation, office);
        assertThat(now).anyMatch(fact -> fact.equals("legal-name=" + organisation.name()));
        assertThat(changedFrom(now, organisation, office)).isEmpty();
        var otherName =
                now.stream()
                        .map(fact -> fact.startsWith("legal-name=") ? "legal-name=Avant" : fact)
                        .toList();
        assertThat(changedFrom(otherName, organisation, office)).contains("legal-name");
        var beforePacksSaid =
                now.stream()
                        .filter(fact -> !fact.startsWith("legal-name=") && !fact.contains("decis"))
                        .toList();
        assertThat(changedFrom(beforePacksSaid, organisation, office)).isEmpty();
        var oneNumberMore = new ArrayList<>(beforePacksSaid);
        oneNumberMore.add("LU-TVA=LU10000356");
        assertThat(changedFrom(oneNumberMore, organisation, office)).contains("LU-TVA");
        assertThat(changedFrom(List.of(), organisation, office)).isEmpty();
    }

    private Optional<String> changedFrom(
            List<String> facts, Organisation organisation, Office office) {
        var decision =
                new Decision(List.of(), "", TOM, Instant.EPOCH, List.of(), "", facts, List.of());
        return DecisiveFacts.changed(decision, organisation, office);
    }
}
