package org.passerelle.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;

/// A parcel cannot be delivered to a post-office box, however one writes it.
@Requirement("ORD-02")
class AddressTest {

    private static Address at(String street, String town) {
        return new Address(street, "L-1010", town, Optional.empty(), "LU");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "B.P. 12",
                "BP 12",
                "bp12",
                "B. P. n° 12",
                "BP no 12",
                "BP",
                "B.P.",
                "Boîte postale 5",
                "boi\u0302te postale n° 5",
                "BOITE POSTALE",
                "3, rue du Marché, boîte postale 5",
                "Case postale 3",
                "Casier postal 3",
                "P.O. Box 4",
                "PO Box 4",
                "P O Box A12",
                "P.O. Box",
                "POB 4",
                "Post Office Box 9",
                "Postbus 7",
                "Postfach",
                "Postfach 22"
            })
    void a_box_is_known_in_four_languages_and_whichever_line_it_stands_on(String text) {
        assertThat(at(text, "Luxembourg").isPostOfficeBox()).isTrue();
        assertThat(at("Siège social", text).isPostOfficeBox()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12, rue de la Boîte",
                "Rue de la Boîte",
                "12, rue Neuve, boîte 4",
                "12, rue Neuve, bte 3",
                "4, rue de la Poste",
                "3, Postfachweg",
                "Postbusstraat 3",
                "4, PO Boxer Street",
                "Rue J.B.P. 12",
                "12, rue B. Pierre",
                "12, rue Abp",
                "Box 12, rue Neuve"
            })
    void a_street_that_only_sounds_alike_is_none(String street) {
        assertThat(at(street, "Luxembourg").isPostOfficeBox()).isFalse();
    }
}
