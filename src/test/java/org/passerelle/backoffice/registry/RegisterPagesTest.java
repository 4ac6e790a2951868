package org.passerelle.backoffice.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.registry.ImportOrder;
import org.passerelle.registry.ImportOutcome;
import org.passerelle.registry.Importing;
import org.passerelle.registry.Progress;
import org.passerelle.registry.RegisterId;
import org.passerelle.registry.RegistryFixture;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProductTest
@Requirement({"VER-05", "VER-08"})
class RegisterPagesTest {
    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Importing importing;
    @TempDir Path folder;

    private ImportOutcome take(String asOf, Path file) {
        return importing.run(
                new ImportOrder(
                        RegisterId.of("us-irs-eo-bmf"),
                        List.of(file),
                        LocalDate.parse(asOf),
                        OptionalLong.empty(),
                        false,
                        false,
                        "a test"),
                Progress.none());
    }

    @Test
    void staff_sees_what_is_installed_finds_an_entry_and_reads_its_history() throws Exception {
        var before = RegistryFixture.row("010211478", "UNITED WAY OF EASTERN MAINE", "BANGOR");
        var after = RegistryFixture.with(before, "NAME", "HEART OF MAINE UNITED WAY");
        take("2026-03-01", RegistryFixture.irs(folder, "3.csv", List.of(before)));
        take("2026-04-01", RegistryFixture.irs(folder, "4.csv", List.of(after)));
        take(
                "2026-05-01",
                RegistryFixture.irs(
                        folder, "5.csv", List.of(RegistryFixture.row("1", "ANOTHER", "ORONO"))));
        var site = Site.signedIn(port, Accounts.staff(people, Role.REVIEWER));

        var list = site.get("/staff/registers?lang=en").body();
        assertThat(list)
                .contains("Exempt organizations of the IRS", "1 April 2026")
                .contains("Refused, nothing changed", "would be gone: 1 of 1, more than 5%");

        var found =
                site.get(
                                "/staff/registers/search?name=Heart+of+Maine+United+Way"
                                        + "&town=Bangor&country=US")
                        .body();
        assertThat(found)
                .contains("/staff/registers/us-irs-eo-bmf/010211478", "Active in the register")
                .contains("public domain");
        assertThat(site.get("/staff/registers/search?name=01-0211478").body())
                .contains("/staff/registers/us-irs-eo-bmf/010211478");

        var entry = site.get("/staff/registers/us-irs-eo-bmf/010211478").body();
        assertThat(entry)
                .contains("NAME: UNITED WAY OF EASTERN MAINE → HEART OF MAINE UNITED WAY")
                .contains("first seen", "1 March 2026");
        assertThat(site.get("/staff/registers/us-irs-eo-bmf/9").statusCode()).isEqualTo(404);
        assertThat(site.get("/staff/registers/Nobody/9").statusCode()).isEqualTo(404);
    }
}
