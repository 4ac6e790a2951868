package org.passerelle.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Fault;
import org.passerelle.organisation.Likeness;
import org.passerelle.organisation.Missing;
import org.passerelle.organisation.Profile;
import org.passerelle.organisation.Profile.LegalNumber;
import org.passerelle.organisation.Profile.Parent;
import org.passerelle.pack.LoadOutcome;
import org.passerelle.pack.PackLoader;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Pack;

/// A branch as it is typed (ORG-06), with the words of the Canadian office.
@Requirement("ORG-06")
class BranchReadingTest {
    private static final Pack CANADA =
            ((LoadOutcome.Loaded) PackLoader.load(Path.of("packs/techsoup-ca"))).pack();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String NUMBER = "119219814RR0001";

    private static Draft branch(String name, String town) {
        return Draft.empty()
                .with("legal-name", name)
                .with("country", "CA")
                .with("form", "registered-charity")
                .with("branch", "yes")
                .with("parent-name", "Fondation canadienne du rein")
                .with("parent-number", "119219814 RR 0001")
                .with("street", "12, rue King")
                .with("postal-code", "N2G 1A1")
                .with("town", town)
                .with("official-email", "info@rein.example")
                .with("website", "rein.example")
                .with("phone", "+1 519 555 01" + Math.floorMod((name + town).hashCode(), 90) + 10);
    }

    private static Profile read(Draft draft) {
        return RegistrationReading.of(draft, CANADA, TODAY).profile();
    }

    private static Profile parent(String name) {
        return read(branch(name, "Kitchener").with("branch").with("identifier.CA-BN", NUMBER));
    }

    @Test
    void it_names_its_parent_and_has_no_number_of_its_own() {
        var typed = branch("Rein - Kitchener", "Kitchener").with("identifier.CA-BN", NUMBER);
        var profile = read(typed);

        assertThat(profile.identifiers()).isEmpty();
        assertThat(profile.branchOf())
                .contains(
                        new Parent(
                                "Fondation canadienne du rein",
                                Optional.of(new LegalNumber("CA-BN", NUMBER))));
    }

    @Test
    void it_is_asked_for_the_letter_instead_of_number_and_documents_of_its_form() {
        var office = CANADA.office();
        var asked = office.branches().orElseThrow().documents();
        var missing = Completeness.missing(branch("Rein", "Kitchener"), office, Set.of());

        assertThat(missing).doesNotContain(new Missing.Value("identifier.CA-BN"));
        assertThat(missing.stream().filter(Missing.Evidence.class::isInstance))
                .containsExactlyElementsOf(asked.stream().map(Missing.Evidence::new).toList());
        assertThat(Completeness.missing(Draft.empty().with("branch", "yes"), office, Set.of()))
                .contains(new Missing.Value("parent-name"));
        assertThat(Completeness.missing(branch("Rein", "K").with("branch"), office, Set.of()))
                .contains(new Missing.Value("identifier.CA-BN"));
    }

    @Test
    void a_number_of_the_parent_that_cannot_be_one_is_told() {
        var reading =
                RegistrationReading.of(
                        branch("Rein", "Kitchener").with("parent-number", "119219815RR0001"),
                        CANADA,
                        TODAY);

        assertThat(reading.faults()).extracting(Fault::field).containsExactly("parent-number");
        assertThat(reading.profile().branchOf().orElseThrow().number()).isEmpty();
    }

    @Test
    @Requirement("ORG-03")
    void a_branch_is_no_duplicate_of_its_parent() {
        var name = "Fondation canadienne du rein";
        var branch = read(branch(name, "Kitchener"));

        assertThat(Resemblance.of(branch, parent(name), Office.Duplicates.USUAL)).isEmpty();
        assertThat(Resemblance.of(parent(name), branch, Office.Duplicates.USUAL)).isEmpty();
        var byName = read(branch(name, "Kitchener").with("parent-number"));
        assertThat(Resemblance.of(byName, parent(name), Office.Duplicates.USUAL)).isEmpty();
    }

    @Test
    @Requirement("ORG-03")
    void the_name_of_another_body_makes_it_no_branch_of_that_one() {
        var name = "Fondation canadienne du rein";
        var stranger =
                read(
                        branch(name, "Kitchener")
                                .with("branch")
                                .with("identifier.CA-BN", "118830900RR0001"));

        assertThat(
                        Resemblance.of(
                                        read(branch(name, "Kitchener")),
                                        stranger,
                                        Office.Duplicates.USUAL)
                                .orElseThrow())
                .matches(Resemblance::isNearCertain);
    }

    @Test
    @Requirement("ORG-03")
    void two_branches_of_one_name_in_one_town_are_near_certainly_one() {
        var one = read(branch("Rein - Section locale", "Kitchener"));
        var other =
                read(
                        branch("Rein, section locale", "Kitchener")
                                .with("street", "99, rue Queen")
                                .with("phone", "+1 519 555 9999"));

        var found = Resemblance.of(one, other, Office.Duplicates.USUAL).orElseThrow();
        assertThat(found.likenesses())
                .containsExactlyInAnyOrder(Likeness.NAME, Likeness.TOWN, Likeness.PARENT);
        assertThat(found.isNearCertain()).isTrue();
    }

    @Test
    @Requirement("ORG-03")
    void branches_of_two_towns_that_share_site_and_mail_are_two() {
        var one = read(branch("Rein - Section locale", "Kitchener"));
        var other =
                read(
                        branch("Rein - Section locale", "Guelph")
                                .with("street", "99, rue Queen")
                                .with("phone", "+1 519 555 9999"));

        assertThat(
                        Resemblance.of(one, other, Office.Duplicates.USUAL)
                                .filter(Resemblance::isNearCertain))
                .isEmpty();
    }
}
