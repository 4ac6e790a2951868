package org.passerelle.portal.catalogue;

import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.catalogue.Availability;
import org.passerelle.catalogue.LinePrice;
import org.passerelle.catalogue.OfferView;
import org.passerelle.ordering.TaxWords;
import org.passerelle.pack.model.Pack;
import org.passerelle.portal.Limits;
import org.passerelle.portal.Reasons;
import org.passerelle.portal.catalogue.OfferCard.Verdict;
import org.passerelle.programme.AllotmentState;
import org.passerelle.ui.Initials;
import org.passerelle.words.Words;

/// Turns offers into cards.
record OfferCards(Pack pack, Words words) {

    OfferCard card(OfferView view) {
        var price = view.price();
        return new OfferCard(
                view.offer().id().value(),
                tile(view.partner().name()),
                view.partner().name(),
                words.get("catalogue.kind.short." + view.offer().kind().code()),
                view.offer().title().in(words.language()),
                view.offer().summary().in(words.language()),
                price.map(p -> words.money(p.fee())).orElse(""),
                price.map(p -> withTax(view, p)).orElse(""),
                view.offer().marketValue().map(words::roundMoney),
                view.savingPercent().map(percent -> words.get("catalogue.saved", percent)),
                verdict(view));
    }

    /// What it costs with the tax, where one knows which tax that is.
    private String withTax(OfferView view, LinePrice price) {
        if (price.fee().isZero()) {
            return "";
        }
        if (view.isTaxOpen()) {
            return words.get("catalogue.fee.plus-tax");
        }
        var gross = words.money(price.gross());
        var office = pack.office();
        return words.get(
                "catalogue.fee.with-tax",
                TaxWords.excluded(office, words),
                gross,
                TaxWords.included(office, words));
    }

    /// The first two letters of a name of one word, else the initials of two.
    static String tile(String name) {
        var initials = Initials.of(name);
        return initials.length() > 1 || name.length() < 2 ? initials : name.substring(0, 2);
    }

    Verdict verdict(OfferView view) {
        if (view.availability() instanceof Availability.Counted(var left) && left <= 0) {
            return new Verdict(
                    "warn",
                    "clock",
                    words.get("catalogue.verdict.out-of-stock"),
                    words.get("catalogue.verdict.out-of-stock.detail"),
                    Optional.empty());
        }
        var reasons = Reasons.in(words, pack);
        return view.verdict()
                .map(verdict ->
                        switch (verdict.standing()) {
                            case OPEN -> open(view, verdict);
                            case UNDECIDED -> closed(view, verdict, reasons, "warn", "undecided");
                            case ONCE_QUALIFIED -> onceQualified(view);
                            case NOT_ELIGIBLE ->
                                    closed(view, verdict, reasons, "bad", "not-eligible");
                        })
                .orElseGet(() -> forAnybody(view));
    }

    private Verdict open(OfferView view, OfferView.Verdict verdict) {
        var spent = verdict.tightest().filter(state -> state.left().isZero());
        if (spent.isPresent()) {
            return new Verdict(
                    "warn",
                    "clock",
                    words.get("catalogue.verdict.spent"),
                    new Limits(words).resets(spent.get()),
                    Optional.empty());
        }
        return view.needsApproval()
                ? new Verdict(
                        "warn",
                        "clock",
                        words.get("catalogue.verdict.approval", view.partner().name()),
                        detail(view, verdict.tightest()),
                        Optional.empty())
                : new Verdict(
                        "ok",
                        "check",
                        words.get("catalogue.verdict.open"),
                        detail(view, verdict.tightest()),
                        Optional.empty());
    }

    private String detail(OfferView view, Optional<AllotmentState> tightest) {
        if (view.availability() instanceof Availability.Counted(var left)) {
            return words.get("catalogue.verdict.left-in-stock", left);
        }
        return tightest.map(new Limits(words)::left)
                .orElseGet(() -> words.get("catalogue.verdict.no-limit"));
    }

    private Verdict onceQualified(OfferView view) {
        return new Verdict(
                "warn",
                "clock",
                words.get("catalogue.verdict.once-qualified"),
                words.get("catalogue.verdict.once-qualified.detail"),
                Optional.of("/offers/" + view.offer().id() + "#why"));
    }

    private Verdict closed(
            OfferView view,
            OfferView.Verdict verdict,
            Reasons reasons,
            String tone,
            String standing) {
        return new Verdict(
                tone,
                tone.equals("bad") ? "cross" : "clock",
                words.get("catalogue.verdict." + standing),
                verdict.mainObstacle().map(reasons::sentence).orElse(""),
                Optional.of("/offers/" + view.offer().id() + "#why"));
    }

    /// Without an organisation nothing is decided: the card says what is limited.
    private Verdict forAnybody(OfferView view) {
        var limits = new Limits(words);
        var rules =
                view.rules().stream()
                        .flatMap(version -> version.allotments().stream())
                        .filter(allotment -> allotment.concerns(view.offer().id()))
                        .limit(1)
                        .map(limits::rule)
                        .collect(Collectors.joining());
        return new Verdict(
                "mute",
                "info",
                words.get("catalogue.verdict.anybody"),
                rules.isEmpty() ? words.get("catalogue.verdict.no-limit") : rules,
                Optional.of("/offers/" + view.offer().id() + "#why"));
    }
}
