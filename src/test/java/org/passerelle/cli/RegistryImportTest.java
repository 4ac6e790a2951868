package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Requirement;
import org.passerelle.TestDatabase;

/// `passerelle registry` as somebody at a terminal sees it.
@Requirement("VER-08")
class RegistryImportTest {
    private static final String HEAD =
            "Charity Number,Charity Name,Known As,Postcode,Main Operating Location,Website,"
                    + "Principal Office/Trustees Address\r\n";

    @TempDir Path folder;
    private final String database = "--passerelle.database.url=" + TestDatabase.createEmpty();

    private record Run(int exit, String out, String err) {}

    private Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exit = PasserelleCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Run(exit, out.toString(), err.toString());
    }

    private Run imported(Path file, String... more) {
        var arguments =
                new ArrayList<>(
                        List.of("registry", "import", "gb-sc-removed", file.toString(), database));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private Path file(String name, String rows) throws Exception {
        return Files.write(folder.resolve(name), (HEAD + rows).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void imports_says_what_changed_and_lists_what_is_installed() throws Exception {
        var file = file("removed-2020-07-06.csv", "SC000007,Castlecary School Fund,,,,,\r\n");

        var first = imported(file);
        var second = imported(file);
        var listed = run("registry", "list", database);

        assertThat(first.exit()).isZero();
        assertThat(first.out())
                .contains("gb-sc-removed as of 2020-07-06: imported in")
                .contains("1 records: 1 new, 0 changed, 0 gone, 0 back")
                .contains("1 entries stand in the register now, 0 of them active")
                .contains("compare 1 records with the keeper's page, or say --records=NUMBER");
        assertThat(first.err()).contains("1 records read", "a second", "writing…");
        assertThat(second.exit()).isZero();
        assertThat(second.out()).contains("nothing changed, all 1 entries stand as they were");
        assertThat(listed.out())
                .contains("gb-sc-removed    as of 2020-07-06: 1 entries, 0 active")
                .contains("us-irs-eo-bmf    not installed");
    }

    @Test
    void refuses_another_number_of_records_than_the_keeper_says_and_compares_with_the_last()
            throws Exception {
        var one = "SC000007,Castlecary School Fund,,,,,\r\n";
        var two = one + "SC000008,Another Fund,,,,,\r\n";
        var july = file("removed-2020-07-06.csv", one);

        var refused = imported(july, "--records=2");
        var whole = imported(july, "--records=1");
        var later = imported(file("removed-2020-08-06.csv", two));

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out())
                .contains("removed-2020-07-06.csv: 1 records were read, and 2 should be there");
        assertThat(whole.exit()).isZero();
        assertThat(whole.out()).contains("As many records as were to be there");
        assertThat(later.out()).contains("1 entries stood in it as of 2020-07-06: +1");
    }

    @Test
    void refuses_a_cut_file_with_its_line() throws Exception {
        var refused = imported(file("a.csv", "SC000007,Castle"), "--as-of=2020-07-06");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out())
                .contains(
                        "Refused, nothing changed: a.csv:2: the record has 2 fields, the header 7");
    }

    @Test
    void asks_for_the_date_when_no_name_says_it() throws Exception {
        var asked = imported(file("a.csv", "SC000007,Castlecary School Fund,,,,,\r\n"));

        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.err()).contains("say --as-of=");
    }

    @Test
    void names_the_registers_there_are_when_it_knows_none_of_that_name() throws Exception {
        var file = file("a-2020-07-06.csv", "");

        var unknown = run("registry", "import", "gb-chc", file.toString(), database);

        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("no register gb-chc", "gb-nic", "us-irs-eo-bmf");
    }

    @Test
    void says_plainly_that_the_product_holds_the_data_folder() throws Exception {
        var held = Files.createDirectories(folder.resolve("data"));
        try (var channel =
                        FileChannel.open(
                                held.resolve("passerelle.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();

            var refused = run("registry", "list", "--passerelle.data-folder=" + held);

            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("Another Passerelle already runs on the data in " + held)
                    .contains("Stop it while the command runs");
        }
    }

    @Test
    void what_is_no_setting_is_a_wrong_usage() {
        assertThat(run("registry", "list", "--server.portt=1").exit()).isEqualTo(2);
    }
}
