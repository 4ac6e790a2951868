package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Requirement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `passerelle pack try` as a person at a terminal meets it.
@Requirement({"OPS-02", "ELI-01", "ELI-02", "ORD-02", "ORD-03"})
class PackTryTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PACK = "packs/socialware-lu";

    /// The facts of the contract, but for the waiver.
    private static final String FACTS =
            """
            { "at": "2022-09-12T10:00:00+02:00",
              "organisation": { "country": "LU", "form": "asbl", "statuses": ["nonprofit"],
                "activity": "1100", "activities": ["1100"], "purposes": [], "designations": [],
                "budget": {"amount": "350000.00", "currency": "EUR", "year": 2021},
                "staff": 12, "qualified": true, "address": {"country": "LU", "poBox": false},
                "attested": [], "judgements": {} },
              "purchases": [ {"partner": "autodesk", "on": "2021-02-12"} ],
              "waivers": [ ],
              "history": [ {"offer": "autocad-1y", "quantity": 1, "placed": "2022-07-04T09:00:00+02:00",
                            "state": "delivered", "persons": []} ],
              "basket": [ {"offer": "autocad-1y", "quantity": 2, "answers": {}, "persons": [],
                           "accepted": true} ] }
            """;

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String facts, String... more) throws IOException {
        var file = Files.writeString(folder.resolve("facts.json"), facts);
        var arguments =
                new java.util.ArrayList<>(List.of("pack", "try", PACK, "--facts", file.toString()));
        arguments.addAll(List.of(more));
        return PasserelleCommand.run(
                new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    }

    private JsonNode answer(String facts) throws IOException {
        assertThat(run(facts)).as(err.toString()).isZero();
        return JSON.readTree(out.toString());
    }

    private List<String> errors(String facts) throws IOException {
        assertThat(run(facts)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        return err.toString()
                .lines()
                .map(line -> line.replace(folder.resolve("facts.json").toString(), "F"))
                .toList();
    }

    private static JsonNode programme(JsonNode answer, String id) {
        return answer.get("programmes")
                .valueStream()
                .filter(each -> each.get("programme").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_contract_s_example_word_for_word() throws IOException {
        var answer = answer(FACTS);
        var autodesk = programme(answer, "autodesk-donation");
        assertThat(autodesk.get("version").asString()).isEqualTo("2022-01-01");
        assertThat(autodesk.get("outcome").asString()).isEqualTo("ineligible");
        var purchase =
                autodesk.get("findings")
                        .valueStream()
                        .filter(each -> each.get("criterion").asString().equals("customer-of"))
                        .findFirst()
                        .orElseThrow();
        assertThat(without(purchase, "text"))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"criterion": "customer-of", "outcome": "unmet",
                                 "found": "2021-02-12",
                                 "demanded": "no purchase since 2019-09-12",
                                 "remedy": "waiver"}
                                """));

        var restrictions = answer.get("restrictions");
        assertThat(restrictions.valueStream().map(each -> each.get("code").asString()))
                .containsExactly("not-eligible", "allotment-exceeded", "waiver-missing");
        assertThat(without(restrictions.get(1), "text"))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"line": 0, "offer": "autocad-1y", "code": "allotment-exceeded",
                                 "programme": "autodesk-donation", "limit": "2", "used": "1",
                                 "asked": "2", "left": "1", "resets": "2023-07-01",
                                 "remedies": ["reduce-to-1", "wait"]}
                                """));
        assertThat(answer.get("mayStillOrder").valueStream())
                .contains(
                        JSON.readTree(
                                """
                                {"programme": "autodesk-donation", "count": "products",
                                 "limit": "2", "used": "1", "left": "1", "resets": "2023-07-01"}
                                """));
    }

    /// Taxes need no database: they are decided as in a cart and on an invoice.
    @Test
    @Requirement("INV-02")
    void the_taxes_of_each_line_with_their_grounds() throws IOException {
        var here = answer(FACTS).get("taxes");
        assertThat(without(here.get(0), "taxes", "grounds"))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"line": 0, "offer": "autocad-1y", "outcome": "rates"}
                                """));
        assertThat(without(here.get(0).get("taxes").get(0), "text"))
                .isEqualTo(JSON.readTree("{\"tax\": \"vat-standard\", \"percent\": \"17\"}"));
        assertThat(here.get(0).get("taxes").get(0).get("text").asString()).startsWith("TVA 17");
        assertThat(here.get(0).get("grounds").size()).isPositive();
    }

    private static final String BELGIAN =
            FACTS.replace(
                    "\"address\": {\"country\": \"LU\", \"poBox\": false}",
                    "\"address\": {\"country\": \"BE\"}, \"vatNumber\": "
                            + "{\"number\": \"BE0123456749\", \"checked\": \"2022-09-01\"}");

    @Test
    @Requirement("INV-02")
    void with_a_number_found_valid_abroad_the_customer_owes_the_tax() throws IOException {
        var abroad = answer(BELGIAN).get("taxes").get(0);

        assertThat(abroad.get("outcome").asString()).isEqualTo("reverse-charge");
        assertThat(abroad.get("taxes").get(0).get("percent").asString()).isEqualTo("0");
    }

    @Test
    @Requirement("INV-02")
    void with_a_number_the_register_does_not_know_the_rates_hold() throws IOException {
        var unknown = BELGIAN.replace("\"checked\"", "\"valid\": false, \"checked\"");

        assertThat(answer(unknown).get("taxes").get(0).get("outcome").asString())
                .isEqualTo("rates");
    }

    @Test
    void a_region_that_the_pack_does_not_have_is_a_fault_of_the_facts() throws IOException {
        assertThat(errors(FACTS.replace("\"poBox\": false", "\"region\": \"CA-ON\"")))
                .singleElement()
                .asString()
                .contains("region");
    }

    private static JsonNode without(JsonNode node, String... names) {
        var copy = node.deepCopy().asObject();
        copy.remove(List.of(names));
        return copy;
    }

    @Test
    void with_the_waiver_the_programme_is_open_and_one_can_be_had() throws IOException {
        var facts =
                FACTS.replace(
                                "\"waivers\": [ ]",
                                "\"waivers\": [{\"programme\": \"autodesk-donation\","
                                        + " \"from\": \"2022-01-01\", \"to\": \"2022-12-31\"}]")
                        .replace("\"quantity\": 2", "\"quantity\": 1");
        var answer = answer(facts);
        assertThat(programme(answer, "autodesk-donation").get("outcome").asString())
                .isEqualTo("eligible");
        assertThat(answer.get("restrictions").size()).isZero();
    }

    @Test
    void every_programme_answers_in_the_pack_s_order_with_every_leaf_in_the_language_asked_for()
            throws IOException {
        var french = answer(FACTS);
        out.getBuffer().setLength(0);
        assertThat(run(FACTS, "--language", "en")).isZero();
        var english = JSON.readTree(out.toString());

        assertThat(french.get("programmes").size()).isGreaterThan(15);
        for (var programme : french.get("programmes").values()) {
            assertThat(programme.propertyNames())
                    .containsExactly("programme", "version", "outcome", "findings");
            for (var finding : programme.get("findings").values()) {
                assertThat(finding.propertyNames())
                        .containsExactly(
                                "criterion", "outcome", "found", "demanded", "remedy", "text");
                assertThat(finding.get("text").asString()).doesNotContain("rules.");
            }
        }
        assertThat(french.toString()).contains("Demandez l’accord écrit d’Autodesk");
        assertThat(english.toString()).contains("Ask Autodesk for a written approval");
    }

    @Test
    void what_nobody_told_is_unknown_and_says_so() throws IOException {
        var answer = answer("{\"at\": \"2022-09-12T10:00:00+02:00\", \"organisation\": {}}");
        var autodesk = programme(answer, "autodesk-donation");
        assertThat(autodesk.get("outcome").asString()).isEqualTo("undecided");
        assertThat(autodesk.get("findings").get(1).get("found").isNull()).isTrue();
        assertThat(autodesk.get("findings").get(1).get("remedy").asString())
                .isEqualTo("tell-us-budget");
    }

    @Test
    void a_person_can_read_it_with_marks_and_ways_out() throws IOException {
        assertThat(run(FACTS, "--format", "text", "--language", "en")).isZero();
        assertThat(out.toString())
                .contains("✗ Autodesk donations (autodesk-donation, rules of 1 January 2022)")
                .contains(": Not eligible")
                .contains("✓ Qualification")
                .contains("→ Ask Autodesk for a written approval and send it to us.")
                .contains("1 product left")
                .contains("→ Reduce to 1 · Wait until 1 July 2023")
                .doesNotContain("rules.");
    }

    @Test
    void unknown_keys_are_errors_with_their_place_and_what_was_meant() throws IOException {
        assertThat(errors(FACTS.replace("\"staff\"", "\"staf\"").replace("\"poBox\"", "\"pobox\"")))
                .containsExactly(
                        "F:5:5: unknown key 'staf'; did you mean 'staff'? (organisation.staf)",
                        "F:5:65: unknown key 'pobox'; did you mean 'poBox'?"
                                + " (organisation.address.pobox)");
    }

    @Test
    void words_that_the_pack_does_not_have_are_errors() throws IOException {
        var facts =
                FACTS.replace("\"asbl\"", "\"asbll\"")
                        .replace("\"activity\": \"1100\"", "\"activity\": \"cultur\"")
                        .replace("\"partner\": \"autodesk\"", "\"partner\": \"autodsk\"")
                        .replace("\"delivered\"", "\"deliverd\"")
                        .replace(
                                "\"autocad-1y\", \"quantity\": 2",
                                "\"autocad-2y\", \"quantity\": 2");
        assertThat(errors(facts))
                .containsExactly(
                        "F:2:46: unknown form 'asbll'; did you mean 'asbl'? (organisation.form)",
                        "F:3:17: unknown activity 'cultur'; did you mean 'culture'?"
                                + " (organisation.activity)",
                        "F:7:30: unknown partner 'autodsk'; did you mean 'autodesk'?"
                                + " (purchases[0].partner)",
                        "F:10:26: unknown state 'deliverd'; did you mean 'delivered'?"
                                + " (history[0].state)",
                        "F:11:25: unknown offer 'autocad-2y'; did you mean 'autocad-1y'?"
                                + " (basket[0].offer)");
    }

    @Test
    void values_of_the_wrong_kind_are_errors() throws IOException {
        var facts =
                FACTS.replace("\"2022-09-12T10:00:00+02:00\"", "\"2022-09-12\"")
                        .replace("\"350000.00\"", "\"350000.005\"")
                        .replace("\"qualified\": true", "\"qualified\": \"yes\"")
                        .replace("\"quantity\": 2", "\"quantity\": 1.5");
        assertThat(errors(facts))
                .containsExactly(
                        "F:1:9: a time with its offset, such as 2022-09-12T10:00:00+02:00, is"
                                + " expected, not '2022-09-12' (at)",
                        "F:4:26: EUR has at most 2 decimals (organisation.budget.amount)",
                        "F:5:31: true or false is expected (organisation.qualified)",
                        "F:11:51: a whole number from 0 to 1000000000 is expected"
                                + " (basket[0].quantity)");
    }

    @Test
    void no_json_at_all_is_told_with_its_place() throws IOException {
        assertThat(errors("{ \"at\": ")).singleElement().asString().startsWith("F:1:");
        err.getBuffer().setLength(0);
        assertThat(errors("")).containsExactly("F:1:1: no JSON: the file is empty");
        err.getBuffer().setLength(0);
        assertThat(errors("{\"at\": 1, \"at\": 2}").getFirst())
                .startsWith("F:1:")
                .contains("Duplicate");
        err.getBuffer().setLength(0);
        assertThat(errors("[]")).containsExactly("F:1:1: an object is expected");
        err.getBuffer().setLength(0);
        assertThat(errors("{}")).containsExactly("F:1:1: 'at' is missing");
    }

    @Test
    void a_wrong_pack_or_call_answers_two() throws IOException {
        Files.writeString(folder.resolve("pack.yaml"), "pack: x\n");
        var facts = Files.writeString(folder.resolve("f.json"), FACTS);
        assertThat(call("pack", "try", folder.toString(), "--facts", facts.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("pack.yaml:1:");
        assertThat(call("pack", "try", PACK)).isEqualTo(2);
        assertThat(call("pack", "try", "nowhere", "--facts", facts.toString())).isEqualTo(2);
        assertThat(call("pack", "try", PACK, "--facts", "nowhere.json")).isEqualTo(2);
        assertThat(run(FACTS, "--language", "tlh")).isEqualTo(2);
        assertThat(run(FACTS, "--format", "yaml")).isEqualTo(2);
    }

    private int call(String... arguments) {
        return PasserelleCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
