package org.passerelle.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.organisation.Likeness.EMAIL;
import static org.passerelle.organisation.Likeness.NAME;
import static org.passerelle.organisation.Likeness.STREET;
import static org.passerelle.organisation.Likeness.TOWN;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Profile;
import org.passerelle.organisation.ProfileFixture;
import org.passerelle.pack.model.Office;

@Requirement("ORG-03")
class ResemblanceTest {
    private static Profile of(String name, String street, String town, String email) {
        return fixture(name, street, town, email).profile();
    }

    private static ProfileFixture fixture(String name, String street, String town, String email) {
        return new ProfileFixture(name, new Address(street, "L-6400", town, Optional.empty(), "LU"))
                .withEmail(email);
    }

    private static Profile named(String name, String town) {
        var email = name.hashCode() + town.hashCode() + "@gmail.com";
        return of(name, "rue " + name + town, town, email);
    }

    @Test
    void a_name_alone_never_proves_a_duplicate() {
        var one = named("Knights of Columbus", "Akron");

        var found =
                Resemblance.of(one, named("Knights of Columbus", "Toledo"), Office.Duplicates.USUAL)
                        .orElseThrow();
        assertThat(found.likenesses()).containsExactly(NAME);
        assertThat(found.isNearCertain()).isFalse();

        var sameTown =
                Resemblance.of(
                        one, named("Knights of Columbus Inc.", "AKRON"), Office.Duplicates.USUAL);
        assertThat(sameTown.orElseThrow().likenesses()).containsExactlyInAnyOrder(NAME, TOWN);
        assertThat(sameTown.orElseThrow().isNearCertain()).isFalse();
    }

