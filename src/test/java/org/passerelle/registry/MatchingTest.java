package org.passerelle.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.registry.RegistryFixture.row;
import static org.passerelle.registry.RegistryFixture.with;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.NameKey;

@Requirement("VER-08")
class MatchingTest {
    @TempDir static Path folder;
    private static RegistryFixture registry;

    @BeforeAll
    static void a_register() throws Exception {
        registry = new RegistryFixture();
        var rows = new ArrayList<Map<String, String>>();
        rows.add(row("200000001", "UNITED CHURCH OF BANGOR INC", "BANGOR"));
        rows.add(
                with(
                        row("200000002", "CIRCUIT 5A JEHOVAHS WITNESSES", "ORONO"),
                        "STREET",
                        "9 ELM ST"));
        rows.add(with(row("200000003", "HEART OF MAINE FUND", "BREWER"), "STREET", "77 OAK AVE"));
        for (var number : List.of("200000004", "200000005")) {
            var name = number.endsWith("4") ? "ELK FOUNDATION" : "ELK FOUNDATIONS";
            rows.add(with(row(number, name, "ORONO"), "STREET", "2 PINE ST"));
        }
        for (var i = 10; i < 30; i++) {
            rows.add(
                    with(
                            row("2000000" + i, "KNIGHTS OF COLUMBUS", "TOWN " + i),
                            "STREET",
                            i + " HIGH ST",
                            "ZIP",
                            "044" + i));
        }
        registry.take(
                "us-irs-eo-bmf",
                LocalDate.of(2026, 4, 1),
                RegistryFixture.irs(folder, "a.csv", rows));
    }

    @AfterAll
    static void end() {
        registry.close();
    }

    private static Match best(String name, Place place) {
        return registry.registers().search(new Sought(List.of(name), place), 5).getFirst();
    }

    private static Place at(String street, String postalCode, String town) {
        return new Place(street, postalCode, town, "ME", "US");
    }

    @Test
    void the_same_name_and_place_are_near_certain_whatever_the_legal_form_and_marks() {
        var match = best("The United Church of Bangor", at("1 Main St.", "04401", "Bangor"));

        assertThat(match.entry().number()).isEqualTo("200000001");
        assertThat(match.isNearCertain()).isTrue();
        assertThat(match.differences()).isEmpty();
    }

    @Test
    void only_a_number_makes_a_hundred() {
        var sought =
                new Sought(
                        List.of("UNITED CHURCH OF BANGOR INC"),
                        at("1 MAIN ST", "04401-6800", "BANGOR"));

        assertThat(registry.registers().search(sought, 1).getFirst().score()).isEqualTo(99);
        var entry = registry.entry("us-irs-eo-bmf", "200000001");
        assertThat(registry.registers().compare(sought, entry).score()).isEqualTo(100);
    }

    @Test
    void another_number_in_the_name_is_another_body() {
        var match = best("Circuit 7A Jehovah's Witnesses", at("9 Elm St", "04401", "Orono"));

        assertThat(match.entry().number()).isEqualTo("200000002");
        assertThat(match.score()).isLessThanOrEqualTo(50);
        assertThat(match.differences()).contains(Difference.NUMBERS_IN_NAME);
    }

    @Test
    void a_name_alone_proves_nothing_and_one_that_many_bear_not_even_with_the_town() {
        var alone = best("United Church of Bangor", Place.UNKNOWN);
        assertThat(alone.score()).isEqualTo(70);

        var knights = best("Knights of Columbus", at("5 Low Rd", "04412", "Town 12"));
        assertThat(knights.entry().number()).isEqualTo("200000012");
        assertThat(knights.isNearCertain()).isFalse();
        assertThat(knights.differences()).contains(Difference.SHARED_NAME, Difference.STREET);

        var sameStreet = best("Knights of Columbus", at("12 High St", "04412", "Town 12"));
        assertThat(sameStreet.entry().number()).isEqualTo("200000012");
        assertThat(sameStreet.isNearCertain()).isFalse();
    }

    @Test
    void a_number_in_another_name_counts_too() {
        var match =
                registry.registers()
                        .search(
                                new Sought(
                                        List.of("United Church of Bangor", "546 Bangor Parish"),
                                        at("1 Main St", "04401", "Bangor")),
                                1)
                        .getFirst();

        assertThat(match.entry().number()).isEqualTo("200000001");
        assertThat(match.isNearCertain()).isFalse();
        assertThat(match.differences()).containsExactly(Difference.NUMBERS_IN_NAME);
    }

    @Test
    void where_two_would_be_near_certain_none_is() {
        var there = new Sought(List.of("Elk Foundation"), at("2 Pine St", "04401", "Orono"));

        var found = registry.registers().search(there, 2);

        assertThat(found)
                .extracting(match -> match.entry().number())
                .containsExactlyInAnyOrder("200000004", "200000005");
        assertThat(found).noneMatch(Match::isNearCertain);
    }

    @Test
    void who_took_another_name_is_found_at_its_place() {
        var found =
                registry.registers()
                        .search(
                                new Sought(
                                        List.of("Eastern Children's Aid"),
                                        at("77 Oak Ave", "04401", "Brewer")),
                                5);

        assertThat(found).extracting(match -> match.entry().number()).contains("200000003");
        assertThat(found).noneMatch(Match::isNearCertain);
    }

    @Test
    void nobody_of_another_country_is_looked_at() {
        var elsewhere = new Place("1 Main St", "04401", "Bangor", "", "CA");

        assertThat(
                        registry.registers()
                                .search(
                                        new Sought(List.of("United Church of Bangor"), elsewhere),
                                        5))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ST. MARY'S CHURCH, INC.             | saint marys church
                    Les Amis de l’École A.S.B.L.        | amis ecole
                    Fédération des Œuvres & Cie         | federation oeuvres cie
                    1st Baptist Church                  | 1 baptist church
                    First Baptist Church                | 1 baptist church
                    Rotary Club 007                     | rotary club 7
                    AMER. HEART ASSN                    | american heart association
                    Straße der Hoffnung e.V.            | strasse hoffnung
                    The Co.                             | the co
                    ***                                 | ''
                    """)
    void names_are_brought_to_one_form(String name, String key) {
        assertThat(NameKey.of(name)).isEqualTo(key);
    }
}
