package org.passerelle.catalogue;

import java.time.Clock;
import java.util.List;
import org.passerelle.catalogue.domain.KnownPartners;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;
import org.passerelle.notification.Mailing;
import org.passerelle.notification.Mailings;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.PackInstalled;
import org.passerelle.pack.Packs;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells those who asked for it of partners that an office did not have before: one letter for all
/// that a new version of its pack brings (NOT-03).
@Component
class PartnerNews {
    private final KnownPartners known;
    private final Packs packs;
    private final Mailings mailings;
    private final Organisations organisations;
    private final CatalogueLetters letters;
    private final Clock clock;

    PartnerNews(
            KnownPartners known,
            Packs packs,
            Mailings mailings,
            Organisations organisations,
            CatalogueLetters letters,
            Clock clock) {
        this.known = known;
        this.packs = packs;
        this.mailings = mailings;
        this.organisations = organisations;
        this.letters = letters;
        this.clock = clock;
    }

    /// The partners an office has from its first day are no news.
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void remember() {
        for (var pack : packs.installed()) {
            if (!known.any(pack.id())) {
                known.add(pack.id(), pack.partners().keySet(), clock.instant());
            }
        }
    }

    @ApplicationModuleListener
    void on(PackInstalled installed) {
        var office = installed.office();
        var isFirst = !known.any(office);
        var added = known.add(office, packs.get(office).partners().keySet(), clock.instant());
        if (isFirst || added.isEmpty()) {
            return;
        }
        var partners =
                added.stream().flatMap(id -> packs.get(office).partner(id).stream()).toList();
        readersOf(office).forEach(person -> letters.newPartners(person, office, partners));
    }

    private List<PersonId> readersOf(OfficeId office) {
        return mailings.askedFor(Mailing.NEW_PARTNERS).stream()
                .filter(person ->
                        organisations.organisationsOf(person).stream()
                                .map(one -> organisations.get(one.organisation()))
                                .anyMatch(one -> one.office().equals(office)))
                .toList();
    }
}
