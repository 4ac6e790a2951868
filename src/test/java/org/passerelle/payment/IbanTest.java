package org.passerelle.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;

@Requirement("PAY-01")
class IbanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LU28 0019 4006 4475 0000",
                "be68539007547034",
                "GB82 WEST 1234 5698 7654 32"
            })
    void a_number_whose_check_digits_agree_is_read(String text) {
        assertThat(Iban.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"LU28 0019 4006 4475 0001", "LU82 0019 4006 4475 0000", "LU28", "", "?"})
    void another_is_not(String text) {
        assertThat(Iban.parse(text)).isEmpty();
    }

    @Test
    void it_is_printed_in_groups_of_four() {
        assertThat(Iban.parse("LU280019400644750000").orElseThrow().printed())
                .isEqualTo("LU28 0019 4006 4475 0000");
        assertThat(Iban.parse("GB82WEST12345698765432").orElseThrow().printed())
                .isEqualTo("GB82 WEST 1234 5698 7654 32");
    }

    @Test
    void any_one_wrong_digit_is_found() {
        var right = "LU280019400644750000";
        qt().forAll(integers().between(2, right.length() - 1), integers().between(1, 9))
                .check((place, step) -> {
                    var wrong = (right.charAt(place) - '0' + step) % 10;
                    return Iban.parse(
                                    right.substring(0, place) + wrong + right.substring(place + 1))
                            .isEmpty();
                });
    }
}
