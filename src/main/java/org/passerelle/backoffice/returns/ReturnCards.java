package org.passerelle.backoffice.returns;

import java.util.List;
import java.util.stream.Stream;
import org.passerelle.backoffice.TodayCards;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OfficeId;
import org.passerelle.returns.ReturnState.Code;
import org.passerelle.returns.Returns;
import org.passerelle.ui.Frame;
import org.springframework.stereotype.Component;

/// Returns that wait for the office.
@Component
class ReturnCards implements TodayCards {
    private final Returns returns;

    ReturnCards(Returns returns) {
        this.returns = returns;
    }

    @Override
    public String group() {
        return "orders";
    }

    @Override
    public List<Card> of(SignedIn who, OfficeId office, Frame frame) {
        if (Stream.of(Role.PROGRAMME_MANAGER, Role.SUPPORT, Role.ADMINISTRATOR)
                .noneMatch(who::has)) {
            return List.of();
        }
        var counts = returns.countByState(office);
        var waiting =
                counts.getOrDefault(Code.ANNOUNCED, 0) + counts.getOrDefault(Code.RECEIVED, 0);
        return List.of(
                new Card(
                        frame.word("returns.staff.title"),
                        waiting,
                        frame.word("returns.staff.card"),
                        waiting == 0 ? "ok" : "info",
                        StaffReturnPages.PATH));
    }
}
