package org.passerelle.help.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.help.Comment;
import org.passerelle.help.CommentId;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;

/// Comments as they are kept.
public interface CommentBook {

    void add(Comment comment);

    Optional<Comment> find(CommentId id);

    Optional<Comment> lock(CommentId id);

    /// Keeps what was decided.
    void save(Comment comment);

    /// Under an article, oldest first.
    List<Comment> shown(OfficeId office, String article);

    /// Of one author under an article, those that wait, oldest first.
    List<Comment> waiting(OfficeId office, String article, PersonId author);

    /// Of one office, the longest waiting or the newest decision first.
    List<Comment> list(OfficeId office, Comment.State state, int from, int limit);

    int count(OfficeId office, Comment.State state);

    /// Holds back others by the same author until the transaction ends.
    void lockAuthor(PersonId author);

    int waiting(PersonId author);

    int writtenSince(PersonId author, Instant since);
}
