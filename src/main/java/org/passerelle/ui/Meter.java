package org.passerelle.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// How much of an allotment is used, reserved and still possible (ORD-04). Up to twelve units are
/// piers of their own, more or amounts are one bar.
///
/// @param words the same in words, for whoever cannot see it
public record Meter(
        BigDecimal limit, BigDecimal used, BigDecimal held, boolean units, String words) {
    private static final int PIERS_AT_MOST = 12;
    private static final double GAP = 2.5;

    /// One rectangle: class, start and width in percent.
    public record Part(String mark, String x, String width) {}

    public static Meter units(int limit, int used, int held, String words) {
        return new Meter(
                BigDecimal.valueOf(limit),
                BigDecimal.valueOf(used),
                BigDecimal.valueOf(held),
                true,
                words);
    }

    public static Meter amount(BigDecimal limit, BigDecimal used, BigDecimal held, String words) {
        return new Meter(limit, used, held, false, words);
    }

    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        var whole = limit.doubleValue();
        if (whole <= 0) {
            parts.add(part("m-free", 0, 100));
        } else if (units && whole <= PIERS_AT_MOST) {
            var count = limit.intValue();
            var gap = count > 8 ? GAP * 0.8 : GAP;
            var width = (100 - gap * (count - 1)) / count;
            for (var i = 0; i < count; i++) {
                var mark =
                        i < used.intValue()
                                ? "m-used"
                                : i < used.add(held).intValue() ? "m-held" : "m-free";
                parts.add(part(mark, i * (width + gap), width));
            }
        } else {
            var usedShare = Math.min(100, used.doubleValue() / whole * 100);
            var heldShare = Math.min(100 - usedShare, held.doubleValue() / whole * 100);
            parts.add(part("m-free", 0, 100));
            if (heldShare > 0) {
                parts.add(part("m-held", usedShare, heldShare));
            }
            if (usedShare > 0) {
                parts.add(part("m-used", 0, usedShare));
            }
        }
        return parts;
    }

    private static Part part(String mark, double x, double width) {
        return new Part(mark, percent(x), percent(width));
    }

    private static String percent(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP) + "%";
    }
}
