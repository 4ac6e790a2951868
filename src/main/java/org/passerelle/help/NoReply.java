package org.passerelle.help;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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

/// Waits for whoever was written to, and closes the request when the office's days are over: an
/// answer that nobody contests does not stay open for ever. Whoever was asked something is reminded
/// when half of the days are left (HLP-02). Entries count only while the request waits.
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

    /// The asker was answered or asked something: the days begin, anew if they had begun.
    ///
    /// @return when the request is closed without a reply, exclusive
    Instant waitsFor(HelpRequest written) {
        var office = packs.get(written.office()).office();
        var days = office.promises().replyBusinessDays();
        var number = String.valueOf(written.number());
        if (days > 1 && written.state() == State.WAITING) {
            agenda.plan(REMIND, number, end(office, days / 2));
        }
        var closes = end(office, days);
        agenda.plan(CLOSE, number, closes);
        return closes;
    }

    Optional<Instant> closes(HelpRequest request) {
        return isAwaited(request.state())
                ? agenda.due(CLOSE, String.valueOf(request.number()))
                : Optional.empty();
    }

    static boolean isAwaited(State state) {
        return switch (state) {
            case WAITING, ANSWERED -> true;
            case OPEN, CLOSED -> false;
        };
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
