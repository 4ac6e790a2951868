package org.passerelle.help;

import java.time.Clock;
import java.time.Instant;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.DueHandler;
import org.passerelle.help.HelpRequest.State;
import org.passerelle.help.domain.RequestBook;
import org.passerelle.kernel.Actor;
import org.passerelle.pack.BusinessCalendars;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Waits for whoever was asked back: reminds them when half of the office's days are left, closes
/// the request when none is (HLP-02). Entries count only while the request waits for them.
@Component
class NoReply {
    static final String REMIND = "help.remind";
    static final String CLOSE = "help.close-without-reply";

    private final Agenda agenda;
    private final RequestBook book;
    private final HelpLetters letters;
    private final Packs packs;
    private final Clock clock;

    NoReply(Agenda agenda, RequestBook book, HelpLetters letters, Packs packs, Clock clock) {
        this.agenda = agenda;
        this.book = book;
        this.letters = letters;
        this.packs = packs;
        this.clock = clock;
    }

    /// The asker was asked something: the days begin, anew if they had begun.
    void waitsFor(HelpRequest asked) {
        var office = packs.get(asked.office()).office();
        var days = office.promises().replyBusinessDays();
        var number = String.valueOf(asked.number());
        if (days > 1) {
            agenda.plan(REMIND, number, end(office, days / 2));
        }
        agenda.plan(CLOSE, number, end(office, days));
    }

    /// It is the office's turn again, or nobody's.
    void waitsNoMore(long number) {
        agenda.cancel(REMIND, String.valueOf(number));
        agenda.cancel(CLOSE, String.valueOf(number));
    }

    private Instant end(Office office, int days) {
        return BusinessCalendars.of(office).dueAfter(clock.instant(), days).end();
    }

    private void remind(long number) {
        book.lock(number)
                .filter(one -> one.state() == State.WAITING)
                .ifPresent(one -> {
                    var office = packs.get(one.office()).office();
                    var days = office.promises().replyBusinessDays();
                    letters.reminder(one, end(office, days - days / 2));
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Handlers {
        @Bean
        DueHandler remindOfReply(NoReply waiting) {
            return DueHandler.of(REMIND, (number, _) -> waiting.remind(Long.parseLong(number)));
        }

        @Bean
        DueHandler closeWithoutReply(HelpDesk desk) {
            var product = new Actor.Product("agenda");
            return DueHandler.of(
                    CLOSE, (number, _) -> desk.closeUnanswered(product, Long.parseLong(number)));
        }
    }
}
