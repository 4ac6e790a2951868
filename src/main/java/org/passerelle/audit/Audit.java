package org.passerelle.audit;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.passerelle.audit.domain.AuditLines;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face of the audit module: the trail that only grows (ACC-08).
///
/// A line is written in the caller's transaction, so it stands if and only if the act does.
@Service
@Transactional
public class Audit {
    private final AuditLines lines;
    private final Clock clock;

    Audit(AuditLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /// Writes one line, dated now.
    public void record(AuditEntry entry) {
        lines.add(entry, clock.instant());
    }

    /// The newest lines of an organisation first, at most `limit`.
    @Transactional(readOnly = true)
    public List<AuditLine> of(OrganisationId organisation, int limit) {
        return lines.ofOrganisation(organisation, limit);
    }

    /// The newest lines about one thing first, such as an order or a person, at most `limit`.
    @Transactional(readOnly = true)
    public List<AuditLine> of(AuditSubject subject, int limit) {
        return lines.ofSubject(subject, limit);
    }

    /// The organisations for which this person acted, or in whose trail they stand.
    @Transactional(readOnly = true)
    public Set<OrganisationId> organisationsOf(PersonId person) {
        return lines.organisationsOf(person.toString());
    }

    /// What this person did, newest first, at most `limit`.
    @Transactional(readOnly = true)
    public List<AuditLine> by(PersonId person, int limit) {
        return lines.byActor(person.toString(), limit);
    }

    /// The newest lines of a query whose number is below `before`, at most `limit`: the next page
    /// begins below the last number seen. `Long.MAX_VALUE` begins at the newest.
    ///
    /// @param within whose lines the reader sees
    @Transactional(readOnly = true)
    public List<AuditLine> before(
            AuditQuery query, AuditQuery.Within within, long before, int limit) {
        return lines.before(query, within, before, limit);
    }
}
