package org.passerelle.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.passerelle.kernel.Language;

/// What stands above every page as long as it matters: the office's closures (CAT-07). A delivery
/// module answers; several may.
public interface Announcements {

    /// What is to be said now on a page, to whoever reads `language`.
    List<Announcement> current(Language language, HttpServletRequest request);

    /// One line. Plain text.
    record Announcement(String text) {}
}
