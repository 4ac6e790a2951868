package org.passerelle.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Mailing;
import org.passerelle.notification.Mailings;
import org.passerelle.notification.Notification;
import org.passerelle.notification.WebAddress;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Partner;
import org.passerelle.words.WordBook;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// Letters that a person chose to get from the catalogue, each in the reader's language and with
/// the way to get no more (NOT-03).
@Component
class CatalogueLetters {
    private static final String BACK = "catalogue.back-in-stock";
    private static final String NEW_PARTNERS = "catalogue.new-partners";

    private final Notification notification;
    private final Mailings mailings;
    private final People people;
    private final Organisations organisations;
    private final Packs packs;
    private final WordBook book;
    private final WebAddress web;

    CatalogueLetters(
            Notification notification,
            Mailings mailings,
            People people,
            Organisations organisations,
            Packs packs,
            WordBook book,
            WebAddress web) {
        this.notification = notification;
        this.mailings = mailings;
        this.people = people;
        this.organisations = organisations;
        this.packs = packs;
        this.book = book;
        this.web = web;
    }

    /// The offer that somebody waits for is there.
    void backInStock(ProductAlert alert, Offer offer) {
        people.find(alert.person()).ifPresent(person -> write(alert, offer, person));
    }

    private void write(ProductAlert alert, Offer offer, Person to) {
        var words = book.in(to.language());
        var pack = packs.get(alert.office());
        var title = offer.title().in(words.language());
        var organisation = organisations.get(alert.organisation()).name();
        var day = words.date(alert.askedAt().atZone(pack.office().zone()).toLocalDate());
        var subject = words.get("catalogue.letter.back.subject", title);
        var layout =
                layout(alert.office(), words, subject)
                        .paragraph(words.get("catalogue.letter.back.text", title))
                        .paragraph(words.get("catalogue.letter.back.not-kept"))
                        .fact(words.get("catalogue.letter.back.for"), organisation)
                        .button(
                                words.get("catalogue.letter.back.button"),
                                web.of("/offers/" + offer.id()))
                        .because(words.get("catalogue.letter.back.why", day));
        send(to, Mailing.PRODUCT_ALERTS, BACK, subject, layout, alert.id().toString());
    }

    /// The office has new partners.
    void newPartners(PersonId id, OfficeId office, List<Partner> partners) {
        people.find(id).ifPresent(person -> write(person, office, partners));
    }

    private void write(Person to, OfficeId office, List<Partner> partners) {
        var words = book.in(to.language());
        var names = partners.stream().map(Partner::name).collect(Collectors.joining(", "));
        var subject = words.get("catalogue.letter.partners.subject", partners.size(), names);
        var layout = layout(office, words, subject);
        for (var partner : partners) {
            layout = layout.fact(partner.name(), partner.about().in(words.language()));
        }
        layout =
                layout.paragraph(words.get("catalogue.letter.partners.text"))
                        .button(
                                words.get("catalogue.letter.partners.button"),
                                web.of("/catalogue?sort=suggested"))
                        .because(words.get("catalogue.letter.partners.why"));
        var which = partners.stream().map(one -> one.id().value()).collect(Collectors.joining("+"));
        send(to, Mailing.NEW_PARTNERS, NEW_PARTNERS, subject, layout, office + ":" + which);
    }

    private LetterLayout layout(OfficeId office, Words words, String subject) {
        var name = packs.get(office).office().name().in(words.language());
        return LetterLayout.in(words.language(), name, subject);
    }

    private void send(
            Person to,
            Mailing mailing,
            String template,
            String subject,
            LetterLayout layout,
            String unique) {
        var leave = mailings.leaveAddress(to.id(), mailing);
        notification.send(
                Letter.of(
                                Optional.<OrganisationId>empty(),
                                Optional.of(to.id()),
                                to.email(),
                                template,
                                subject,
                                layout.leave(book.in(to.language()).get("letters.leave"), leave),
                                template + ":" + unique + ":" + to.id())
                        .of(mailing));
    }
}
