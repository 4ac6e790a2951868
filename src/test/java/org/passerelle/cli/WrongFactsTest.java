package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;

/// Facts that nobody can decide on: exit code 2, the place, nothing on standard output, and never a
/// stack trace.
@Requirement("OPS-02")
class WrongFactsTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    `` | 1:1: no JSON: the file is empty
                    {} | 1:1: 'at' is missing
                    [] | 1:1: an object is expected
                    {"at": | no JSON
                    {"at": "2022-09-12T10:00:00+02:00"} x | no JSON
                    {"at": "2022-09-12T10:00:00"} | 1:8: a time with its offset
                    {"at": "2022-02-30T10:00:00+01:00"} | 1:8: a time with its offset
                    {"at": "+999999999-12-31T23:59:59Z"} | 1:8: a year from 1900 to 2999 is expected
                    {"at": "1899-12-31T23:59:59Z"} | 1:8: a year from 1900 to 2999 is expected
                    AT "att": 1} | unknown key 'att'; did you mean 'at'?
                    AT "at": "2022-09-12T10:00:00+02:00"} | Duplicate
                    AT "organisation": {"country": "lu"}} | unknown country 'lu'; did you mean 'LU'?
                    AT "organisation": {"budget": {"amount": "-1", "currency": "EUR", "year": 2021}}} | an amount is not negative
                    AT BUDGET 1e999999999, "currency": "EUR", "year": 2021}}} | an amount such as 350000.00 is expected
                    AT BUDGET 1e-999999999, "currency": "EUR", "year": 2021}}} | an amount such as 350000.00 is expected
                    AT "organisation": {"budget": {"amount": "1", "currency": "EUX", "year": 2021}}} | did you mean 'EUR'?
                    AT "purchases": [{"partner": "autodesk", "on": "0000-01-01"}]} | a year from 1900 to 2999 is expected
                    AT "waivers": [{"programme": "autodesk-donation", "from": "2022-02-01", "to": "2022-01-01"}]} | ends before it begins
                    AT "history": [{"offer": "autocad-1y", "quantity": 1, "state": "delivred"}]} | did you mean 'delivered'?
                    AT "basket": [{"offer": "autocad-2y", "quantity": 1}]} | unknown offer 'autocad-2y'; did you mean 'autocad-1y'?
                    AT "basket": [{"offer": "autocad-1y", "quantity": 1.5}]} | a whole number from 0
                    AT "basket": [{"offer": "autocad-1y", "quantity": -1}]} | a whole number from 0
                    AT "basket": [{"offer": "autocad-1y", "quantity": 1, "accepted": "yes"}]} | true or false is expected
                    """)
    void facts_that_are_wrong_are_answered_with_their_place(String facts, String said)
            throws IOException {
        var json =
                facts.replaceFirst("^AT ", "{\"at\": \"2022-09-12T10:00:00+02:00\", ")
                        .replace("BUDGET", "\"organisation\": {\"budget\": {\"amount\":");

        assertRefused(json.getBytes(StandardCharsets.UTF_8), said);
    }

    @Test
    void what_is_no_text_and_what_is_too_deep_is_refused() throws IOException {
        assertRefused(
                "{\n\"at\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1),
                ":2:1: no JSON:" + " the file is not UTF-8");
        assertRefused("[".repeat(100_000).getBytes(StandardCharsets.UTF_8), "no JSON");
        assertRefused(
                ("{\"at\":" + " " + "9".repeat(5_000) + "}").getBytes(StandardCharsets.UTF_8),
                "no JSON");
    }

    @Test
    void a_byte_order_mark_is_passed_over() throws IOException {
        var facts =
                Files.writeString(
                        folder.resolve("facts.json"),
                        "\uFEFF{\"at\":" + " \"2022-09-12T10:00:00+02:00\"}");

        assertThat(tried(facts, new StringWriter(), new StringWriter())).isZero();
    }

    private void assertRefused(byte[] json, String said) throws IOException {
        var facts = Files.write(folder.resolve("facts.json"), json);
        var out = new StringWriter();
        var err = new StringWriter();

        assertThat(tried(facts, out, err)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .startsWith(facts + ":")
                .contains(said)
                .doesNotContain("\tat ", "Usage:");
    }

    private static int tried(Path facts, StringWriter out, StringWriter err) {
        return PasserelleCommand.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "pack",
                "try",
                "packs/socialware-lu",
                "--facts",
                facts.toString());
    }
}
