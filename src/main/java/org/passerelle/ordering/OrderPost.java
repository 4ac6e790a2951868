package org.passerelle.ordering;

import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.identity.People;
import org.passerelle.kernel.Language;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Notification;
import org.passerelle.notification.WebAddress;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.words.WordBook;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// Sends what an organisation is written about an order: to its official address, in its language,
/// with the transaction it is called in (NOT-01).
@Component
class OrderPost {
    private final Notification notification;
    private final Organisations organisations;
    private final People people;
    private final Packs packs;
    private final WordBook book;
    private final WebAddress web;

    OrderPost(
            Notification notification,
            Organisations organisations,
            People people,
            Packs packs,
            WordBook book,
            WebAddress web) {
        this.notification = notification;
        this.organisations = organisations;
        this.people = people;
        this.packs = packs;
        this.book = book;
        this.web = web;
    }

    /// Begins a letter whose subject is that of its kind.
    LetterLayout layout(Order order, String kind) {
        return layoutOf(order, said(order, kind + ".subject", order.number()));
    }

    LetterLayout layoutOf(Order order, String heading) {
        var sender = office(order).name().in(language(order));
        return LetterLayout.in(language(order), sender, heading);
    }

    /// With the way to the order's page, and why the organisation is written to.
    LetterLayout withOrder(Order order, LetterLayout layout) {
        return with(order, layout, "to-order", "/orders/" + order.number());
    }

    /// The button that leads to the validation tokens in place of the order.
    LetterLayout withTokens(Order order, LetterLayout layout) {
        return with(order, layout, "to-tokens", "/tokens");
    }

    private LetterLayout with(Order order, LetterLayout layout, String button, String path) {
        return layout.button(said(order, button), web.of(path)).because(said(order, "why"));
    }

    /// @param suffix tells letters of one kind about one order apart: each is written once
    void send(Order order, String kind, LetterLayout layout, String suffix) {
        var organisation = organisations.get(order.organisation());
        var to =
                organisation
                        .profile()
                        .officialEmail()
                        .or(() -> people.find(organisation.holder()).map(person -> person.email()));
        if (to.isEmpty()) {
            return;
        }
        notification.send(
                Letter.of(
                                Optional.of(order.organisation()),
                                Optional.empty(),
                                to.get(),
                                "ordering." + kind,
                                layout.heading(),
                                layout,
                                "ordering." + kind + ":" + order.number().key() + suffix)
                        .about(order.number().letters()));
    }

    String said(Order order, String key, Object... arguments) {
        return words(order).get("ordering.letter." + key, arguments);
    }

    /// What the sum of the order is called: `Total incl. VAT`.
    String total(Order order) {
        return words(order).get("ordering.total", TaxWords.included(office(order), words(order)));
    }

    private Office office(Order order) {
        return packs.get(order.number().office()).office();
    }

    String day(Order order, LocalDate day) {
        return words(order).date(day);
    }

    Words words(Order order) {
        return book.in(language(order));
    }

    Language language(Order order) {
        return organisations.get(order.organisation()).profile().language();
    }
}
