package org.passerelle.identity;

import java.time.Clock;
import java.time.Duration;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.Daily;
import org.passerelle.identity.domain.EmailChanges;
import org.passerelle.identity.domain.PendingAccounts;
import org.passerelle.identity.domain.ResetLinks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Forgets, once a day, what strangers left behind: accounts never confirmed, links never used,
/// counts of tries that are long over. An account is kept for thirty days after its link died, so
/// that signing in can still send another.
@Configuration(proxyBeanMethods = false)
class Tidying {
    private static final Duration UNCONFIRMED_KEPT = Duration.ofDays(30);

    @Bean
    Daily identityTidying(
            Agenda agenda,
            Clock clock,
            PendingAccounts registrations,
            ResetLinks links,
            EmailChanges emails,
            Attempts attempts) {
        return new Daily(
                "identity.tidying",
                agenda,
                clock,
                now -> {
                    registrations.forget(now.minus(UNCONFIRMED_KEPT));
                    links.forget(now);
                    emails.forget(now);
                    attempts.forgetFull();
                });
    }
}
