package org.passerelle.portal.catalogue;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Meter;
import org.passerelle.ui.Step;
import org.passerelle.ui.Why;

/// All about one offer: what it costs, whether one may have it and why, what happens after
/// (CAT-03).
///
/// @param tone and `standing` of the badge; empty for a reader without an organisation
/// @param order what the reader may do about it
/// @param why empty when nothing was decided: then `criteria` say who may ask
public record OfferPage(
        String id,
        String initials,
        String partner,
        String partnerId,
        String kind,
        String kindMeans,
        String title,
        String summary,
        Optional<String> tone,
        Optional<String> standing,
        Optional<String> succeeded,
        List<Why.Link> replaces,
        Optional<Price> price,
        Order order,
        List<Allowance> allowances,
        String whyTitle,
        String whyCount,
        Optional<String> whyRules,
        Optional<Why> why,
        List<Fact> criteria,
        List<String> limits,
        List<String> handOver,
        Optional<String> description,
        List<Step> steps,
        List<Text> conditions,
        List<String> refunds,
        List<String> questions,
        List<Text> texts,
        List<OfferCard> alternatives) {

    public record Price(
            Optional<String> value,
            Optional<String> toPartner,
            String fee,
            List<Tax> taxes,
            String gross,
            Optional<String> saving) {}

    /// A tax and its amount for one unit.
    public record Tax(String label, String amount) {}

    /// What stands in the place of the button.
    public enum Act {
        ADD,
        SIGN_IN,
        /// Signed in, and a member of nothing yet.
        NO_ORGANISATION,
        READER,
        NOT_ON_SALE,
        OUT_OF_STOCK
    }

    /// @param quantity to begin with
    /// @param hint how many may be ordered
    /// @param notYet said beside the button where it cannot be ordered as things stand
    /// @param alert empty unless the offer is out of stock and the reader has an organisation
    public record Order(
            Act act,
            String quantity,
            String hint,
            Optional<String> notYet,
            Optional<String> stock,
            Optional<Alert> alert) {}

    /// @param asked the day the reader asked to be told when it is back; empty when they did not
    public record Alert(Optional<String> asked) {}

    /// One allotment that limits the offer.
    public record Allowance(String left, Meter meter, String explained, String resets) {}

    /// A text of the pack as HTML.
    public record Text(String title, String html) {}
}
