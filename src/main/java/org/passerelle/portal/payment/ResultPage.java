package org.passerelle.portal.payment;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Fact;

/// What became of a payment by card or PayPal, and what follows (PAY-03).
///
/// @param missing what may be paid now; empty where nothing may
/// @param again where to ask once more; empty where there is nothing to ask
public record ResultPage(
        String number,
        String tone,
        String title,
        String text,
        List<Fact> facts,
        Optional<String> missing,
        Optional<String> again) {}
