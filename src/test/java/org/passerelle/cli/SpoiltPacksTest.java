package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;

/// What a person does to a pack by accident, or to the program on purpose: each is answered by
/// `pack check` with a place and a reason, never with a stack trace.
@Requirement("OPS-02")
class SpoiltPacksTest {
    @TempDir Path folder;

    private Path pack;

    @BeforeEach
    void a_right_pack() throws IOException {
        var base = Files.createDirectories(folder.resolve("base"));
        for (var file : List.of("pack.yaml", "activities.yaml", "rates.yaml")) {
            Files.copy(Path.of("packs/base").resolve(file), base.resolve(file));
        }
        pack = folder.resolve("essai-lu");
        for (var file : Walkthrough.files().entrySet()) {
            write(file.getKey(), file.getValue());
        }
        assertThat(check()).startsWith("0 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    partners/graphix.yaml | eligible: | eligible: [ | 14:11: is not YAML: a value is expected here
                    partners/graphix.yaml | `    versions:` | `\tversions:` | 11:1: is not YAML: a tab; indent with blanks
                    partners/graphix.yaml | name: Graphix | `name: Graphix\nname: Graphiks` | 4:1: key 'name' stands here twice
                    partners/graphix.yaml | website: | `---\nwebsite:` | 4:1: is not YAML: '---' begins a second document
                    partners/graphix.yaml | name: Graphix | `name: &x Graphix\nabout: *x` | 4:8: is not YAML: aliases such as '*x'
                    partners/graphix.yaml | from: 2022-01-01 | from: 2012-01-01 | 15:31: these rules hold from 2012-01-01, but
                    partners/graphix.yaml | at-most: 10000000 USD | at-most: 10000000 KMF | 15:31: there is no rate for KMF
                    partners/graphix.yaml | starts: 07-01 | starts: 02-30 | 10:27: '02-30' is not a day of the year
                    office.yaml | percent: 17 | percent: 170 | 33:35: '170' is not between 0 and 100
                    office.yaml | LU28 0019 | LU29 0019 | 41:9: the check digits of
                    office.yaml | Europe/Luxembourg | Europe/Luxemburg | 5:7: 'Europe/Luxemburg' is no time zone
                    office.yaml | holidays: LU | holidays: CA-XX | 8:13: the public holidays of 'CA-XX' are not known
                    office.yaml | statuses: nonprofit | statuses: nonprofits | 19:15: there is no status 'nonprofits'
                    offers/graphix.yaml | from: 2022-01-01 | from: 2026-02-30 | 9:18: there is no day 2026-02-30
                    offers/graphix.yaml | creative | `creative\n    alternatives: graphix-draw-1y` | 3:12: offer 'graphix-draw-1y'
                    offers/graphix.yaml | 38.00 EUR | -38.00 EUR | 9:38: '-38.00 EUR' is negative
                    pack.yaml | builds-on: base | builds-on: essai-lu | 5:12: pack 'essai-lu' builds on itself
                    pack.yaml | pack: essai-lu | pack: essai | 2:7: pack 'essai' lies in a folder of another name
                    """)
    void a_slip_is_one_line_with_its_place(String file, String right, String wrong, String said)
            throws IOException {
        var text = Files.readString(pack.resolve(file));
        assertThat(text).contains(right);
        write(file, text.replace(right, wrong));

        assertThat(check())
                .startsWith("1 ")
                .contains(pack.resolve(file) + ":" + said)
                .endsWith(": 1 error");
    }

    @Test
    void days_without_rules_are_named() throws IOException {
        replace(
                "partners/graphix.yaml",
                "- from: 2022-01-01",
                "- from: 2022-01-01\n       " + " until: 2023-12-31");
        append("partners/graphix.yaml", "      - {from: 2024-06-01, eligible: qualified}\n");

        assertThat(check())
                .startsWith("1 ")
                .contains(":20:9: no rules hold from 2024-01-01 to" + " 2024-05-31");
    }

    @Test
    void one_offer_takes_the_place_of_another() throws IOException {
        append("offers/graphix.yaml", another("graphix-2") + another("graphix-3"));

        assertThat(check())
                .startsWith("1 ")
                .contains(
                        ":21:12: offer 'graphix-3' succeeds 'graphix-draw-1y', which 'graphix-2'"
                                + " succeeds already");
    }

    private static String another(String word) {
        return """
          - offer: %s
            kind: donation
            programme: graphix-donation
            title: Another
            fee: [{from: 2022-01-01, amount: 1.00 EUR}]
            succeeds: graphix-draw-1y
        """
                .indent(0)
                .formatted(word);
    }

    @Test
    void a_file_that_nobody_reads_is_named() throws IOException {
        Files.move(pack.resolve("office.yaml"), pack.resolve("Office.yaml"));
        Files.move(pack.resolve("partners/graphix.yaml"), pack.resolve("partners/graphix.YAML"));
        write("offers/list.csv", "a;b");
        write("texts/fr/conditions/graphix.txt", "x");
        write("texts/nl/conditions/graphix.md", "# Voorwaarden");

        assertThat(check())
                .startsWith("1 ")
                .contains(
                        "Office.yaml:1:1: is not read: no file of packs has this name; did you"
                                + " mean 'office.yaml'?")
                .contains("office.yaml:1:1: is missing: a pack is the pack of an office")
                .contains(
                        "graphix.YAML:1:1: is not read: files of packs end in .yaml; did you"
                                + " mean 'partners/graphix.yaml'?")
                .contains("list.csv:1:1: is not read: only files that end in .yaml lie in offers")
                .contains("graphix.txt:1:1: is not read: texts are Markdown and end in .md")
                .contains(
                        "texts/nl/conditions/graphix.md:1:1: is in 'nl', which is none of the"
                                + " languages");
    }

    @Test
    void nothing_is_read_through_a_link_out_of_the_pack() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "root:x:0:0");
        Files.delete(pack.resolve("partners/graphix.yaml"));
        Files.createSymbolicLink(pack.resolve("partners/graphix.yaml"), secret);
        Files.createSymbolicLink(pack.resolve("texts/more"), folder);

        assertThat(check())
                .startsWith("1 ")
                .contains("partners/graphix.yaml:1:1: is a link that leads to no file of this pack")
                .contains("texts/more:1:1: is a link that leads to no file of this pack")
                .doesNotContain("root:x");
    }

    @Test
    void a_link_within_the_pack_is_a_file_like_others() throws IOException {
        Files.move(pack.resolve("partners/graphix.yaml"), pack.resolve(".graphix"));
        Files.createSymbolicLink(pack.resolve("partners/graphix.yaml"), Path.of("../.graphix"));

        assertThat(check()).startsWith("0 ");
    }

    @Test
    void bytes_that_are_no_text_are_refused_quickly() throws IOException {
        Files.write(pack.resolve("office.yaml"), "name: é".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(pack.resolve("offers/nul.yaml"), new byte[] {'a', ':', ' ', 0});
        write("partners/long.yaml", "# " + "x".repeat(30_000));
        write("partners/huge.yaml", "# x\n".repeat(1_500_000));
        write("partners/deep.yaml", "[".repeat(5_000));

        assertThat(check())
                .startsWith("1 ")
                .contains("office.yaml:1:1: is not UTF-8")
                .contains("nul.yaml:1:1: holds a character that YAML does not allow: U+0000")
                .contains("long.yaml:1:1: the line has 30,002 characters; at most 20,000 are read")
                .contains("huge.yaml:1:1: is too long: a file of packs has at most 4,000,000 bytes")
                .contains("deep.yaml:1:1: is not YAML we accept: Nesting Depth exceeded")
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void an_empty_folder_a_file_and_nothing_at_all_are_told_apart() throws IOException {
        var empty = Files.createDirectories(folder.resolve("empty"));

        assertThat(check(empty))
                .startsWith("1 ")
                .contains("pack.yaml:1:1: is missing")
                .contains("office.yaml:1:1: is missing")
                .contains("2 errors");
        assertThat(check(pack.resolve("pack.yaml")))
                .startsWith("2 ")
                .contains("is a file; a" + " pack is a folder");
        assertThat(check(folder.resolve("nowhere")))
                .startsWith("2 ")
                .contains("There is no" + " folder");
    }

    @Test
    void a_library_is_right_without_an_office_and_is_not_tried() throws IOException {
        var base = folder.resolve("base");
        assertThat(check(base))
                .startsWith("0 ")
                .contains("base is right: a library that packs" + " build on");

        var facts = Files.writeString(folder.resolve("facts.json"), "{}");
        assertThat(run("pack", "try", base.toString(), "--facts", facts.toString()))
                .startsWith("2 ")
                .contains("is a library that packs build on");
    }

    private String check() {
        return check(pack);
    }

    private static String check(Path folder) {
        return run("pack", "check", folder.toString());
    }

    /// The exit code and all that was printed.
    private static String run(String... arguments) {
        var printed = new StringWriter();
        var exit =
                PasserelleCommand.run(
                        new PrintWriter(printed), new PrintWriter(printed), arguments);
        return exit + " " + printed.toString().strip();
    }

    private void replace(String file, String right, String wrong) throws IOException {
        write(file, Files.readString(pack.resolve(file)).replace(right, wrong));
    }

    private void append(String file, String text) throws IOException {
        write(file, Files.readString(pack.resolve(file)) + text);
    }

    private void write(String file, String text) throws IOException {
        var path = pack.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
