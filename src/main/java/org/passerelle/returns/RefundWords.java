package org.passerelle.returns;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.pack.model.Offer.RefundPolicy.Reason;
import org.passerelle.returns.RefundDecision.Ground;
import org.passerelle.returns.RefundDecision.WayOut;
import org.passerelle.ui.Why;
import org.passerelle.words.Words;

/// Says a refund decision in the reader's language, ground by ground (ORD-09).
public record RefundWords(Words words) {
    private static final String KEY = "returns.";

    /// The rule with what was found, ground by ground.
    public Why why(RefundDecision decision) {
        return new Why(
                say("staff.policy"),
                say("staff.policy.demands"),
                decision.grounds().stream().map(this::row).toList());
    }

    /// The grounds that are not met, in one sentence each.
    public String unmet(RefundDecision decision) {
        return decision.unmet().stream()
                .map(this::row)
                .map(row -> say("fault.unmet", row.criterion(), row.yours(), row.demanded()))
                .collect(Collectors.joining("; "));
    }

    /// What was found and what is demanded; said once where the one is in the other.
    static String told(Why.Row row) {
        var demanded = row.demanded().toLowerCase(Locale.ROOT);
        return demanded.startsWith(row.yours().toLowerCase(Locale.ROOT))
                ? row.demanded()
                : row.yours() + " – " + row.demanded();
    }

    private Why.Row row(Ground ground) {
        return switch (ground) {
            case Ground.Passed it ->
                    row("passed", passed(it), say("ground.passed.demanded"), it.met());
            case Ground.Refundable it ->
                    row(
                            "refundable",
                            say("ground.refundable." + (it.met() ? "yes" : "no")),
                            say("ground.refundable.demanded"),
                            it.met());
            case Ground.Left it ->
                    row(
                            "left",
                            words.number(it.wanted()),
                            say("ground.left.demanded", it.left()),
                            it.met());
            case Ground.InTime it -> row("in-time", words.date(it.asked()), time(it), it.met());
            case Ground.Fits it -> row("fits", reason(it.given()), reasons(it), it.met());
        };
    }

    private String passed(Ground.Passed it) {
        return it.transmitted()
                ? say("ground.passed.yes")
                : words.get("ordering.state." + it.found().word());
    }

    private String time(Ground.InTime it) {
        var base = say("base." + it.base());
        var key = "ground.in-time.until" + (it.byParcel() ? ".parcel" : "");
        return it.until()
                .map(last -> say(key, last, base))
                .orElseGet(() -> say("ground.in-time.open", base));
    }

    private String reasons(Ground.Fits it) {
        return it.demanded().isEmpty()
                ? say("ground.fits.any")
                : it.demanded().stream().map(this::reason).collect(Collectors.joining(" · "));
    }

    public String reason(Reason reason) {
        return say("reason." + reason.word());
    }

    /// Why a line comes back, and once it is decided, how many of it were accepted.
    public String about(Return.Line line) {
        return reason(line.reason())
                + line.inspected()
                        .map(found -> " · " + say("accepted") + " " + found.accepted())
                        .orElse("");
    }

    public String event(Return.Event.Kind kind) {
        return say("event." + kind.name().toLowerCase(Locale.ROOT));
    }

    /// How what happened looks in a log: `ok`, `bad`, `mute` or `brand`.
    public static String tone(Return.Event.Kind kind) {
        return switch (kind) {
            case SETTLED -> "ok";
            case REFUSED, REJECTED -> "bad";
            case LAPSED, WITHDRAWN -> "mute";
            case ANNOUNCED, ACCEPTED, RECEIVED -> "brand";
        };
    }

    public String wayOut(WayOut wayOut) {
        return say(
                "way-out."
                        + switch (wayOut) {
                            case CANCEL -> "cancel";
                            case SUPPORT -> "support";
                            case ASK -> "ask";
                        });
    }

    public String state(ReturnState.Code code) {
        return say("state." + code.word());
    }

    public String remedy(ReturnState.Remedy remedy) {
        return say("remedy." + remedy.word());
    }

    /// How a state looks: `ok`, `warn` where the office acts, `info`, `bad` or `mute`.
    public static String tone(ReturnState.Code code) {
        return switch (code) {
            case ANNOUNCED, RECEIVED -> "warn";
            case ACCEPTED -> "info";
            case SETTLED -> "ok";
            case REFUSED, REJECTED -> "bad";
            case LAPSED, WITHDRAWN -> "mute";
        };
    }

    private Why.Row row(String key, String found, String demanded, boolean met) {
        return new Why.Row(
                say("ground." + key),
                found,
                met ? Why.Outcome.MET : Why.Outcome.UNMET,
                demanded,
                Optional.empty(),
                Optional.empty());
    }

    private String say(String key, Object... arguments) {
        return words.get(KEY + key, arguments);
    }
}
