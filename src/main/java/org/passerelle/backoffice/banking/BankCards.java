package org.passerelle.backoffice.banking;

import java.util.List;
import org.passerelle.backoffice.TodayCards;
import org.passerelle.banking.Banking;
import org.passerelle.banking.MovementsFound.View;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ui.Frame;
import org.springframework.stereotype.Component;

/// What waits at the bank.
@Component
class BankCards implements TodayCards {
    private final Banking banking;

    BankCards(Banking banking) {
        this.banking = banking;
    }

    @Override
    public String group() {
        return "finance";
    }

    @Override
    public List<Card> of(SignedIn who, OfficeId office, Frame frame) {
        if (!who.has(Role.FINANCE) && !who.has(Role.ADMINISTRATOR)) {
            return List.of();
        }
        var open = banking.count(office, View.OPEN);
        return List.of(
                new Card(
                        frame.word("banking.card"),
                        open,
                        frame.word("banking.card.detail"),
                        open == 0 ? "ok" : "warn",
                        BankPages.PATH));
    }
}
