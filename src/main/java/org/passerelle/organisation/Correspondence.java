package org.passerelle.organisation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.PersonId;
import org.passerelle.notification.Letter;
import org.passerelle.notification.LetterAbout;
import org.passerelle.notification.LetterLayout;
import org.passerelle.notification.Notification;
import org.passerelle.pack.Packs;
import org.passerelle.words.WordBook;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;

/// How an organisation is written to: in its language, from its office, kept in its account, with
/// the transaction of the caller (NOT-01). What matters goes to its official address and to the
/// account holder's own, so that it does not wait in a mailbox that nobody reads.
@Component
public class Correspondence {
    private final People people;
    private final Packs packs;
    private final WordBook book;
    private final Notification notification;

    Correspondence(People people, Packs packs, WordBook book, Notification notification) {
        this.people = people;
        this.packs = packs;
        this.book = book;
        this.notification = notification;
    }

    /// One mailbox.
    ///
    /// @param holder the account holder, where the mailbox is theirs and not the official one
    public record Mailbox(String email, Optional<PersonId> holder) {
        /// What a letter says about why it came here: a key of words and, with `.holder`, its
        /// counterpart for the account holder.
        public String why(String key) {
            return holder.isPresent() ? key + ".holder" : key;
        }

        /// Tells the copies of one letter apart.
        public String unique(String of) {
            return holder.isPresent() ? "holder:" + of : of;
        }
    }

    /// A letter before it is known who gets it.
    ///
    /// @param why the key of [Mailbox#why]; its words may name `{0}`, the organisation
    /// @param unique with the template, what the letter is about, once
    /// @param about the thing on whose page it is shown too
    public record Note(
            String template,
            LetterLayout layout,
            String why,
            String unique,
            Optional<LetterAbout> about) {}

    /// The words that an organisation is written in: of its language where the interface speaks it,
    /// so that a letter is of one piece.
    public Words words(Organisation to) {
        return book.in(to.profile().language());
    }

    /// Begins a letter: from the organisation's office, in its language.
    public LetterLayout begin(Organisation to, String heading) {
        var language = words(to).language();
        return LetterLayout.in(
                language, packs.get(to.office()).office().name().in(language), heading);
    }

    /// To every mailbox of the organisation.
    public void send(Organisation to, Note note) {
        of(to).forEach(mailbox -> send(to, mailbox, note));
    }

    /// To the official address only or, where there is none, to the account holder: the everyday
    /// letters of an order.
    public void sendOnce(Organisation to, Note note) {
        of(to).stream().findFirst().ifPresent(mailbox -> send(to, mailbox, note));
    }

    private void send(Organisation to, Mailbox mailbox, Note note) {
        var why = words(to).get(mailbox.why(note.why()), to.name());
        var letter =
                Letter.of(
                        Optional.of(to.id()),
                        mailbox.holder(),
                        mailbox.email(),
                        note.template(),
                        note.layout().heading(),
                        note.layout().because(why),
                        note.template() + ":" + mailbox.unique(note.unique()));
        notification.send(note.about().map(letter::about).orElse(letter));
    }

    /// The official address first; nobody twice.
    public List<Mailbox> of(Organisation to) {
        var official = to.profile().officialEmail();
        var known = official.map(String::strip).orElse("");
        var holder =
                people.find(to.holder())
                        .filter(one -> !one.email().strip().equalsIgnoreCase(known));
        return Stream.concat(
                        official.map(email -> new Mailbox(email, Optional.empty())).stream(),
                        holder.map(Correspondence::own).stream())
                .toList();
    }

    private static Mailbox own(Person holder) {
        return new Mailbox(holder.email(), Optional.of(holder.id()));
    }
}