    @Test
    void name_town_and_one_thing_more_are_near_certain() {
        var one = of("Chorale Sainte-Cécile asbl", "5, rue du Pont", "Echternach", "a@gmail.com");
        var street = of("Chorale Ste Cecile", "5 rue du Pont", "Echternach", "b@gmail.com");
        assertThat(Resemblance.of(one, street, Office.Duplicates.USUAL).orElseThrow())
                .isEqualTo(new Resemblance(Set.of(NAME, TOWN, STREET), true));

        var provider = of("Chorale Sainte Cécile", "9 rue Haute", "Echternach", "c@gmail.com");
        assertThat(
                        Resemblance.of(one, provider, Office.Duplicates.USUAL)
                                .orElseThrow()
                                .isNearCertain())
                .as("a provider's domain says nothing")
                .isFalse();

        var own = of("Chorale Sainte Cécile", "9 rue Haute", "Echternach", "info@cecile.lu");
        var ownToo = of("Chorale Sainte Cécile", "1 Marché", "Echternach", "bureau@cecile.lu");
        assertThat(Resemblance.of(own, ownToo, Office.Duplicates.USUAL).orElseThrow())
                .isEqualTo(new Resemblance(Set.of(NAME, TOWN, EMAIL), true));
        var elsewhere = of("Chorale Sainte Cécile", "9 rue Haute", "Diekirch", "info@cecile.lu");
        assertThat(
                        Resemblance.of(own, elsewhere, Office.Duplicates.USUAL)
                                .orElseThrow()
                                .isNearCertain())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Circuit 5A, Circuit 7A",
        "Scouts Groupe 12, Scouts Groupe 21",
        "Lions Club II, Lions Club III",
        "Lions Club, Lions Club 2",
        "Harmonie municipale, Amicale des pompiers",
        "Les Amis du Musée, Les Amis de la Forêt",
    })
    void figures_must_match_and_other_words_are_other_names(String one, String other) {
        var first = of(one, "5, rue du Pont", "Echternach", "info@x.lu");
        var second = of(other, "5, rue du Pont", "Echternach", "info@x.lu");
        assertThat(Resemblance.of(first, second, Office.Duplicates.USUAL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Les Mains Vertes, LES MAINS VERTES asbl",
        "Les Mains Vertes, Mains Vertes (Les)",
        "A.S.B.L. Fanfare de Wiltz, Fanfare Wiltz",
        "Société Saint-Vincent, Saint Vincent",
        "Croix-Bleue luxembourgeoise, Croix Bleue Luxembourgoise",
        "Intl. Friendship Ctr, International Friendship Centre",
        "Œuvre Ste-Élisabeth, OEUVRE SAINTE ELISABETH a.s.b.l.",
        "Natl. Assoc. of Choirs, National Choirs Association",
        "First Baptist Church, 1st Baptist Ch.",
        "Fußballverein Grün-Weiß e.V., FUSSBALLVEREIN GRUN WEISS",
        "Les Mains Vertes de Wiltz, Les Mains Vertes",
        "Amicale Jardiniers, Amicale Jardiniers Potagers Fleurs",
    })
    void case_accents_order_legal_forms_and_a_slip_do_not_hide_a_name(String one, String other) {
        assertThat(
                        Resemblance.of(
                                named(one, "Wiltz"),
                                named(other, "Wiltz"),
                                Office.Duplicates.USUAL))
                .isPresent();
    }

    private static Profile called(String name, String otherName) {
        return fixture(name, "5, rue du Pont", "Echternach", "info@harmonie.lu")
                .alsoCalled(List.of(otherName))
                .profile();
    }

    @Test
    void another_name_counts_as_much_as_the_legal_one() {
        var found =
                Resemblance.of(
                        called("Harmonie municipale", "Les Amis du Musée"),
                        called("Cercle Saint-Willibrord", "Amis du Musée asbl"),
                        Office.Duplicates.USUAL);

        assertThat(found.orElseThrow().isNearCertain()).isTrue();
    }

    /// A house has many bodies at one address: its foundation, its auxiliary, its chapters.
    @ParameterizedTest
    @CsvSource({
        "Harmonie municipale, '', Fondation Harmonie municipale, ''",
        "American Legion, '', American Legion Auxiliary, ''",
        "Homemakers Council, Happy Home, Homemakers Council, Busy Bees",
        "Order of Odd Fellows, Lodge 12, Order of Odd Fellows, Lodge 21",
        "Order of Odd Fellows, Lodge 12, Order of Odd Fellows, ''",
        "Greenwich Girls Football, '', Greenwich Football, ''",
    })
    void bodies_of_one_house_are_warned_of_and_not_held(
            String name, String otherName, String another, String itsOtherName) {
        var found =
                Resemblance.of(
                        called(name, otherName),
                        called(another, itsOtherName),
                        Office.Duplicates.USUAL);

        assertThat(found).isPresent();
        assertThat(found.orElseThrow().isNearCertain()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'5, rue du Pont', 5 rue du Pont",
        "'12, avenue de la Gare', 12 av. de la Gare",
        "'3 bd. Royal', '3, Boulevard Royal'",
    })
    void streets_are_compared_without_their_abbreviations(String one, String other) {
        var found =
                Resemblance.of(
                        of("Les Mains Vertes", one, "Wiltz", "a@gmail.com"),
                        of("Les Mains Vertes", other, "Wiltz", "b@gmail.com"),
                        Office.Duplicates.USUAL);

        assertThat(found.orElseThrow().likenesses()).contains(STREET);
    }

    @Test
    void names_that_each_say_their_own_town_are_not_warned_of() {
        var kitchener = named("United Church - Kitchener", "Kitchener");
        assertThat(
                        Resemblance.of(
                                kitchener,
                                named("United Church - Waterloo", "Waterloo"),
                                Office.Duplicates.USUAL))
                .isEmpty();
        assertThat(
                        Resemblance.of(
                                kitchener,
                                named("United Church", "Waterloo"),
                                Office.Duplicates.USUAL))
                .isPresent();
    }

    @Test
    void how_alike_names_must_be_is_the_office_s() {
        var one = named("Les Amis du Moulin", "Brouch");
        var other = named("Les Amies du Moulin", "Brouch");
        var strict = new Office.Duplicates(100, 100);
        assertThat(Resemblance.of(one, other, Office.Duplicates.USUAL)).isPresent();
        assertThat(Resemblance.of(one, other, strict)).isEmpty();
        assertThat(Resemblance.of(one, named("Amis du Moulin", "Brouch"), strict)).isPresent();
    }
}
