package org.passerelle.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;

@Requirement("PAY-01")
class EpcQrCodeTest {
    private static final Iban IBAN = new Iban("LU280019400644750000");

    private static EpcQrCode code(Money amount, String remittance) {
        return EpcQrCode.of("Bureau à l’essai", IBAN, Optional.of("BCEELULL"), amount, remittance)
                .orElseThrow();
    }

    @Test
    void its_lines_are_those_of_the_standard_and_the_communication_goes_as_text() {
        assertThat(code(Money.parse("EUR 44.46"), "+++123/1234/12328+++").payload())
                .isEqualTo(
                        """
                        BCD
                        002
                        1
                        SCT
                        BCEELULL
                        Bureau à l’essai
                        LU280019400644750000
                        EUR44.46


                        +++123/1234/12328+++\
                        """);
    }

    @Test
    void the_bic_may_be_absent() {
        var code =
                EpcQrCode.of("Bureau", IBAN, Optional.empty(), Money.parse("EUR 1.00"), "x")
                        .orElseThrow();

        assertThat(code.payload().lines().toList().get(4)).isEmpty();
    }

    @Test
    void a_reader_decodes_what_was_encoded() {
        qt().withExamples(60)
                .forAll(longs().between(1, 99_999_999_999L), longs().between(0, 9_999_999_999L))
                .checkAssert((cents, number) -> {
                    var code =
                            code(
                                    Money.ofMinor(CurrencyUnit.EUR, cents),
                                    StructuredCommunication.ofNumber(number).toString());
                    assertThat(decoded(code)).isEqualTo(code.payload());
                });
    }

    @Test
    @Requirement("ORD-13")
    void a_reader_decodes_the_picture_that_letters_show() throws Exception {
        var code = code(Money.parse("EUR 44.46"), "+++123/1234/12328+++");
        var picture = ImageIO.read(new ByteArrayInputStream(code.png()));
        var width = picture.getWidth();
        var pixels = picture.getRGB(0, 0, width, width, null, 0, width);
        var seen =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels)));

        assertThat(new QRCodeReader().decode(seen).getText()).isEqualTo(code.payload());
    }

    @Test
    void the_longest_name_and_text_still_fit() {
        var code =
                EpcQrCode.of(
                                "N".repeat(90),
                                IBAN,
                                Optional.of("BCEELULLXXX"),
                                Money.parse("EUR 999999999.99"),
                                "t".repeat(140))
                        .orElseThrow();

        assertThat(code.payload().lines().toList().get(5)).hasSize(70);
        assertThat(decoded(code)).isEqualTo(code.payload());
    }

    @Test
    void a_text_over_140_characters_is_refused() {
        assertThatThrownBy(() -> code(Money.parse("EUR 1.00"), "t".repeat(141)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void other_currencies_and_amounts_out_of_bounds_have_no_code() {
        for (var amount : new String[] {"CAD 10.00", "EUR 0.00", "EUR 1000000000.00"}) {
            assertThat(EpcQrCode.of("Bureau", IBAN, Optional.empty(), Money.parse(amount), "text"))
                    .isEmpty();
        }
    }

    @Test
    void the_drawing_has_the_dark_modules_and_a_quiet_zone_of_four() {
        var code = code(Money.parse("EUR 44.46"), "+++123/1234/12328+++");
        var drawn = new boolean[code.viewSize()][code.viewSize()];
        var run = java.util.regex.Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
        run.matcher(code.svgPath())
                .results()
                .forEach(found -> {
                    var start = Integer.parseInt(found.group(1));
                    for (var x = 0; x < Integer.parseInt(found.group(3)); x++) {
                        drawn[Integer.parseInt(found.group(2))][start + x] = true;
                    }
                });

        var modules = code.modules();
        for (var y = 0; y < drawn.length; y++) {
            for (var x = 0; x < drawn.length; x++) {
                var inside = y >= 4 && x >= 4 && y - 4 < modules.length && x - 4 < modules.length;
                assertThat(drawn[y][x]).isEqualTo(inside && modules[y - 4][x - 4]);
            }
        }
    }

    private static String decoded(EpcQrCode code) {
        try {
            return new Decoder().decode(code.modules()).getText();
        } catch (com.google.zxing.ReaderException e) {
            throw new AssertionError(e);
        }
    }
}
