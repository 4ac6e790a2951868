package org.passerelle.payment;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/// The code a banking app reads to fill in a SEPA transfer: EPC069-12, version 002 (PAY-01).
///
/// A Belgian or Luxembourg structured communication is no ISO 11649 reference, so it travels as
/// unstructured remittance; banks of both countries recognise it there. The BIC may be absent.
public record EpcQrCode(String payload) {
    private static final int QUIET_ZONE = 4;
    private static final int PIXELS = 4;
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;
    private static final int MAX_BYTES = 331;
    private static final int MAX_NAME = 70;
    private static final int MAX_REMITTANCE = 140;
    private static final BigDecimal MAX_AMOUNT = new BigDecimal("999999999.99");

    /// The code for a transfer; empty where the standard has none: another currency than the euro,
    /// or an amount of nothing or above its bound.
    ///
    /// @throws IllegalArgumentException when the remittance is over 140 characters
    public static Optional<EpcQrCode> of(
            String beneficiary, Iban iban, Optional<String> bic, Money amount, String remittance) {
        if (!amount.getCurrencyUnit().equals(CurrencyUnit.EUR)
                || !amount.isPositive()
                || amount.getAmount().compareTo(MAX_AMOUNT) > 0) {
            return Optional.empty();
        }
        if (remittance.length() > MAX_REMITTANCE) {
            throw new IllegalArgumentException("Remittance over 140 characters: " + remittance);
        }
        var purpose = "";
        var structuredReference = "";
        var lines =
                List.of(
                        "BCD",
                        "002",
                        "1",
                        "SCT",
                        bic.orElse(""),
                        oneLine(beneficiary, MAX_NAME),
                        iban.value(),
                        "EUR" + amount.getAmount().toPlainString(),
                        purpose,
                        structuredReference,
                        oneLine(remittance, MAX_REMITTANCE));
        var payload = String.join("\n", lines);
        if (payload.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("Over 331 bytes: " + payload);
        }
        return Optional.of(new EpcQrCode(payload));
    }

    private static String oneLine(String text, int maxLength) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(maxLength, line.length())).strip();
    }

    /// The dark modules, row by row, with error correction M as the standard asks.
    public boolean[][] modules() {
        var code =
                QrCode.encodeSegments(
                        io.nayuki.qrcodegen.QrSegment.makeSegments(payload),
                        QrCode.Ecc.MEDIUM,
                        1,
                        13,
                        -1,
                        false);
        var rows = new boolean[code.size][code.size];
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                rows[y][x] = code.getModule(x, y);
            }
        }
        return rows;
    }

    /// The code as one SVG path in a square of [#viewSize] units, its quiet zone of four included.
    public String svgPath() {
        var modules = modules();
        var runs = new ArrayList<String>();
        for (var y = 0; y < modules.length; y++) {
            var x = 0;
            while (x < modules.length) {
                var start = x;
                while (x < modules.length && modules[y][x]) {
                    x++;
                }
                if (x > start) {
                    runs.add(
                            "M%d %dh%dv1h-%dz"
                                    .formatted(
                                            start + QUIET_ZONE,
                                            y + QUIET_ZONE,
                                            x - start,
                                            x - start));
                }
                x++;
            }
        }
        return String.join("", runs);
    }

    /// The code as a picture for mail programs, which draw no SVG: PNG, four pixels a module, its
    /// quiet zone included.
    public byte[] png() {
        var modules = modules();
        var size = viewSize() * PIXELS;
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (var y = 0; y < size; y++) {
            for (var x = 0; x < size; x++) {
                picture.setRGB(x, y, isDark(modules, x, y) ? BLACK : WHITE);
            }
        }
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDark(boolean[][] modules, int x, int y) {
        var column = x / PIXELS - QUIET_ZONE;
        var row = y / PIXELS - QUIET_ZONE;
        return row >= 0
                && row < modules.length
                && column >= 0
                && column < modules.length
                && modules[row][column];
    }

    public int viewSize() {
        return modules().length + 2 * QUIET_ZONE;
    }
}
