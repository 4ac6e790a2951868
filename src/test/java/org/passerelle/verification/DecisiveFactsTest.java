package org.passerelle.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.LoadOutcome;
import org.passerelle.pack.PackLoader;
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
        var both = new ArrayList<>(otherName);
        both.replaceAll(fact -> fact.startsWith("LU-RCS=") ? "LU-RCS=F1" : fact);
        assertThat(changedFrom(both, organisation, office))
                .as("each once, though a number came and another went")
                .containsExactlyInAnyOrder("legal-name", "LU-RCS");
    }

    @ParameterizedTest
    @CsvSource({
        "socialware-lu, asbl, LU-RCS, F104857, F104858, FR-SIREN, 732829320, 443061841",
        "techsoup-ca, registered-charity, CA-BN, 119219814RR0001, 107951618RR0001,"
                + " US-EIN, 530196605, 131684331"
    })
    void a_number_of_another_country_counts_only_where_the_pack_says_so_and_never_when_added(
            String office,
            String form,
            String own,
            String number,
            String otherNumber,
            String foreign,
            String abroad,
            String otherAbroad,
            @TempDir Path folder)
            throws IOException {
        var usual = packs.get(OfficeId.of(office)).office();
        var bare = Draft.empty().with("form", form).with("identifier." + own, number);
        var one = kept(usual, bare);
        var two = kept(usual, bare.with("identifier." + foreign, abroad));
        var other = kept(usual, bare.with("identifier." + foreign, otherAbroad));
        var moved = kept(usual, bare.with("identifier." + own, otherNumber));
        assertThat(two.profile().identifiers()).containsEntry(foreign, abroad);

        assertThat(changed(one, two, usual)).as("added").isEmpty();
        assertThat(changed(two, other, usual)).as("another").isEmpty();
        assertThat(changed(two, one, usual)).as("gone").isEmpty();
        assertThat(changed(one, moved, usual)).contains(own);
        var before = new ArrayList<>(DecisiveFacts.of(one, usual));
        before.add(foreign + "=" + abroad);
        assertThat(changedFrom(before, one, usual)).as("decided before this").isEmpty();

        var strict = countingForeign(office, folder);
        assertThat(changed(one, two, strict)).as("added").isEmpty();
        assertThat(changed(two, two, strict)).isEmpty();
        assertThat(changed(two, other, strict)).contains(foreign);
        assertThat(changed(two, one, strict)).contains(foreign);
        assertThat(changed(two, moved, strict)).contains(own);
    }

    private Organisation kept(Office office, Draft draft) {
        var holder = PersonId.random();
        var actor = VerificationFixtures.member(holder);
        var id = organisations.start(actor, holder, office.id());
        organisations.save(actor, id, draft);
        return organisations.get(id);
    }

    private static Office countingForeign(String office, Path folder) throws IOException {
        var packs = Path.of("packs");
        try (var files = Files.walk(packs)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(packs.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        var pack = folder.resolve(office);
        var yaml = pack.resolve("office.yaml");
        var text = Files.readString(yaml);
        var strict = text.replace("form, identifiers]", "form, identifiers, foreign-identifiers]");
        assertThat(strict).isNotEqualTo(text);
        Files.writeString(yaml, strict);
        return ((LoadOutcome.Loaded) PackLoader.load(pack)).pack().office();
    }

    private List<String> changed(Organisation then, Organisation now, Office office) {
        return changedFrom(DecisiveFacts.of(then, office), now, office);
    }

    private List<String> changedFrom(List<String> facts, Organisation organisation, Office office) {
        var decision =
                new Decision(List.of(), "", TOM, Instant.EPOCH, List.of(), "", facts, List.of());
        return DecisiveFacts.changed(decision, organisation, office);
    }
}
