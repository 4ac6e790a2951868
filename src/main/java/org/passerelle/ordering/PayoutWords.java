package org.passerelle.ordering;

import java.time.ZoneId;
import org.passerelle.payment.Payout;
import org.passerelle.words.Words;

/// What pages say of money on its way back: that it is to go, that it left, that it could not
/// (ORD-09).
public final class PayoutWords {
    private PayoutWords() {}

    /// With the day on which it left, or else on which it was noted.
    public static String of(Payout payout, ZoneId zone, Words words) {
        var noted = payout.dueAt().atZone(zone).toLocalDate();
        return switch (payout.state()) {
            case Payout.State.Due _ -> words.get("ordering.to-return", noted);
            case Payout.State.Sent(var on, _) -> words.get("ordering.returned", on);
            case Payout.State.Failed _ -> words.get("ordering.return-failed", noted);
            case Payout.State.Dropped _ -> words.get("ordering.return-dropped", noted);
        };
    }
}
