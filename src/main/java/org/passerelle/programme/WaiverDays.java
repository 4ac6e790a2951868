package org.passerelle.programme;

import java.time.Instant;
import org.passerelle.agenda.DueHandler;
import org.springframework.stereotype.Component;

/// The days on which a waiver begins and ends (ELI-05).
final class WaiverDays {
    private WaiverDays() {}

    @Component
    static class Begins implements DueHandler {
        private final Waivers waivers;

        Begins(Waivers waivers) {
            this.waivers = waivers;
        }

        @Override
        public String kind() {
            return Waivers.BEGINS;
        }

        @Override
        public void fallDue(String subject, Instant due) {
            waivers.passed(WaiverId.of(subject), false);
        }
    }

    @Component
    static class Ends implements DueHandler {
        private final Waivers waivers;

        Ends(Waivers waivers) {
            this.waivers = waivers;
        }

        @Override
        public String kind() {
            return Waivers.ENDS;
        }

        @Override
        public void fallDue(String subject, Instant due) {
            waivers.passed(WaiverId.of(subject), true);
        }
    }
}
