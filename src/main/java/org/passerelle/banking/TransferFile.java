package org.passerelle.banking;

import java.time.Instant;
import org.joda.money.Money;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;

/// A file of transfers that was written for the bank (ORD-09).
///
/// @param name by which the bank knows it; each is used once
/// @param transfers how many it asks for
public record TransferFile(
        OfficeId office, String name, int transfers, Money sum, Instant writtenAt, Signature by) {}
