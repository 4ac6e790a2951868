package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;
import org.passerelle.pack.SamplePack;

@Requirement("OPS-02")
class PackCheckTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_right_pack_is_summed_up_in_one_line() {
        assertThat(run("pack", "check", SamplePack.FOLDER.resolve("sample-lu").toString()))
                .isZero();

        assertThat(out.toString().lines())
                .singleElement()
                .asString()
                .matches(
                        "sample-lu is right: 2 partners, 2 programmes, 3 offers, version"
                                + " [0-9a-f]{64}");
    }

    @Test
    void errors_are_printed_as_compilers_do_with_what_was_meant() {
        SamplePack.copyTo(folder);
        SamplePack.replace(folder, "sample-lu/office.yaml", "zone: Europe", "zon: Europe");
        SamplePack.replace(folder, "base/activities.yaml", "id: culture", "id: education");
        var pack = folder.resolve("sample-lu");

        assertThat(run("pack", "check", pack.toString())).isOne();

        assertThat(out.toString().lines())
                .contains(
                        pack
                                + "/office.yaml:4:1: unknown key 'zon'; did you mean 'zone'?"
                                + " (office.yaml › zon)",
                        pack + ": 2 errors")
                .anyMatch(line ->
                        line.startsWith(
                                folder.resolve("base/activities.yaml:8:9")
                                        + ": activity 'education' stands twice"));
    }

    @Test
    void several_packs_are_checked_in_one_run() {
        SamplePack.copyTo(folder);
        SamplePack.replace(folder, "sample-lu/office.yaml", "zone: Europe", "zon: Europe");

        var exit =
                run(
                        "pack",
                        "check",
                        folder.resolve("sample-lu").toString(),
                        SamplePack.FOLDER.resolve("sample-lu").toString());

        assertThat(exit).isOne();
        assertThat(out.toString()).contains("1 error\n", "sample-lu is right");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack check", "pack check nowhere", "pack chekc x", "pakc", "pack"})
    void a_wrong_usage_is_told_apart_and_explained(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void help_and_version_are_at_hand() {
        assertThat(run("--help")).isZero();
        assertThat(run("pack", "check", "--help")).isZero();
        assertThat(out.toString()).contains("Usage: passerelle pack check", "DIR...");
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("passerelle ");
    }

    @Test
    void settings_start_the_server_and_words_are_commands() {
        assertThat(PasserelleCommand.isAskedBy(new String[] {})).isFalse();
        assertThat(PasserelleCommand.isAskedBy(new String[] {"--server.port=1"})).isFalse();
        assertThat(PasserelleCommand.isAskedBy(new String[] {"--help"})).isTrue();
        assertThat(PasserelleCommand.isAskedBy(new String[] {"pack", "check"})).isTrue();
        assertThat(PasserelleCommand.isAskedBy(new String[] {"pakc"})).isTrue();
    }

    private int run(String... arguments) {
        return PasserelleCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
