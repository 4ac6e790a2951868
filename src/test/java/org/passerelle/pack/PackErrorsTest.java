package org.passerelle.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;

/// Each row spoils one place of a right pack: the loader names that place, and nothing else.
@Requirement("OPS-02")
class PackErrorsTest {
    @TempDir Path folder;

    @BeforeEach
    void a_right_pack() {
        SamplePack.copyTo(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    offers/all.yaml | kind: hardware | kind: ▸hardwear | 'hardwear' is not one of donation, | hardware
                    offers/all.yaml | kind: hardware | ▸knd: hardware | unknown key 'knd' | kind
                    offers/all.yaml | kind: hardware | `` | 25:5 'kind' is missing | ``
                    offers/all.yaml | kind: hardware | kind:▸ | has no value | ``
                    offers/all.yaml | kind: hardware | kind: ▸[hardware] | should be one value, not a list | ``
                    offers/all.yaml | 120 EUR}] | ▸120 USD}] | fees are in the office's currency | ``
                    offers/all.yaml | 120 EUR}] | ▸120.123 EUR}] | '120.123 EUR' has more decimals | ``
                    offers/all.yaml | 120 EUR}] | ▸-120 EUR}] | '-120 EUR' is negative | ``
                    offers/all.yaml | 120 EUR}] | ▸EUR 1'200}] | 'EUR 1'200' is not money | 1200 EUR
                    offers/all.yaml | 120 EUR}] | ▸120 EUX}] | 'EUX' is no currency code | EUR
                    offers/all.yaml | {from: 2022-07-01 | ▸{from: 2022-01-01 | fees should follow each other | ``
                    offers/all.yaml | from: 2022-07-01 | from: ▸2022-02-30 | there is no day 2022-02-30 | ``
                    offers/all.yaml | from: 2022-07-01 | from: ▸01/07/2022 | '01/07/2022' is not a date | ``
                    offers/all.yaml | {at-least: 1, at-most: 4 | ▸{at-least: 5, at-most: 4 | no quantity is at least 5 and at | ``
                    offers/all.yaml | stock: unlimited | stock: ▸{} | should be either counted or | ``
                    offers/all.yaml | stock: unlimited | partner-discount: ▸50% | only an offer of kind 'discount' leaves | ``
                    offers/all.yaml | {counted: 12} | {counted: ▸twelve} | 'twelve' is not a whole number | ``
                    offers/all.yaml | [acrobat-pro-2020] | [▸acrobat-pro-2002] | there is no offer 'acrobat-pro | acrobat-pro-2020
                    offers/all.yaml | [acrobat-pro-2020] | [acrobat-pro-1y] | 8:12 offer succeeds itself: acrobat-pro-1y → acro | ``
                    offers/all.yaml | categories: [pdf] | categories: [▸pfd] | there is no category 'pfd' | pdf
                    offers/all.yaml | conditions: conditions/ | conditions: ▸condition/ | there is no text 'condition | conditions/adobe
                    offers/all.yaml | vat: books | vat: ▸boks | there is no VAT category 'boks' | books
                    offers/all.yaml | [site-contact, | [▸site-contract, | the partner has no question | site-contact
                    offers/all.yaml | countries: LU | countries: ▸lu | 'lu' is no country code | LU
                    offers/all.yaml | {from: 2020-01-01, until: 2022 | ▸{from: 2020-01-01, until: 2019 | the sale ends before it | ``
                    offers/all.yaml | {within: 14 days, base: validation, | ▸{within: 14 days, | 'within' and 'base' stand together | ``
                    offers/all.yaml | never: true | never: ▸yes | 'yes' is not true or false | true
                    offers/all.yaml | within: 2 business days | within: ▸2 workdays | '2 workdays' is not a length | ``
                    offers/all.yaml | within: 2 business days | within: ▸2 busines days | '2 busines days' is not a length | 2 business days
                    partners/adobe.yaml | from: 2022-01-01 | ▸from: 2021-12-31 | the version from 2021-12-31 overlaps the one before | ``
                    partners/adobe.yaml | from: 2022-01-01 | ▸from: 2019-01-01 | versions should follow each other | ``
                    partners/adobe.yaml | eligible: qualified | eligible: ▸qualifed | unknown criterion 'qualifed' | qualified
                    partners/adobe.yaml | America/Los_Angeles | ▸America/Los_Angelos | 'America/Los_Angelos' is no | America/Los_Angeles
                    partners/adobe.yaml | starts: 07-01 | starts: ▸02-29 | there is no 02-29 in most years | ``
                    partners/adobe.yaml | faq: faq | faq: ▸faqs | there is no text 'faqs' | faq
                    partners/adobe.yaml | desk: adobe-desk@example.org | desk: ▸adobe-desk | 'adobe-desk' is no e-mail address | ``
                    partners/adobe.yaml | partner: adobe | partner: ▸Adobe | 'Adobe' should be a word in small | adobe
                    partners/cisco.yaml | {fr: Réseaux., en: Networks.} | ▸{fr: Réseaux.} | has no text in 'en' | ``
                    partners/cisco.yaml | {fr: Réseaux., en: Networks.} | {fr: R., en: N., ▸eng: N.} | 'eng' is no language of ours | en
                    """)
    void a_slip_is_named_with_its_line_and_what_was_meant(
            String file, String right, String wrong, String what, String meant) {
        assertNamed(file, right, wrong, what, meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {below: 1400000 CAD} | {below: ▸1400000 NOK} | there is no rate for NOK | ``
                    {below: 1400000 CAD} | ▸{below: 9 USD, at-least: 9 USD} | nothing lies between USD 9.00 | ``
                    {below: 1400000 CAD} | ▸{below: 9 USD, at-least: 9 EUR} | should use one currency | ``
                    {below: 1400000 CAD} | {▸belo: 1400000 CAD} | unknown key 'belo' | below
                    {below: 1400000 CAD} | ▸{} | should have a limit | ``
                    {between: [1, 50]} | ▸{between: [50, 1]} | nothing lies between 50 and 1 | ``
                    {between: [1, 50]} | {between: ▸[50]} | 'between' has two ends | ``
                    {between: [1, 50]} | {between: ▸[1, 50], below: 9} | 'between' stands without | ``
                    {status: charity} | {status: ▸charty} | there is no status 'charty' | charity
                    {status: charity} | {▸statsu: charity} | unknown criterion 'statsu' | status
                    political, advocacy | ▸politcal, advocacy | there is no activity 'politcal' | political
                    none-of: [religious] | none-of: [▸religous] | there is no purpose 'religous' | religious
                    {designation: secular} | {designation: ▸seculer} | there is no designation 'seculer' | secular
                    partner: cisco, not-within | partner: ▸csico, not-within | there is no partner 'csico' | cisco
                    {partner: cisco, not-within: 3 years, unless | ▸{partner: cisco, unless | should say when | ``
                    unless: waiver | unless: ▸wavier | unknown criterion 'wavier' | waiver
                    judgement: direct-service | judgement: ▸direct | there is no judgement 'direct' | ``
                    attested: no-discrimination | attested: ▸no-discriminaton | there is no attestation 'no-disc | no-discrimination
                    [{country: [BE]}, {school: true}] | ▸[] | names no criterion | ``
                    - judgement: direct-service | - ▸{judgement: direct-service, school: true} | one criterion for each entry | ``
                    count: fees, at-most: 4800 USD | count: fees, at-most: ▸4800 | '4800' is not money | ``
                    count: initial, at-most: 1 | count: initial, at-most: ▸-1 | '-1' is negative | ``
                    count: initial, at-most: 1 | count: ▸inital, at-most: 1 | 'inital' is not one of products | initial
                    of: each title | of: ▸each-title | 'each-title' is not what is | each title
                    of: [catalyst-1000] | of: [▸acrobat-pro-1y] | offer 'acrobat-pro-1y' is of | ``
                    per: lifetime | per: ▸liftime | 'liftime' is not one of fiscal | lifetime
                    from: first-order | from: ▸first-orders | 'first-orders' is not one of | first-order
                    network-plan, site-contact | ▸networkplan, site-contact | the partner has no question | network-plan
                    otherwise: large-grants-text | otherwise: ▸large-grant-text | there is no text 'large-grant | large-grants-text
                    {active-use: 85%, within: 90 days | ▸{active-use: 85%, within: 60 days | the reminder comes when | ``
                    active-use: 85% | active-use: ▸850% | '850%' is not between 0% and | ``
                    counted-at: paid | counted-at: ▸payed | 'payed' is not one of placed, paid | paid
                    `partner: cisco\\n` | `partner: ▸cico\\n` | there is no partner 'cico' | cisco
                    fiscal-year: {starts: 08-01}\\n | `` | 20:47 the programme says no 'fiscal-year' | ``
                    """)
    void a_slip_in_a_programme_is_named(String right, String wrong, String what, String meant) {
        assertNamed("programmes/cisco-donation.yaml", right, wrong, what, meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    office.yaml | LU28 0019 | ▸LU29 0019 | the check digits of 'LU29 | ``
                    office.yaml | iban: LU28 | account: ▸LU28 | 'LU28 0019 4006 4475 0000' looks like an IBAN | ``
                    office.yaml | iban: LU28 0019 4006 4475 0000 | account: ▸12 | '12' is no number of an account | ``
                    office.yaml | iban: LU28 0019 4006 4475 0000 | account: 12345 | 54:3 one pays by transfer to an 'iban' | ``
                    office.yaml | `iban: LU28 0019 4006 4475 0000\\n  ` | `` | 54:3 the account is named by 'iban' or | ``
                    office.yaml | expire-after: 3 weeks | expire-after: 7 days | 54:3 an order expires before it is | ``
                    office.yaml | expire-after: 3 weeks | expire-after: 3 weeks\\n  means: [▸paypall] | 'paypall' is not one of | paypal
                    office.yaml | expire-after: 3 weeks | expire-after: 3 weeks\\n  means: ▸[paypal, paypal] | names a means of | ``
                    office.yaml | expire-after: 3 weeks | expire-after: 3 weeks\\n  means: ▸[] | names no means of payment | ``
                    office.yaml | currency: EUR | currency: EUR\\nduplicates: ▸{likely: 90, near-certain: 85} | holds names for staff | ``
                    office.yaml | currency: EUR | currency: EUR\\nduplicates: {likely: ▸30, near-certain: 85} | is less than 40 | ``
                    office.yaml | currency: EUR | currency: EUR\\nduplicates: {likely: 60, near-certain: ▸101} | is more than 100 | ``
                    office.yaml | currency: EUR | currency: EUR\\nduplicates: ▸{likely: 60} | 'near-certain' is missing | ``
                    office.yaml | holidays: [LU] | holidays: [▸LUX] | the public holidays of 'LUX' | LU
                    office.yaml | last: 2022-05-27 | last: 2022-05-26 | 15:7 the closure ends before it begins | ``
                    office.yaml | valid-for: 24 | decisive: [▸fomr]\\n  valid-for: 24 | 'fomr' is not one of legal-name, | form
                    office.yaml | qualification: 2 business days | qualification: ▸2 days | should be in business days | 2 business days
                    office.yaml | statuses: nonprofit | statuses: ▸nonproft | there is no status 'nonproft' | nonprofit
                    office.yaml | form: school | form: ▸asbl | legal form 'asbl' stands twice: already in office.yaml line 21 | ``
                    office.yaml | from: 2023-01-01 | from: 2014-01-01 | 49:5 rates of a VAT category should | ``
                    office.yaml | percent: 16 | percent: ▸-16 | '-16' is negative | ``
                    office.yaml | keep: 10 years | keep: ▸120 months | should be in years | 10 years
                    office.yaml | records: {keep: 10 years, | records: ▸{ | 'keep' is missing | ``
                    office.yaml | currency: EUR | currency: EUR\\ntax: ▸{excluded: HT} | 'included' is missing | ``
                    office.yaml | LU-RCS | ▸lu-rcs | 'lu-rcs' is no scheme | LU-RCS
                    office.yaml | LU-RCS | ▸LU-RSC | 'LU-RSC' is no scheme of legal numbers; there are LU-RCS, LU-MATRICULE, LU-TVA | LU-RCS
                    office.yaml | LU-RCS | ▸BE-KBO | 'BE-KBO' is no scheme of legal numbers; there are BE-BCE_KBO | BE-BCE_KBO
                    office.yaml | LU-RCS | ▸FI-YTJ | 'FI-YTJ' is no scheme of legal numbers; there are LU-RCS, | ``
                    office.yaml | name: {fr: École | name: {fr: Éco▸: le | is not YAML: a second ': ' in one | ``
                    office.yaml | name: {fr: École | name: {fr: École▸? | is not YAML: a '?' within { } or [ ]; | ``
                    office.yaml | currency: EUR | currency: EUR\\n▸currency: USD | key 'currency' stands here twice | ``
                    pack.yaml | builds-on: base | builds-on: ▸bas | there is no pack 'bas' beside | base
                    pack.yaml | pdf, name: PDF, within: software | ▸pdf, name: PDF, within: pdf | category lies within itself: pdf | ``
                    pack.yaml | pack: sample-lu | pack: ▸sample | pack 'sample' lies in a folder of | sample-lu
                    ../base/rates.yaml | import: ecb.csv | import: ▸ebc.csv | there is no file 'ebc.csv' beside | ecb.csv
                    ../base/rates.yaml | CAD: 1.4465 | ▸CDA: 1.4465 | 'CDA' is no currency code | CAD
                    ../base/ecb.csv | 2022-05-31,1.0713 | ▸2022-05-31,l.0713 | 'l.0713' is not a rate | ``
                    ../base/ecb.csv | Date, | ▸Day, | should begin with 'Date' | ``
                    ../base/activities.yaml | code: "2100" | code: ▸"2000" | activity '2000' stands twice | ``
                    """)
    void a_slip_elsewhere_is_named(
            String file, String right, String wrong, String what, String meant) {
        assertNamed(file, right, wrong, what, meant);
    }

    @Test
    void a_pack_that_builds_on_itself_is_refused() {
        SamplePack.replace(
                folder, "sample-lu/pack.yaml", "builds-on: base", "builds-on: sample-lu");

        assertThat(errors())
                .extracting(PackError::describe)
                .contains(
                        "pack.yaml:4:12: pack 'sample-lu' builds on itself"
                                + " (pack.yaml › builds-on)");
    }

    @Test
    void the_way_to_the_place_leads_through_files_keys_and_numbers() {
        SamplePack.replace(
                folder, "sample-lu/partners/adobe.yaml", "[qualified]", "[qualified, waver]");

        assertThat(errors())
                .containsExactly(
                        new PackError(
                                "partners/adobe.yaml",
                                17,
                                31,
                                "partners/adobe.yaml › programmes[0] › versions[1] › eligible[1]",
                                "unknown criterion 'waver'",
                                Optional.of("waiver")));
    }

    @Test
    void a_word_that_two_files_define_stands_twice() throws IOException {
        Files.writeString(
                folder.resolve("sample-lu/partners/zoo.yaml"),
                "partner: cisco\nname: Zoo\nabout: Animals.\nquestions: []\n");

        assertThat(errors())
                .extracting(PackError::describe)
                .contains(
                        "partners/zoo.yaml:1:10: partner 'cisco' stands twice: already in"
                                + " partners/cisco.yaml line 1 (partners/zoo.yaml › partner)");
    }

    @Test
    void all_errors_of_all_files_come_in_one_run_in_their_order() throws IOException {
        SamplePack.replace(folder, "sample-lu/office.yaml", "zone:", "zon:");
        SamplePack.replace(folder, "sample-lu/office.yaml", "LU28", "LU29");
        SamplePack.replace(folder, "sample-lu/offers/all.yaml", "[pdf]", "[pfd]");
        SamplePack.replace(folder, "base/rates.yaml", "1.1355", "-1.1355");
        Files.writeString(folder.resolve("sample-lu/partners/new.yaml"), "partner: [\n");
        Files.delete(folder.resolve("sample-lu/texts/en/faq.md"));

        assertThat(errors())
                .extracting(error -> error.file() + ":" + error.line())
                .containsExactly(
                        "../base/rates.yaml:2",
                        "offers/all.yaml:15",
                        "office.yaml:4",
                        "office.yaml:55",
                        "partners/new.yaml:2",
                        "texts/fr/faq.md:1");
    }

    @Test
    void what_an_unreadable_file_would_define_is_no_further_error() throws IOException {
        Files.writeString(folder.resolve("sample-lu/office.yaml"), "name: }");

        assertThat(errors()).extracting(PackError::file).containsOnly("office.yaml");
    }

    @Test
    void a_line_of_bare_commas_among_rates_is_named() throws IOException {
        Files.writeString(folder.resolve("base/ecb.csv"), "Date,USD\n2022-06-01,1.0712\n,\n");

        assertThat(errors())
                .extracting(PackError::describe)
                .containsExactly("../base/ecb.csv:3:1: '' is not a date");
    }

    @Test
    void aliases_are_refused_so_no_small_file_unfolds_into_a_huge_one() throws IOException {
        var bomb = new StringBuilder("rates:\n- &a0 [x, x, x]\n");
        for (var i = 1; i < 30; i++) {
            bomb.append("- &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i - 1, i - 1, i - 1));
        }
        Files.writeString(folder.resolve("base/rates.yaml"), bomb);

        assertThat(errors()).hasSize(1);
        assertThat(errors().getFirst().describe())
                .startsWith("../base/rates.yaml:3:8: is not YAML: aliases such as '*a0'");
    }

    @Test
    void deep_nesting_is_refused_before_it_fills_the_stack() throws IOException {
        Files.writeString(
                folder.resolve("base/rates.yaml"), "rates: " + "[".repeat(5000) + "]".repeat(5000));

        assertThat(errors()).hasSize(1);
        assertThat(errors().getFirst().what()).contains("is not YAML we accept", "Nesting Depth");
    }

    @Test
    void a_file_that_is_not_utf_8_is_named_with_the_line() throws IOException {
        var file = folder.resolve("sample-lu/office.yaml");
        var text = Files.readString(file).replace("École", "Ecole-XX");
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, bytes);

        assertThat(errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.what()).contains("UTF-8");
                    assertThat(error.line()).isEqualTo(18);
                });
    }

    @Test
    void a_file_that_nobody_would_read_is_an_error() throws IOException {
        Files.writeString(folder.resolve("sample-lu/offices.yaml"), "name: x\n");
        Files.createDirectories(folder.resolve("sample-lu/offer"));
        Files.writeString(folder.resolve("sample-lu/offer/x.yaml"), "offers: []\n");
        Files.writeString(folder.resolve("sample-lu/offers/x.yml"), "offers: []\n");

        assertThat(errors())
                .extracting(error -> error.file() + " " + error.meant().orElse(""))
                .containsExactlyInAnyOrder(
                        "offices.yaml office.yaml",
                        "offer/x.yaml offers",
                        "offers/x.yml offers/x.yaml");
    }

    @Test
    void missing_files_of_the_pack_are_said_as_such() throws IOException {
        Files.delete(folder.resolve("sample-lu/office.yaml"));
        assertThat(errors())
                .extracting(PackError::describe)
                .contains(
                        "office.yaml:1:1: is missing: a pack is the pack of an office; one that"
                                + " others build on says 'library: true' in pack.yaml");

        Files.delete(folder.resolve("sample-lu/pack.yaml"));
        assertThat(errors())
                .extracting(PackError::describe)
                .contains("pack.yaml:1:1: is missing: every pack begins with it");
    }

    /// Spoils the pack, `▸` in the wrong text marking where the error must point (else `where`
    /// begins with line and column), and finds that error and no other.
    private void assertNamed(String file, String right, String wrong, String what, String meant) {
        var marked = wrong.replace("\\n", "\n");
        SamplePack.replace(folder, "sample-lu/" + file, right.replace("\\n", "\n"), marked);
        var expected = marked.contains("▸") ? placeOfMark(file) + " " + what : what;

        var errors = errors();

        var found =
                errors.stream()
                        .map(e -> "%s %d:%d %s".formatted(e.file(), e.line(), e.column(), e.what()))
                        .toList();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst()).startsWith(file + " " + expected);
        assertThat(errors.getFirst().meant())
                .isEqualTo(Optional.of(meant).filter(m -> !m.isEmpty()));
    }

    /// Line and column of the mark, which is taken away.
    private String placeOfMark(String file) {
        try {
            var path = folder.resolve("sample-lu/" + file);
            var text = Files.readString(path);
            var before = text.substring(0, text.indexOf('▸'));
            Files.writeString(path, text.replace("▸", ""));
            var line = before.chars().filter(c -> c == '\n').count() + 1;
            return line + ":" + (before.length() - before.lastIndexOf('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<PackError> errors() {
        return switch (PackLoader.load(folder.resolve("sample-lu"))) {
            case LoadOutcome.Loaded _, LoadOutcome.Library _ -> List.of();
            case LoadOutcome.Refused(var errors) -> errors;
        };
    }
}
