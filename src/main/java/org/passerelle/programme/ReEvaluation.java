package org.passerelle.programme;

import org.passerelle.organisation.OrganisationFactsChanged;
import org.passerelle.pack.PackInstalled;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Decides anew when facts or rules change. Deciding twice changes nothing, so an event that comes
/// again does no harm.
@Component
class ReEvaluation {
    private final Programmes programmes;
    private final ChangeNews news;
    private final DailyDecisions round;

    ReEvaluation(Programmes programmes, ChangeNews news, DailyDecisions round) {
        this.programmes = programmes;
        this.news = news;
        this.round = round;
    }

    /// What the organisation declared changed, or what the office says about it.
    @ApplicationModuleListener
    void on(OrganisationFactsChanged changed) {
        changed.changeRequest()
                .ifPresentOrElse(
                        number -> news.write(changed.organisation(), number),
                        () -> programmes.reEvaluate(changed.organisation()));
    }

    /// An order was placed, paid, handed over or let go: rules that look back see it at once.
    @ApplicationModuleListener
    void on(OrderHistoryChanged changed) {
        programmes.reEvaluate(changed.organisation());
    }

    /// New rules are in force for an office: all its organisations have their turn, so many at a
    /// time (ELI-03, ELI-04).
    @ApplicationModuleListener
    void on(PackInstalled installed) {
        round.beginNow(installed.office());
    }
}
