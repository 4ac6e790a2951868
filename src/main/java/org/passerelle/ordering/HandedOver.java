package org.passerelle.ordering;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.passerelle.pack.model.Offer.HandOver.What;

/// What staff hand over for a line of an order (ORD-11). Secrets are sealed before they are kept.
public sealed interface HandedOver {

    record Keys(List<String> keys) implements HandedOver {}

    record Pins(List<String> pins) implements HandedOver {}

    /// Codes that the partner sent for this line.
    record Codes(List<String> codes) implements HandedOver {}

    /// The codes that the line holds in its pool.
    record CodesFromPool() implements HandedOver {}

    record Download(String address) implements HandedOver {}

    record Link(String address) implements HandedOver {}

    /// The organisation makes its validation token itself; the letter leads there.
    record Token() implements HandedOver {}

    /// @param contents what is in it, where the order comes in several parcels
    record Parcel(
            String carrier,
            String trackingNumber,
            Optional<String> contents,
            Optional<LocalDate> expectedOn)
            implements HandedOver {}

    record SupportContract(Optional<String> number, LocalDate activeFrom) implements HandedOver {}

    default What what() {
        return switch (this) {
            case Keys _ -> What.KEY;
            case Pins _ -> What.PIN;
            case Codes _, CodesFromPool _ -> What.CODE;
            case Download _ -> What.DOWNLOAD;
            case Link _ -> What.LINK;
            case Token _ -> What.TOKEN;
            case Parcel _ -> What.PARCEL;
            case SupportContract _ -> What.SUPPORT_CONTRACT;
        };
    }
}
