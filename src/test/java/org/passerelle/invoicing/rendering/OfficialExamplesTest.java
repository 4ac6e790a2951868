package org.passerelle.invoicing.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.invoicing.AnyInvoice;
import org.passerelle.registry.SharedData;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The official examples and unit tests pass and fail as they say: so the rules by which our own
/// documents are judged do bite. Without the folder beside the project, which says so, only the
/// last test stands.
@Requirement("INV-03")
class OfficialExamplesTest {
    private static final String TESTS = "http://difi.no/xsd/vefa/validator/1.0";

    private static Optional<Path> folder() {
        return SharedData.folder().map(data -> data.resolve("einvoice"));
    }

    @Test
    void the_examples_of_peppol_have_no_error() throws IOException {
        for (var folder : folder().stream().toList()) {
            var examples = xml(folder.resolve("peppol-bis-billing-3/rules/examples"));

            assertThat(examples).hasSizeGreaterThan(8);
            for (var example : examples) {
                assertThat(OfficialRules.complaints(Files.readAllBytes(example)))
                        .as(example.getFileName().toString())
                        .noneMatch(said -> said.contains("error"));
            }
        }
    }

    private static List<Path> xml(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
        }
    }

    @Test
    void the_unit_tests_of_peppol_pass_and_fail_as_they_say() throws IOException {
        for (var folder : folder().stream().toList()) {
            assertThat(
                            judged(
                                    folder.resolve("peppol_bis3_unit_tests_and_snippets.tar.gz"),
                                    "/unit-UBL-PEPPOL/"))
                    .as("cases that fall out otherwise than they say")
                    .isEmpty();
        }
    }

    @Test
    void the_unit_tests_of_en_16931_pass_and_fail_as_they_say() throws IOException {
        for (var folder : folder().stream().toList()) {
            assertThat(judged(folder.resolve("en16931_unit_tests.tar.gz"), "-unit-UBL/"))
                    .as("cases that fall out otherwise than they say")
                    .isEmpty();
        }
    }

    private static List<String> judged(Path archive, String folder) throws IOException {
        var sets = files(archive, folder);
        assertThat(sets).hasSizeGreaterThan(50);
        return sets.entrySet().parallelStream()
                .flatMap(set -> disagreements(set.getKey(), set.getValue()).stream())
                .sorted()
                .toList();
    }

    private static Map<String, byte[]> files(Path archive, String folder) throws IOException {
        var found = new TreeMap<String, byte[]>();
        try (var bytes = new BufferedInputStream(Files.newInputStream(archive));
                var tar = new TarArchiveInputStream(new GZIPInputStream(bytes))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var name = entry.getName();
                if (name.contains(folder) && name.endsWith(".xml")) {
                    found.put(name.substring(name.lastIndexOf('/') + 1), tar.readAllBytes());
                }
            }
        }
        return found;
    }

    private static List<String> disagreements(String name, byte[] set) {
        var found = new ArrayList<String>();
        var tests = elements(OfficialRules.dom(set).getElementsByTagNameNS(TESTS, "test"));
        for (var place = 0; place < tests.size(); place++) {
            var fragment = fragment(tests.get(place));
            if (fragment.isEmpty()) {
                continue;
            }
            var broken = OfficialRules.brokenBy(OfficialRules.alone(fragment.get()));
            for (var said : expected(tests.get(place)).entrySet()) {
                if (broken.contains(said.getKey()) != said.getValue()) {
                    found.add(name + " " + (place + 1) + " " + said);
                }
            }
        }
        return found;
    }

    /// Whether each rule named is broken.
    private static Map<String, Boolean> expected(Element test) {
        var expected = new TreeMap<String, Boolean>();
        for (var word : List.of("success", "error", "fatal", "warning")) {
            elements(test.getElementsByTagNameNS(TESTS, word))
                    .forEach(rule ->
                            expected.put(rule.getTextContent().strip(), !word.equals("success")));
        }
        return expected;
    }

    private static Optional<Element> fragment(Element test) {
        return elements(test.getChildNodes()).stream()
                .filter(child -> Set.of("Invoice", "CreditNote").contains(child.getLocalName()))
                .findFirst();
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    @Test
    void a_document_of_ours_with_a_wrong_sum_is_refused() {
        var right = new String(InvoiceUbl.write(AnyInvoice.of(3)), UTF_8);
        var wrong = right.replaceFirst("(<cbc:TaxInclusiveAmount[^>]*>)", "$11");

        assertThat(wrong).isNotEqualTo(right);
        assertThat(OfficialRules.complaints(right.getBytes(UTF_8))).isEmpty();
        assertThat(OfficialRules.complaints(wrong.getBytes(UTF_8)))
                .anyMatch(said -> said.startsWith("fatal_error BR-CO-15"));
    }
}
