package org.passerelle.programme.domain;

import org.passerelle.programme.Demand;
import org.passerelle.programme.Fact;
import org.passerelle.programme.Outcome;
import org.passerelle.programme.Remedy;

/// What one leaf found, and what would help should that stand in the way.
record Comparison(
        Outcome outcome, Fact found, Demand demanded, Remedy whenUnmet, Remedy whenUnknown) {

    /// For data that the organisation told or could tell, and could have corrected.
    static Comparison ofData(String criterion, Outcome outcome, Fact found, Demand demanded) {
        return new Comparison(
                outcome, found, demanded, new Remedy.CorrectData(), new Remedy.TellUs(criterion));
    }
}
