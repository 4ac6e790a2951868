package org.passerelle.tax;

import java.util.List;

/// The answer to "which taxes does this sale bear, and why?" (INV-02, INV-05).
///
/// @param taxes in the order in which they are said; empty where the pack has no rate for the day
/// @param grounds each with the value found, those that decided first
public record TaxDecision(Outcome outcome, List<Tax> taxes, List<TaxGround> grounds) {

    /// What it comes to.
    public enum Outcome {
        /// The rates of the place.
        RATES,
        /// The customer owes the VAT.
        REVERSE_CHARGE,
        /// Of some or all taxes of the place the customer is free.
        EXEMPT,
        /// Nothing can be sold that day.
        NO_RATE,
    }

    public TaxDecision {
        taxes = List.copyOf(taxes);
        grounds = List.copyOf(grounds);
    }
}
