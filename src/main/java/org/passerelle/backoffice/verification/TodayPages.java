package org.passerelle.backoffice.verification;

import java.time.Clock;
import java.util.List;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.backoffice.TodayCards;
import org.passerelle.backoffice.TodayCards.Card;
import org.passerelle.identity.SignedIn;
import org.passerelle.ui.Frame;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What is due today, by queue.
@Controller
public class TodayPages {
    private final ObjectProvider<TodayCards> cards;
    private final Clock clock;

    TodayPages(ObjectProvider<TodayCards> cards, Clock clock) {
        this.cards = cards;
        this.clock = clock;
    }

    /// Everything that waits, in the order the parts of the office are built in.
    public record TodayPage(String day, List<Card> cards) {}

    @GetMapping("/staff")
    String today(@AuthenticationPrincipal SignedIn who, Frame frame, Model model) {
        var office = StaffOffice.of(frame);
        var all =
                cards.orderedStream()
                        .flatMap(part -> part.of(who, office, frame).stream())
                        .toList();
        var day = clock.instant().atZone(frame.zone()).toLocalDate();
        model.addAttribute("page", new TodayPage(frame.words().weekday(day), all));
        return "backoffice/verification/today";
    }
}
