package org.passerelle.audit.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditLine;
import org.passerelle.audit.AuditQuery;
import org.passerelle.audit.AuditSubject;
import org.passerelle.kernel.OrganisationId;

/// The lines of the trail. There is an add and no other write.
public interface AuditLines {

    void add(AuditEntry entry, Instant at);

    List<AuditLine> ofOrganisation(OrganisationId organisation, int limit);

    List<AuditLine> ofSubject(AuditSubject subject, int limit);

    List<AuditLine> byActor(String actor, int limit);

    /// Organisations in whose account a line of this actor, or about this person, stands.
    Set<OrganisationId> organisationsOf(String person);

    List<AuditLine> before(AuditQuery query, AuditQuery.Within within, long number, int limit);
}
