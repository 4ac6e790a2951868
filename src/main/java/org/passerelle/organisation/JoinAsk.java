package org.passerelle.organisation;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;

/// A request to join as its asker sees it: what they said themselves, and how it ended. It looks
/// the same whether or not an organisation has the number (ACC-06, ORG-08).
///
/// @param about what they asked for; empty where it was asked before this was kept
/// @param holderUntil end of the days an account holder has to answer, exclusive; then staff may
/// @param outcome empty while it is open
public record JoinAsk(
        JoinAskId id,
        PersonId person,
        OfficeId office,
        Optional<About> about,
        String message,
        Instant asked,
        Instant holderUntil,
        Optional<Outcome> outcome) {
    /// What somebody asks to join.
    public sealed interface About {
        /// The organisation with a legal number, stored normalised.
        record Number(String scheme, String number) implements About {}

        /// The one that staff found to be what the asker registered under this name (ORG-03).
        record KnownAs(String name) implements About {}
    }

    /// How it ended.
    public enum Outcome {
        ACCEPTED,
        REFUSED,
        /// Taken back by its asker.
        WITHDRAWN
    }

    public boolean isOpen() {
        return outcome.isEmpty();
    }
}
