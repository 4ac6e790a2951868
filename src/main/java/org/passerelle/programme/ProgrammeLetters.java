package org.passerelle.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.kernel.Language;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Notification;
import org.passerelle.notification.WebAddress;
import org.passerelle.organisation.Correspondence;
import org.passerelle.organisation.Correspondence.Mailbox;
import org.passerelle.organisation.Organisation;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.words.WordBook;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// What all letters about programmes share: the reader's language, the office, the envelope.
@Component
class ProgrammeLetters {
    private final Notification notification;
    private final Correspondence correspondence;
    private final Packs packs;
    private final WordBook book;
    private final WebAddress web;

    ProgrammeLetters(
            Notification notification,
            Correspondence correspondence,
            Packs packs,
            WordBook book,
            WebAddress web) {
        this.notification = notification;
        this.correspondence = correspondence;
        this.packs = packs;
        this.book = book;
        this.web = web;
    }

    Words words(Organisation to) {
        return words(to.profile().language());
    }

    Words words(Language language) {
        return book.in(language);
    }

    Pack pack(Organisation to) {
        return packs.get(to.office());
    }

    /// @param path where the button leads
    LetterLayout layout(Organisation to, String subject, String button, String path) {
        return layout(to, words(to), subject, button, path);
    }

    /// The same for a reader whose language is not the organisation's.
    LetterLayout layout(Organisation to, Words words, String subject, String button, String path) {
        var office = pack(to).office().name().in(words.language());
        return LetterLayout.in(words.language(), office, subject)
                .button(words.get(button), web.of(path));
    }

    /// What was lost and gained, with the reasons said once for programmes that have the same.
    LetterLayout turned(LetterLayout layout, List<Turned> turned, Organisation to) {
        return turned(layout, turned, to, words(to));
    }

    /// The same in the words of another language.
    LetterLayout turned(LetterLayout layout, List<Turned> turned, Organisation to, Words words) {
        var rules = new RuleWords(words, pack(to));
        var all = layout;
        for (var group : TurnGroup.of(turned, rules, words)) {
            all = all.paragraph(group.sentence(rules, words));
            for (var reason : group.reasons()) {
                all = all.paragraph("• " + reason);
            }
        }
        return all;
    }

    /// To the organisation's mailboxes. Answers the addresses written to, in lower case.
    ///
    /// @param former official addresses whose readers must be able to object
    Set<String> send(
            Organisation to,
            Set<String> former,
            String template,
            String subject,
            LetterLayout layout,
            String unique) {
        var mailboxes = new LinkedHashMap<String, Mailbox>();
        Stream.concat(
                        correspondence.of(to).stream(),
                        former.stream().map(email -> new Mailbox(email, Optional.empty())))
                .forEach(one -> mailboxes.putIfAbsent(one.email().toLowerCase(Locale.ROOT), one));
        for (var mailbox : mailboxes.values()) {
            var why = words(to).get(mailbox.why("programme.letter.why"), to.name());
            notification.send(
                    Letter.of(
                            Optional.of(to.id()),
                            mailbox.holder(),
                            mailbox.email(),
                            template,
                            subject,
                            layout.because(why),
                            template + ":" + unique + ":" + mailbox.email()));
        }
        return mailboxes.keySet();
    }
}
