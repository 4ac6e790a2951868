package org.passerelle.help;

import org.passerelle.identity.Person;
import org.passerelle.kernel.OfficeId;

/// A comment that waits to be read, for tests.
public final class WrittenComment {
    private WrittenComment() {}

    /// Its name.
    public static String by(Person author, OfficeId office, Comments comments) {
        var article = "not-eligible";
        comments.write(author, office, article, "Dit par " + author.name());
        return comments.waiting(office, article, author.id()).getFirst().id().toString();
    }
}
