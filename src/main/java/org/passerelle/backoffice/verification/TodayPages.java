package org.passerelle.backoffice.verification;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    /// Everything that waits, by part of the office, in the order of its menu.
    public record TodayPage(String day, List<Group> groups) {}

    /// @param waiting what asks for somebody
    /// @param idle where nothing waits, said in one line
    public record Group(String title, List<Card> waiting, List<Card> idle) {}

    @GetMapping("/staff")
    String today(@AuthenticationPrincipal SignedIn who, Frame frame, Model model) {
        var office = StaffOffice.of(frame);
        var all = new LinkedHashMap<String, List<Card>>();
        cards.orderedStream()
                .forEach(part ->
                        all.computeIfAbsent(part.group(), _ -> new ArrayList<>())
                                .addAll(part.of(who, office, frame)));
        var groups =
                all.entrySet().stream()
                        .filter(group -> !group.getValue().isEmpty())
                        .map(group -> group(group.getKey(), group.getValue(), frame))
                        .toList();
        var day = clock.instant().atZone(frame.zone()).toLocalDate();
        model.addAttribute("page", new TodayPage(frame.words().weekday(day), groups));
        return "backoffice/verification/today";
    }

    private static Group group(String key, List<Card> cards, Frame frame) {
        var waiting = cards.stream().filter(card -> card.count() > 0).toList();
        var idle = cards.stream().filter(card -> card.count() == 0).toList();
        return new Group(frame.word("ui.nav." + key), waiting, idle);
    }
}
