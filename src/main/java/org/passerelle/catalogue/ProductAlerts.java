package org.passerelle.catalogue;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.passerelle.catalogue.domain.AlertBook;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.notification.Mailing;
import org.passerelle.notification.MailingLeft;
import org.passerelle.notification.Mailings;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face for who wants to know when an offer is back (CAT-05, NOT-03): a letter for each alert,
/// once. It reserves nothing.
@Service
@Transactional
public class ProductAlerts {
    private static final int SHOWN = 50;

    private final AlertBook book;
    private final Stockroom stockroom;
    private final Packs packs;
    private final Organisations organisations;
    private final Mailings mailings;
    private final CatalogueLetters letters;
    private final Clock clock;

    ProductAlerts(
            AlertBook book,
            Stockroom stockroom,
            Packs packs,
            Organisations organisations,
            Mailings mailings,
            CatalogueLetters letters,
            Clock clock) {
        this.book = book;
        this.stockroom = stockroom;
        this.packs = packs;
        this.organisations = organisations;
        this.mailings = mailings;
        this.letters = letters;
        this.clock = clock;
    }

    /// Has the person told, by mail, when the offer is back. To ask is to choose such letters
    /// again, for whoever had left them.
    public AlertOutcome ask(PersonId person, OrganisationId organisation, OfferId id) {
        var office = organisations.get(organisation).office();
        var offer = packs.get(office).offer(id).filter(found -> isOnSale(office, found));
        if (offer.isEmpty()) {
            return AlertOutcome.NOT_ON_SALE;
        }
        if (stockroom.availableLocked(office, offer.get()).has(least(offer.get()))) {
            return AlertOutcome.THERE_IS_SOME;
        }
        if (!mailings.isWanted(person, Mailing.PRODUCT_ALERTS)) {
            mailings.choose(person, Mailing.PRODUCT_ALERTS, true);
        }
        book.add(
                new ProductAlert(
                        ProductAlertId.random(),
                        person,
                        organisation,
                        office,
                        id,
                        clock.instant(),
                        Optional.empty()));
        return AlertOutcome.NOTED;
    }

    /// The person's alerts, those that wait first.
    @Transactional(readOnly = true)
    public List<ProductAlert> of(PersonId person) {
        return book.of(person, SHOWN);
    }

    /// The alert with which the person waits for this offer, for this organisation.
    @Transactional(readOnly = true)
    public Optional<ProductAlert> waiting(
            PersonId person, OrganisationId organisation, OfferId offer) {
        return of(person).stream()
                .filter(alert ->
                        alert.toldAt().isEmpty()
                                && alert.organisation().equals(organisation)
                                && alert.offer().equals(offer))
                .findFirst();
    }

    /// Forgets an alert of the person; false for one that is not theirs.
    public boolean remove(PersonId person, ProductAlertId id) {
        return book.remove(person, id);
    }

    @ApplicationModuleListener
    void on(StockCameIn event) {
        event.offers().forEach(offer -> tell(event.office(), offer));
    }

    @ApplicationModuleListener
    void on(MailingLeft left) {
        if (left.mailing() == Mailing.PRODUCT_ALERTS) {
            book.removeWaiting(left.person());
        }
    }

    /// Looks at everything that is waited for: a pack may have changed how an offer is counted.
    void tellAll() {
        for (var pack : packs.installed()) {
            book.waitedFor(pack.id()).forEach(offer -> tell(pack.id(), offer));
        }
    }

    /// Writes to all who wait for the offer, if there is some.
    private void tell(OfficeId office, OfferId id) {
        var offer = packs.get(office).offer(id).filter(found -> isOnSale(office, found));
        if (offer.isEmpty() || !stockroom.available(office, offer.get()).has(least(offer.get()))) {
            return;
        }
        for (var alert : book.lockWaiting(office, id)) {
            if (organisations.may(alert.person(), alert.organisation()).isPresent()) {
                letters.backInStock(alert, offer.get());
                book.told(alert.id(), clock.instant());
            } else {
                book.remove(alert.person(), alert.id());
            }
        }
    }

    /// With fewer than one may order, there is none.
    private static long least(Offer offer) {
        return Math.max(1, offer.quantity().atLeast());
    }

    private boolean isOnSale(OfficeId office, Offer offer) {
        var pack = packs.get(office);
        var day = clock.instant().atZone(pack.office().zone()).toLocalDate();
        return offer.isOnSale(day) && pack.successorOf(offer.id()).isEmpty();
    }
}
