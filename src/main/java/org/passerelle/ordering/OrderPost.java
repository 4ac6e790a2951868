package org.passerelle.ordering;

import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.kernel.Language;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.WebAddress;
import org.passerelle.organisation.Correspondence;
import org.passerelle.organisation.Correspondence.Note;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// What all letters about an order have in common (NOT-01): they go to the official address.
@Component
class OrderPost {
    private final Correspondence correspondence;
    private final Organisations organisations;
    private final Packs packs;
    private final WebAddress web;

    OrderPost(
            Correspondence correspondence,
            Organisations organisations,
            Packs packs,
            WebAddress web) {
        this.correspondence = correspondence;
        this.organisations = organisations;
        this.packs = packs;
        this.web = web;
    }

    /// Begins a letter whose subject is that of its kind.
    LetterLayout layout(Order order, String kind) {
        return layoutOf(order, said(order, kind + ".subject", order.number()));
    }

    LetterLayout layoutOf(Order order, String heading) {
        return correspondence.begin(to(order), heading);
    }

    /// With the way to the order's page.
    LetterLayout withOrder(Order order, LetterLayout layout) {
        return layout.button(said(order, "to-order"), web.of("/orders/" + order.number()));
    }

    /// The button that leads to the validation tokens in place of the order.
    LetterLayout withTokens(Order order, LetterLayout layout) {
        return layout.button(said(order, "to-tokens"), web.of("/tokens"));
    }

    /// @param suffix tells letters of one kind about one order apart: each is written once
    void send(Order order, String kind, LetterLayout layout, String suffix) {
        correspondence.sendOnce(
                to(order),
                new Note(
                        "ordering." + kind,
                        layout,
                        "ordering.letter.why",
                        order.number().key() + suffix,
                        Optional.of(order.number().letters())));
    }

    String said(Order order, String key, Object... arguments) {
        return words(order).get("ordering.letter." + key, arguments);
    }

    /// What the sum of the order is called: `Total incl. VAT`.
    String total(Order order) {
        var office = packs.get(order.number().office()).office();
        return words(order).get("ordering.total", TaxWords.included(office, words(order)));
    }

    String day(Order order, LocalDate day) {
        return words(order).date(day);
    }

    Words words(Order order) {
        return correspondence.words(to(order));
    }

    Language language(Order order) {
        return words(order).language();
    }

    private Organisation to(Order order) {
        return organisations.get(order.organisation());
    }
}
