package org.passerelle.help;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.help.Comment.Decision;
import org.passerelle.help.Comment.State;
import org.passerelle.help.domain.CommentBook;
import org.passerelle.identity.Person;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;
import org.passerelle.pack.Packs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face for comments on articles (HLP-03). Staff of the office reads each before others do; the
/// author is told what was decided and why.
@Service
@Transactional
public class Comments {
    public static final int LONGEST = 2000;
    public static final int LONGEST_REASON = 500;

    private static final int WAITING_AT_MOST = 5;
    private static final int A_DAY_AT_MOST = 10;

    private final CommentBook book;
    private final HelpCentre centre;
    private final Packs packs;
    private final CommentLetters letters;
    private final Audit audit;
    private final Clock clock;

    Comments(
            CommentBook book,
            HelpCentre centre,
            Packs packs,
            CommentLetters letters,
            Audit audit,
            Clock clock) {
        this.book = book;
        this.centre = centre;
        this.packs = packs;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /// Writes a comment; it waits for staff.
    public CommentOutcome write(Person author, OfficeId office, String article, String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return CommentOutcome.EMPTY;
        }
        if (text.length() > LONGEST) {
            return CommentOutcome.TOO_LONG;
        }
        if (centre.article(packs.get(office), article, author.language()).isEmpty()) {
            return CommentOutcome.NO_SUCH_ARTICLE;
        }
        book.lockAuthor(author.id());
        var yesterday = clock.instant().minus(Duration.ofDays(1));
        if (book.waiting(author.id()) >= WAITING_AT_MOST
                || book.writtenSince(author.id(), yesterday) >= A_DAY_AT_MOST) {
            return CommentOutcome.TOO_MANY;
        }
        book.add(
                new Comment(
                        CommentId.random(),
                        office,
                        article,
                        author.id(),
                        author.firstName(),
                        author.language(),
                        text,
                        clock.instant(),
                        Optional.empty()));
        return CommentOutcome.WAITS;
    }

    /// What readers of an article see, oldest first.
    @Transactional(readOnly = true)
    public List<Comment> shown(OfficeId office, String article) {
        return book.shown(office, article);
    }

    /// What an author wrote under an article and staff has not read yet.
    @Transactional(readOnly = true)
    public List<Comment> waiting(OfficeId office, String article, PersonId author) {
        return book.waiting(office, article, author);
    }

    /// An office's comments in one state: those that wait longest, or were decided last, first.
    @Transactional(readOnly = true)
    public List<Comment> list(OfficeId office, State state, int from, int limit) {
        return book.list(office, state, from, limit);
    }

    @Transactional(readOnly = true)
    public int count(OfficeId office, State state) {
        return book.count(office, state);
    }

    @Transactional(readOnly = true)
    public Optional<Comment> find(CommentId id) {
        return book.find(id);
    }

    /// Shows it to all, also one that was refused before. Again changes nothing; false when there
    /// is no such comment in the office.
    public boolean show(Actor.Staff staff, OfficeId office, CommentId id) {
        return decide(staff, office, id, Optional.empty());
    }

    /// Shows it to nobody, also one that was shown before.
    ///
    /// @param reason for its author to read
    /// @throws IllegalArgumentException when the reason is empty or longer than [#LONGEST_REASON]
    public boolean refuse(Actor.Staff staff, OfficeId office, CommentId id, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A comment is refused with a reason");
        }
        return decide(staff, office, id, Optional.of(reason.strip()));
    }

    private boolean decide(
            Actor.Staff staff, OfficeId office, CommentId id, Optional<String> reason) {
        var found = book.lock(id).filter(comment -> comment.office().equals(office));
        found.map(comment ->
                        comment.decided(new Decision(clock.instant(), staff.signature(), reason)))
                .filter(decided -> decided.state() != found.get().state())
                .ifPresent(decided -> {
                    book.save(decided);
                    letters.decided(decided);
                    audit.record(
                            AuditEntry.of(
                                    staff,
                                    reason.isPresent()
                                            ? "help.comment-refused"
                                            : "help.comment-shown",
                                    new AuditSubject("comment", id.toString()),
                                    reason.orElse("")));
                });
        return found.isPresent();
    }
}
