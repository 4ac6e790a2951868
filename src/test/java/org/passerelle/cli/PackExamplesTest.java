package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.Requirement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The described organisations of `packs/examples`, through the command a stranger would type.
/// Those of another office than Luxembourg's lie in a folder named as its pack.
@Requirement({"OPS-02", "ORD-02", "ELI-02"})
class PackExamplesTest {
    private static final Path EXAMPLES = Path.of("packs", "examples");

    /// What keeps each basket from being ordered: line, offer, code.
    private static final Map<String, List<String>> RESTRICTIONS =
            Map.ofEntries(
                    Map.entry("autodesk-2022", List.of("0 autocad-1y allotment-exceeded")),
                    Map.entry(
                            "autodesk-customer",
                            List.of("0 autocad-1y not-eligible", "0 autocad-1y waiver-missing")),
                    Map.entry(
                            "autodesk-customer-with-waiver",
                            List.of("0 autocad-1y allotment-exceeded")),
                    Map.entry(
                            "cisco-not-yet-judged",
                            List.of(
                                    "0 cisco-switch-24 undecided",
                                    "0 cisco-switch-24 answers-missing")),
                    Map.entry(
                            "cisco-over-limit", List.of("1 cisco-access-point allotment-exceeded")),
                    Map.entry(
                            "hardly-known",
                            List.of("0 autocad-1y undecided", "1 zoom-meetings-1y undecided")),
                    Map.entry("microsoft-fifty", List.of("0 windows-11-pro allotment-exceeded")),
                    Map.entry("microsoft-fifty-anew", List.of()),
                    Map.entry(
                            "over-budget",
                            List.of(
                                    "0 gravityzone-25 not-eligible",
                                    "1 docusign-standard not-eligible",
                                    "2 autocad-1y not-eligible")),
                    Map.entry("public-library", List.of("2 office-ltsc-standard below-minimum")),
                    Map.entry(
                            "religious",
                            List.of(
                                    "0 acrobat-pro-1y not-eligible",
                                    "1 norton-360-5 not-eligible")),
                    Map.entry("religious-secular-work", List.of("1 norton-360-5 not-eligible")),
                    Map.entry("small-culture-asbl", List.of()),
                    Map.entry(
                            "three-violations",
                            List.of(
                                    "0 autocad-1y allotment-exceeded",
                                    "1 windows-11-get-genuine must-be-alone",
                                    "2 creative-cloud-all-apps person-already-has-one")),
                    Map.entry(
                            "zoom-renewal",
                            List.of(
                                    "1 zoom-pro-licences allotment-exceeded",
                                    "1 zoom-pro-licences above-maximum")),
                    Map.entry("socialware-be/small-vzw", List.of()),
                    Map.entry(
                            "socialware-be/adobe-four-a-year",
                            List.of("0 photoshop-elements allotment-exceeded")),
                    Map.entry(
                            "socialware-be/cisco-budget-too-large",
                            List.of("0 switch-24 not-eligible")),
                    Map.entry("techsoup-ca/small-charity", List.of()),
                    Map.entry(
                            "techsoup-ca/adobe-four-a-year",
                            List.of("1 photoshop-elements-2025 allotment-exceeded")),
                    Map.entry(
                            "techsoup-ca/bitdefender-over-budget",
                            List.of("0 bitdefender-gravityzone-25 not-eligible")),
                    Map.entry(
                            "techsoup-ca/cisco-for-charities-only",
                            List.of("0 cisco-router not-eligible")),
                    Map.entry(
                            "techsoup-ca/cisco-without-answers",
                            List.of("0 cisco-router answers-missing")),
                    Map.entry(
                            "techsoup-ca/get-genuine-not-alone-and-again",
                            List.of(
                                    "0 windows-get-genuine must-be-alone",
                                    "0 windows-get-genuine once-in-a-lifetime")),
                    Map.entry("techsoup-ca/library", List.of("2 cisco-router not-eligible")),
                    Map.entry(
                            "techsoup-ca/microsoft-fifty-in-2017",
                            List.of("0 office-standard-2016 allotment-exceeded")),
                    Map.entry(
                            "techsoup-ca/post-office-box",
                            List.of("1 refurbished-laptop post-office-box")),
                    Map.entry(
                            "techsoup-ca/religious",
                            List.of(
                                    "0 norton-360-deluxe-5 not-eligible",
                                    "1 acrobat-pro-1y not-eligible")));

    static Stream<String> examples() throws IOException {
        try (var files = Files.walk(EXAMPLES)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .map(file -> EXAMPLES.relativize(file).toString().replace(".json", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void each_example_is_restricted_as_its_name_says(String name) {
        var found = new ArrayList<String>();
        for (var restriction : answer(name).get("restrictions")) {
            found.add(
                    restriction.get("line").asInt()
                            + " "
                            + restriction.get("offer").asString()
                            + " "
                            + restriction.get("code").asString());
            assertThat(restriction.get("text").asString()).isNotBlank();
            assertThat(restriction.get("remedies")).isNotEmpty();
        }

        assertThat(RESTRICTIONS).containsKey(name);
        assertThat(found).isEqualTo(RESTRICTIONS.get(name));
    }

    @Test
    @Requirement("ELI-01")
    void work_open_to_everyone_opens_programmes_to_a_religious_organisation() {
        var before = outcomes("religious");
        var after = outcomes("religious-secular-work");

        for (var opened : List.of("adobe-donation", "autodesk-donation", "tableau", "veritas")) {
            assertThat(before).as(opened).containsEntry(opened, "ineligible");
            assertThat(after).as(opened).containsEntry(opened, "eligible");
        }
        assertThat(after).containsEntry("norton", "ineligible");
    }

    @Test
    @Requirement("ELI-05")
    void the_waiver_of_the_partner_opens_its_programme() {
        assertThat(outcomes("autodesk-customer")).containsEntry("autodesk-donation", "ineligible");
        assertThat(outcomes("autodesk-customer-with-waiver"))
                .containsEntry("autodesk-donation", "eligible");
    }

    @Test
    void what_is_not_known_is_not_decided() {
        assertThat(outcomes("hardly-known"))
                .containsEntry("autodesk-donation", "undecided")
                .containsEntry("zoom", "undecided")
                .containsEntry("workplace-validation", "ineligible")
                .doesNotContainValue("eligible");
    }

    private static Map<String, String> outcomes(String example) {
        var outcomes = new TreeMap<String, String>();
        for (var programme : answer(example).get("programmes")) {
            outcomes.put(
                    programme.get("programme").asString(), programme.get("outcome").asString());
        }
        return outcomes;
    }

    private static JsonNode answer(String example) {
        var out = new StringWriter();
        var err = new StringWriter();
        var office = example.contains("/") ? example.replaceFirst("/.*", "") : "socialware-lu";
        var exit =
                PasserelleCommand.run(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "pack",
                        "try",
                        Path.of("packs", office).toString(),
                        "--facts",
                        EXAMPLES.resolve(example + ".json").toString(),
                        "--format",
                        "json");
        assertThat(exit).as(err.toString()).isZero();
        return JsonMapper.shared().readTree(out.toString());
    }
}
