package org.passerelle.ui;

import java.util.List;
import org.passerelle.kernel.Language;

/// What stands above every page as long as it matters: the office's closures (CAT-07). A delivery
/// module answers; several may.
public interface Announcements {

    /// What is to be said now, to whoever reads `language`.
    List<Announcement> current(Language language);

    /// One line. Plain text.
    record Announcement(String text) {}
}
