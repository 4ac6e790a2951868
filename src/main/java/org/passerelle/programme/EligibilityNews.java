package org.passerelle.programme;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Mailing;
import org.passerelle.notification.Mailings;
import org.passerelle.notification.Notification;
import org.passerelle.organisation.Membership;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.programme.Turned.Way;
import org.passerelle.words.Words;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Tells of an organisation's eligibility: one letter for all programmes that were lost and gained
/// at once, with the reasons (ELI-02, ELI-03, ELI-04).
///
/// A loss is always told, to the organisation. What was only gained is news: it is written to those
/// of its members who want to hear of it, each in their language (NOT-03). Such a letter is the
/// person's: others must not find its way out in the organisation's account.
@Component
class EligibilityNews {
    private static final String LOST = "programme.eligibility-changed";
    private static final String GAINED = "programme.opened";
    private static final String PAGE = "/organisation/programmes";

    private final DecisionDesk desk;
    private final Organisations organisations;
    private final People people;
    private final ProgrammeLetters letters;
    private final Notification notification;
    private final Mailings mailings;

    EligibilityNews(
            DecisionDesk desk,
            Organisations organisations,
            People people,
            ProgrammeLetters letters,
            Notification notification,
            Mailings mailings) {
        this.desk = desk;
        this.organisations = organisations;
        this.people = people;
        this.letters = letters;
        this.notification = notification;
        this.mailings = mailings;
    }

    @ApplicationModuleListener
    void on(EligibilityChanged changed) {
        var programmes =
                changed.turns().stream()
                        .filter(turn -> turn.closes() || turn.opens())
                        .map(Turn::programme)
                        .filter(programme -> !changed.toldElsewhere().contains(programme))
                        .toList();
        if (programmes.isEmpty()) {
            return;
        }
        var turned = desk.turned(changed.organisation(), programmes, changed.at(), changed.at());
        var gained = turned.stream().filter(one -> one.way() != Way.CLOSED).toList();
        var to = organisations.get(changed.organisation());
        var told = gained.size() < turned.size() ? tell(changed, turned, to) : Set.<String>of();
        if (!gained.isEmpty()) {
            readers(to).stream()
                    .filter(person -> !told.contains(person.email().toLowerCase(Locale.ROOT)))
                    .forEach(person -> tellNews(changed, gained, to, person));
        }
    }

    private List<Person> readers(Organisation of) {
        return organisations.membersOf(of.id()).stream()
                .map(Membership::person)
                .filter(person -> mailings.isWanted(person, Mailing.ELIGIBILITY))
                .flatMap(person -> people.find(person).stream())
                .toList();
    }

    private Set<String> tell(EligibilityChanged changed, List<Turned> turned, Organisation to) {
        var words = letters.words(to);
        var subject = subject(turned, to, words);
        var layout =
                layout(changed, turned, to, words, subject)
                        .then(words.get("eligibility.letter.mend"));
        return letters.send(to, Set.of(), LOST, subject, layout, to.id() + ":" + changed.at());
    }

    private void tellNews(
            EligibilityChanged changed, List<Turned> gained, Organisation to, Person person) {
        var words = letters.words(person.language());
        var subject = subject(gained, to, words);
        var layout =
                layout(changed, gained, to, words, subject)
                        .because(words.get("eligibility.letter.news.why", to.name()))
                        .leave(
                                words.get("letters.leave"),
                                mailings.leaveAddress(person.id(), Mailing.ELIGIBILITY));
        notification.send(
                Letter.of(
                                Optional.<OrganisationId>empty(),
                                Optional.of(person.id()),
                                person.email(),
                                GAINED,
                                subject,
                                layout,
                                GAINED + ":" + to.id() + ":" + changed.at() + ":" + person.id())
                        .of(Mailing.ELIGIBILITY));
    }

    private String subject(List<Turned> turned, Organisation to, Words words) {
        var lost = turned.stream().filter(one -> one.way() == Way.CLOSED).count();
        var kind = lost == 0 ? "opened" : lost == turned.size() ? "closed" : "both";
        var rules = new RuleWords(words, letters.pack(to));
        return words.get(
                "eligibility.letter.subject." + kind,
                turned.size(),
                rules.programme(turned.getFirst().programme()));
    }

    private LetterLayout layout(
            EligibilityChanged changed,
            List<Turned> turned,
            Organisation to,
            Words words,
            String subject) {
        var day = changed.at().atZone(letters.pack(to).office().zone()).toLocalDate();
        var layout =
                letters.layout(to, words, subject, "eligibility.letter.button", PAGE)
                        .paragraph(
                                words.get("eligibility.letter.text", to.name(), words.date(day)));
        return letters.turned(layout, turned, to, words);
    }
}
