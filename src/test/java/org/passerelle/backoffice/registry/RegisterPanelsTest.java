package org.passerelle.backoffice.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Requirement;
import org.passerelle.backoffice.CasePanels.Badge;
import org.passerelle.backoffice.CasePanels.Line;
import org.passerelle.backoffice.CasePanels.Panel;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.ProfileFixture;
import org.passerelle.organisation.RegistrationState;
import org.passerelle.organisation.Standing;
import org.passerelle.registry.RegistryFixture;
import org.passerelle.ui.Frame;
import org.passerelle.ui.TestFrame;

@Requirement({"VER-05", "VER-08"})
class RegisterPanelsTest {
    private static final Frame FRAME = TestFrame.in(Language.EN);

    @TempDir static Path folder;
    private static RegistryFixture registry;
    private static RegisterPanels panels;

    @BeforeAll
    static void registers_are_installed() throws Exception {
        registry = new RegistryFixture();
        panels = new RegisterPanels(registry.registers());
        registry.take(
                "us-irs-eo-bmf",
                LocalDate.of(2026, 4, 1),
                RegistryFixture.irs(
                        folder,
                        "irs.csv",
                        List.of(
                                RegistryFixture.row("010211478", "UNITED WAY INC", "BANGOR"),
                                RegistryFixture.row("010211479", "CIRCUIT 5A", "ORONO"))));
        var columns =
                "Charity Number,Charity Name,Known As,Postcode,Main Operating Location,Website,"
                        + "Principal Office/Trustees Address";
        registry.take(
                "gb-sc-removed",
                LocalDate.of(2020, 7, 6),
                RegistryFixture.write(
                        folder,
                        "oscr.csv",
                        columns + "\r\nSC000007,Castlecary School Fund,,,Falkirk,,\r\n",
                        StandardCharsets.UTF_8));
    }

    @AfterAll
    static void end() {
        registry.close();
    }

    @Test
    void the_entry_of_its_number_stands_beside_the_data_with_the_differences_in_words() {
        var panel = one(organisation("United Way", "US", "BREWER", Map.of("US-EIN", "010211478")));

        assertThat(panel.title()).isEqualTo("Exempt organizations of the IRS");
        assertThat(panel.lead()).contains("010211478", "1 April 2026", "public domain");
        assertThat(panel.badge()).contains(new Badge("ok", "Active in the register"));
        assertThat(panel.lines())
                .contains(
                        new Line(
                                "Name",
                                "United Way",
                                "UNITED WAY INC",
                                new Badge("ok", "The same")),
                        new Line("Town", "BREWER", "BANGOR", new Badge("warn", "Differs")))
                .anySatisfy(
                        line -> assertThat(line.found()).isEqualTo("Unconditional exemption (01)"));
        assertThat(panel.links())
                .extracting(link -> link.path())
                .contains("/staff/registers/us-irs-eo-bmf/010211478");
    }

    @Test
    void a_removed_charity_is_said_loudly_even_when_all_else_agrees() {
        var panel =
                one(organisation("Castlecary School Fund", "GB", "", Map.of("GB-SC", "SC000007")));

        assertThat(panel.badge()).contains(new Badge("bad", "REMOVED from the register"));
        assertThat(panel.lead()).contains("Open Government Licence");
    }

    @Test
    void a_number_that_is_not_there_is_named_and_the_likest_is_shown_with_what_differs() {
        var panel = one(organisation("Circuit 7A", "US", "ORONO", Map.of("US-EIN", "010000000")));

        assertThat(panel.lead()).contains("Number 010000000 does not stand in");
        assertThat(panel.badge()).isPresent();
        assertThat(panel.badge().orElseThrow().tone()).isNotEqualTo("ok");
        var number = panel.lines().getFirst();
        assertThat(number.field()).isEqualTo("Number");
        assertThat(number.declared()).isEqualTo("010000000");
        assertThat(panel.links().getFirst().path()).endsWith("/" + number.found());
        assertThat(number.verdict()).isEqualTo(new Badge("warn", "Differs"));
        assertThat(number.differs()).isTrue();
        assertThat(panel.lines().get(1).verdict()).isEqualTo(new Badge("warn", "Differs"));
        assertThat(panel.links().getLast().path())
                .isEqualTo(
                        "/staff/registers/search?name=Circuit+7A&town=ORONO&postal=04401"
                                + "&country=US");
    }

    @Test
    void what_was_not_declared_cannot_differ_and_is_not_marked() {
        var number = one(organisation("Circuit 7A", "US", "ORONO", Map.of())).lines().getFirst();

        assertThat(number.verdict().tone()).isEqualTo("mute");
        assertThat(number.differs()).isFalse();
    }

    @Test
    void where_no_register_of_the_country_is_installed_nothing_is_said() {
        assertThat(panels.of(organisation("X", "LU", "Luxembourg", Map.of()), FRAME)).isEmpty();
    }

    private static Panel one(Organisation organisation) {
        var shown = panels.of(organisation, FRAME);
        assertThat(shown).hasSize(1);
        return shown.getFirst();
    }

    private static Organisation organisation(
            String name, String country, String town, Map<String, String> identifiers) {
        var address = new Address("1 Main St", "04401", town, Optional.empty(), country);
        var profile =
                new ProfileFixture(
                        name,
                        List.of(),
                        country,
                        identifiers,
                        Optional.of(address).filter(_ -> !town.isEmpty()),
                        Optional.empty());
        return new Organisation(
                new OrganisationId(UUID.randomUUID()),
                OfficeId.of("an-office"),
                new PersonId(UUID.randomUUID()),
                profile.profile(),
                new RegistrationState.Draft(),
                new Standing.Undecided());
    }
}
