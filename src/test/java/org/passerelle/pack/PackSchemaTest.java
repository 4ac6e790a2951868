package org.passerelle.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The schema that editors complete from says what the loader says.
@Requirement("OPS-02")
@ProductTest
class PackSchemaTest {
    /// A pack that others build on has a part of an office, or none.
    private static final Path PART = Path.of("packs/base/office.yaml");

    @LocalServerPort int port;

    static List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        for (var packs : List.of(Path.of("packs"), SamplePack.FOLDER)) {
            try (Stream<Path> found = Files.walk(packs)) {
                found.filter(file -> file.toString().endsWith(".yaml"))
                        .filter(file -> isInPack(packs.relativize(file), packs))
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static boolean isInPack(Path file, Path packs) {
        return Files.exists(packs.resolve(file.getName(0)).resolve("pack.yaml"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_file_of_every_pack_fits_the_schema(Path path) throws IOException {
        var packs = path.startsWith("packs") ? Path.of("packs") : SamplePack.FOLDER;
        var inPack = packs.relativize(path);
        var isPart = path.equals(PART);
        var file =
                isPart ? "office-part.yaml" : inPack.subpath(1, inPack.getNameCount()).toString();

        assertThat(PackSchema.complaints(file, Files.readString(path))).isEmpty();
    }

    @Test
    void the_part_of_an_office_in_a_library_has_keys_of_its_own() throws IOException {
        var part = Files.readString(PART).replace("members:", "member:");

        assertThat(PackSchema.complaints("office-part.yaml", part)).isNotEmpty();
    }

    /// Editors complete keys in a cloned repository because each file says where its schema is.
    @Test
    void every_committed_file_names_a_schema_that_is_there() throws IOException {
        for (var file : files()) {
            if (file.startsWith("packs")) {
                var line = Files.readString(file).lines().findFirst().orElse("");
                assertThat(line).as(file.toString()).startsWith("# yaml-language-server: $schema=");
                var schema = line.substring(line.indexOf('=') + 1);
                assertThat(file.resolveSibling(schema).normalize())
                        .hasFileName(schema.substring(schema.lastIndexOf('/') + 1))
                        .exists();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    offers/all.yaml               | kind: hardware            | knd: hardware             | knd
                    offers/all.yaml               | kind: hardware            | kind: hardwear            | kind
                    offers/all.yaml               | amount: 38.00 EUR         | amount: EUR 38.00         | amount
                    office.yaml                   | qualification: 2 business | qualification: 2 working  | qualification
                    partners/adobe.yaml           | from: 2022-01-01          | from: 1.1.2022            | from
                    programmes/cisco-donation.yaml | - judgement: direct-service | - judge: direct-service | eligible
                    programmes/cisco-donation.yaml | {below: 1400000 CAD}     | {}                        | budget
                    ../base/activities.yaml       | id: political             | id: Political             | id
                    ../base/rates.yaml            | USD: 1.1355               | USD: dear                 | USD
                    """)
    void what_the_loader_refuses_in_form_the_schema_refuses_too(
            String file, String right, String wrong, String named) throws IOException {
        var path = SamplePack.FOLDER.resolve("sample-lu").resolve(file);
        var text = Files.readString(path).replaceFirst(java.util.regex.Pattern.quote(right), wrong);

        assertThat(PackSchema.complaints(file.replace("../base/", ""), text))
                .anyMatch(complaint -> complaint.contains(named));
    }

    @Test
    void the_schema_is_published_for_editors() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var address =
                    URI.create("http://localhost:" + port + "/schema/pack/office.schema.json");
            var answer =
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("json-schema.org/draft/2020-12");
        }
    }
}
