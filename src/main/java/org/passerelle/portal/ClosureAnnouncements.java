package org.passerelle.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.passerelle.kernel.Language;
import org.passerelle.pack.model.Office;
import org.passerelle.ui.Announcements;
import org.springframework.stereotype.Component;

/// Says above every page when the office is closed, from the day its pack announces it to its last
/// day, and only then (CAT-07).
@Component
class ClosureAnnouncements implements Announcements {
    private final ServingOffice serving;
    private final Clock clock;

    ClosureAnnouncements(ServingOffice serving, Clock clock) {
        this.serving = serving;
        this.clock = clock;
    }

    @Override
    public List<Announcement> current(Language language, HttpServletRequest request) {
        var office = serving.of(request).office();
        return on(office, today(office), language);
    }

    private LocalDate today(Office office) {
        return LocalDate.ofInstant(clock.instant(), office.zone());
    }

    /// What an office announces on a day.
    static List<Announcement> on(Office office, LocalDate day, Language language) {
        return office.calendar().closures().stream()
                .filter(closure -> !day.isBefore(closure.announceFrom()))
                .filter(closure -> !day.isAfter(closure.last()))
                .map(closure -> new Announcement(closure.text().in(language)))
                .toList();
    }
}
