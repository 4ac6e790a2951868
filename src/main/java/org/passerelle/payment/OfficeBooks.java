package org.passerelle.payment;

import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Posting;
import org.passerelle.pack.Packs;
import org.passerelle.payment.domain.Postings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Posts what happens to an office's money, by the office's days and its account (PAY-05).
@Component
class OfficeBooks {
    private final Ledger ledger;
    private final Packs packs;

    OfficeBooks(Ledger ledger, Packs packs) {
        this.ledger = ledger;
        this.packs = packs;
    }

    /// Whoever pays first finds the accounts made: payments of many at once do not stop each other.
    @EventListener(ApplicationReadyEvent.class)
    void open() {
        for (var pack : packs.installed()) {
            var office = pack.office();
            ledger.open(
                    office.id(), office.currency(), MoneyAccounts.all(office.payment().account()));
        }
    }

    /// How that office posts.
    Postings of(OfficeId office) {
        var pack = packs.get(office).office();
        return new Postings(office, pack.zone(), pack.payment().account());
    }

    void post(Posting posting) {
        ledger.post(posting);
    }

    void post(Optional<Posting> posting) {
        posting.ifPresent(ledger::post);
    }
}
