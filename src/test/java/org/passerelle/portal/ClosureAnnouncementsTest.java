package org.passerelle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.pack.LoadOutcome;
import org.passerelle.pack.PackLoader;
import org.passerelle.pack.model.Office;

@Requirement("CAT-07")
class ClosureAnnouncementsTest {
    private final Office office =
            ((LoadOutcome.Loaded) PackLoader.load(Path.of("packs/socialware-lu"))).pack().office();

    @Test
    void a_closure_is_announced_from_the_day_its_pack_says_to_its_last_day_and_only_then() {
        var closure = office.calendar().closures().getFirst();

        assertThat(said(closure.announceFrom().minusDays(1))).isZero();
        assertThat(said(closure.announceFrom())).isEqualTo(1);
        assertThat(said(closure.first())).isEqualTo(1);
        assertThat(said(closure.last())).isEqualTo(1);
        assertThat(said(closure.last().plusDays(1))).isZero();
    }

    @Test
    void it_is_said_in_the_readers_language() {
        var closure = office.calendar().closures().getFirst();

        assertThat(ClosureAnnouncements.on(office, closure.first(), Language.EN))
                .first()
                .extracting(announcement -> announcement.text())
                .isEqualTo(closure.text().in(Language.EN));
    }

    private int said(LocalDate day) {
        return ClosureAnnouncements.on(office, day, Language.FR).size();
    }
}
