package org.passerelle.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;
import org.passerelle.pack.model.PostalCode;

@Requirement("ORG-01")
class PostalCodeTest {
    private static final PostalCode LUXEMBOURG = new PostalCode("LU", "L-9999", "", "L-2344");
    private static final PostalCode CANADA =
            new PostalCode("CA", "A9A 9A9", "ABCEGHJKLMNPRSTVWXYZ", "K1A 0B1");

    @ParameterizedTest
    @CsvSource({
        "L-2344, L-2344",
        "2344, L-2344",
        "l 2344, L-2344",
        "L2344, L-2344",
        "' 2 344 ', L-2344",
        "L-0000, L-0000",
        "99999,",
        "L-12,",
        "K1A0B1,",
        "B-1000,",
        "LL-2344,",
        "'',"
    })
    void a_code_is_written_as_on_an_envelope_or_is_none(String typed, String written) {
        assertThat(LUXEMBOURG.read(typed).orElse(null)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "K1A 0B1, K1A 0B1",
        "k1a0b1, K1A 0B1",
        "K1A-0B1, K1A 0B1",
        "K1A OB1,",
        "D1A 0B1,",
        "1A1 A1A,",
        "L-1234,",
        "90210,",
        "K1A 0B12,"
    })
    void letters_that_no_code_has_are_none(String typed, String written) {
        assertThat(CANADA.read(typed).orElse(null)).isEqualTo(written);
    }
}
