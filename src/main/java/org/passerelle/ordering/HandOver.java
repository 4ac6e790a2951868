package org.passerelle.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.kernel.Signature;
import org.passerelle.pack.model.Offer;

/// One thing that was handed over for a line, without its secret (ORD-11).
///
/// @param address of a download or a link
/// @param carrier of a parcel
/// @param contents of a parcel, where the order comes in several
/// @param reference a tracking or contract number
/// @param onDay a parcel's expected arrival, or the first day of a support contract
/// @param arrivedOn the day on which a parcel was there
public record HandOver(
        UUID id,
        int position,
        Offer.HandOver.What what,
        Optional<String> address,
        Optional<String> carrier,
        Optional<String> reference,
        Optional<String> contents,
        Optional<LocalDate> onDay,
        Optional<LocalDate> arrivedOn,
        Instant at,
        Signature by) {

    /// A parcel of which nobody has said that it arrived.
    public boolean isUnderWay() {
        return what == Offer.HandOver.What.PARCEL && arrivedOn.isEmpty();
    }

    /// The day on which it was there.
    LocalDate there(ZoneId zone) {
        return arrivedOn.orElseGet(() -> at.atZone(zone).toLocalDate());
    }

    /// How an event names it: its line, and itself.
    String told() {
        return position + " " + id;
    }

    /// Whether another says the same was handed over for the same line, whoever said it and when.
    boolean saysAs(HandOver other) {
        return position == other.position
                && what == other.what
                && address.equals(other.address)
                && carrier.equals(other.carrier)
                && reference.equals(other.reference)
                && contents.equals(other.contents)
                && onDay.equals(other.onDay);
    }
}
