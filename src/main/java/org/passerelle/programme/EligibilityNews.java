package org.passerelle.programme;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.programme.Turned.Way;
import org.passerelle.programme.domain.NewsChoices;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face for what organisations are told of their eligibility: one letter for all programmes that
/// were lost and gained at once, with the reasons (ELI-02, ELI-03, ELI-04).
///
/// A loss is always told. What was gained is news: an organisation may choose not to hear of it.
@Service
@Transactional
public class EligibilityNews {
    private final NewsChoices choices;
    private final DecisionDesk desk;
    private final Organisations organisations;
    private final ProgrammeLetters letters;
    private final Audit audit;
    private final Clock clock;

    EligibilityNews(
            NewsChoices choices,
            DecisionDesk desk,
            Organisations organisations,
            ProgrammeLetters letters,
            Audit audit,
            Clock clock) {
        this.choices = choices;
        this.desk = desk;
        this.organisations = organisations;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /// Whether the organisation hears of programmes that open to it; so it is until it chooses
    /// otherwise.
    @Transactional(readOnly = true)
    public boolean isWantedBy(OrganisationId organisation) {
        return choices.of(organisation).orElse(true);
    }

    public void choose(Actor actor, PersonId by, OrganisationId organisation, boolean wanted) {
        choices.keep(organisation, wanted, by, clock.instant());
        audit.record(
                AuditEntry.of(
                                actor,
                                "programme.news-chosen",
                                AuditSubject.of("organisation", organisation),
                                wanted ? "wanted" : "not wanted")
                        .about(organisation));
    }

    @ApplicationModuleListener
    void on(EligibilityChanged changed) {
        var news = isWantedBy(changed.organisation());
        var programmes =
                changed.turns().stream()
                        .filter(turn -> turn.closes() || (news && turn.opens()))
                        .map(Turn::programme)
                        .filter(programme -> !changed.toldElsewhere().contains(programme))
                        .toList();
        if (programmes.isEmpty()) {
            return;
        }
        var turned = desk.turned(changed.organisation(), programmes, changed.at(), changed.at());
        write(changed, turned, organisations.get(changed.organisation()));
    }

    private void write(EligibilityChanged changed, List<Turned> turned, Organisation to) {
        var words = letters.words(to);
        var rules = new RuleWords(words, letters.pack(to));
        var lost = turned.stream().filter(one -> one.way() == Way.CLOSED).toList();
        var gained = turned.size() - lost.size();
        var kind = lost.isEmpty() ? "opened" : gained == 0 ? "closed" : "both";
        var subject =
                words.get(
                        "eligibility.letter.subject." + kind,
                        turned.size(),
                        rules.programme(turned.getFirst().programme()));
        var day = changed.at().atZone(letters.pack(to).office().zone()).toLocalDate();
        var layout =
                letters.layout(to, subject, "eligibility.letter.button", "/organisation/programmes")
                        .paragraph(
                                words.get("eligibility.letter.text", to.name(), words.date(day)));
        layout = letters.turned(layout, turned, to);
        if (!lost.isEmpty()) {
            layout = layout.then(words.get("eligibility.letter.mend"));
        }
        if (gained > 0) {
            layout = layout.then(words.get("eligibility.letter.leave"));
        }
        var addresses = to.profile().officialEmail().map(Set::of).orElse(Set.of());
        letters.send(
                to,
                addresses,
                "programme.eligibility-changed",
                subject,
                layout,
                to.id() + ":" + changed.at());
    }
}
