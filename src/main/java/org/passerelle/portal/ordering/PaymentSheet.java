package org.passerelle.portal.ordering;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Fact;
import org.passerelle.words.Words;

/// What stands on the sheet that says how to pay an order by transfer (PAY-01).
///
/// @param qrCode a picture as a `data:` address; empty for an office not paid in euros
public record PaymentSheet(
        Words words,
        String office,
        String number,
        String organisation,
        String amount,
        List<Fact> facts,
        String instructions,
        Optional<String> qrCode,
        String qrText) {}
