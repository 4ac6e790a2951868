package org.passerelle.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;

@Requirement("PAY-01")
class StructuredCommunicationTest {

    @ParameterizedTest
    @CsvSource({
        "1231234123, +++123/1234/12328+++",
        "0, +++000/0000/00097+++",
        "97, +++000/0000/09797+++",
        "1, +++000/0000/00101+++",
        "9999999999, +++999/9999/99948+++"
    })
    void ten_digits_and_their_rest_modulo_97_where_zero_becomes_97(long number, String printed) {
        assertThat(StructuredCommunication.ofNumber(number)).hasToString(printed);
    }

    @Test
    void what_is_printed_is_read_back_however_a_bank_writes_it() {
        qt().forAll(longs().between(0, 9_999_999_999L))
                .check(number -> {
                    var made = StructuredCommunication.ofNumber(number);
                    var printed = made.toString();
                    return StructuredCommunication.parse(printed).orElseThrow().equals(made)
                            && StructuredCommunication.parse(printed.replace('+', '*'))
                                    .orElseThrow()
                                    .equals(made)
                            && StructuredCommunication.parse(" " + made.digits() + " ")
                                    .orElseThrow()
                                    .equals(made);
                });
    }

    @Test
    void any_one_wrong_digit_is_found() {
        qt().forAll(
                        longs().between(0, 9_999_999_999L),
                        integers().between(0, 11),
                        integers().between(1, 9))
                .check((number, place, step) -> {
                    var digits = StructuredCommunication.ofNumber(number).digits();
                    var wrong = (digits.charAt(place) - '0' + step) % 10;
                    return StructuredCommunication.parse(
                                    digits.substring(0, place)
                                            + wrong
                                            + digits.substring(place + 1))
                            .isEmpty();
                });
    }

    @Test
    void any_two_neighbours_changed_about_are_found() {
        qt().forAll(longs().between(0, 9_999_999_999L), integers().between(0, 10))
                .assuming((number, place) -> {
                    var digits = StructuredCommunication.ofNumber(number).digits();
                    return digits.charAt(place) != digits.charAt(place + 1);
                })
                .check((number, place) -> {
                    var digits = StructuredCommunication.ofNumber(number).digits().toCharArray();
                    var kept = digits[place];
                    digits[place] = digits[place + 1];
                    digits[place + 1] = kept;
                    return StructuredCommunication.parse(new String(digits)).isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+++++++",
                "+++123/1234/1236+++",
                "+++123/1234/123280+++",
                "+++000/0000/00000+++",
                "+++123/1234/123a1+++",
                "RF18 5390 0754 7034"
            })
    void what_is_none_is_not_read(String text) {
        assertThat(StructuredCommunication.parse(text)).isEmpty();
    }

    @Test
    void an_eleventh_digit_has_no_place() {
        assertThatThrownBy(() -> StructuredCommunication.ofNumber(10_000_000_000L))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StructuredCommunication.ofNumber(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
