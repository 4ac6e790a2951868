package org.passerelle.backoffice.membership;

import java.util.List;
import org.passerelle.ui.Fact;

/// What waits for staff about members of organisations.
public record MembershipPage(
        List<Join> joins, List<Held> held, List<Replacement> replacements, List<Asked> asked) {

    /// @param until until when it is the holder's to answer
    /// @param ours whether staff may answer now
    public record Join(
            String id,
            String person,
            String email,
            String organisation,
            String organisationId,
            String message,
            String until,
            boolean ours) {}

    /// Two registrations side by side, and what they have in common.
    public record Held(
            Side applicant, Side registered, String alike, String since, String waitingFor) {}

    public record Side(String id, String name, List<Fact> facts) {}

    /// @param withheld why the proof cannot be opened; empty when it can
    public record Replacement(
            String id,
            String organisation,
            String from,
            String to,
            String reason,
            String until,
            String proof,
            String withheld) {}

    /// A forgotten username.
    public record Asked(String id, String number, String name, String organisation, String since) {}
}
