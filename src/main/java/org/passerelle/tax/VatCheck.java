package org.passerelle.tax;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.Signature;

/// What a look into the register of VAT numbers said on a day (INV-02). Kept as evidence that the
/// seller looked; never changed.
///
/// @param on the day it was looked up
/// @param validUntil the last day on which the answer counts, inclusive
/// @param reference of the answer, such as the consultation number of VIES
/// @param nameFound to whom the register says the number belongs
/// @param evidence the answer as a file
public record VatCheck(
        String number,
        LocalDate on,
        boolean valid,
        LocalDate validUntil,
        Optional<String> reference,
        Optional<String> nameFound,
        Optional<DocumentId> evidence,
        Instant at,
        Signature by) {}
