package org.passerelle.organisation.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.JoinAsk;
import org.passerelle.organisation.JoinAskId;
import org.passerelle.organisation.JoinRequestId;
import org.passerelle.organisation.Organisation;

/// Where requests to join are kept as their askers see them. Those that an organisation answers are
/// ended with its answer ([Registrations#answerJoinRequest]).
public interface JoinAsks {
    /// Keeps it; what the person asks already, by the same number or to the same end, stays as it
    /// is.
    ///
    /// @param request what its organisation answers; empty where nobody has the number
    void add(JoinAsk ask, Optional<JoinRequestId> request);

    /// Newest first.
    List<JoinAsk> open(PersonId person);

    Optional<JoinAsk> find(JoinAskId id);

    /// Open ones for a number of this organisation that nobody had so far, oldest first.
    List<JoinAsk> waitingFor(Organisation organisation);

    /// From now on the organisation's answer ends it.
    void tie(JoinAskId id, JoinRequestId request);

    /// The open request that an organisation would answer.
    Optional<JoinRequestId> requestOf(JoinAskId id);

    void end(JoinAskId id, JoinAsk.Outcome outcome, Instant now);
}
