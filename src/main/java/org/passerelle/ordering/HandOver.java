package org.passerelle.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.pack.model.Offer;

/// One thing that was handed over for a line, without its secret (ORD-11).
///
/// @param address of a download or a link
/// @param carrier of a parcel
/// @param reference a tracking or contract number
/// @param onDay a parcel's expected arrival, or the first day of a support contract
public record HandOver(
        UUID id,
        int position,
        Offer.HandOver.What what,
        Optional<String> address,
        Optional<String> carrier,
        Optional<String> reference,
        Optional<LocalDate> onDay,
        Instant at,
        String by) {}
