package org.passerelle.programme.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.programme.RecordedWaiver;
import org.passerelle.programme.WaiverId;

/// What staff wrote down about an organisation: partners' waivers, and answers to questions that
/// only a person can judge.
public interface StaffRecords {

    void add(RecordedWaiver waiver);

    Optional<RecordedWaiver> waiver(WaiverId id);

    Optional<RecordedWaiver> waiverWithFile(DocumentId file);

    /// Takes a waiver back unless somebody did; answers whether it was there.
    boolean revoke(WaiverId id, RecordedWaiver.Revocation revocation);

    /// Newest first, those taken back too.
    List<RecordedWaiver> waivers(OrganisationId organisation);

    /// The same of many at once; those without any are left out.
    Map<OrganisationId, List<RecordedWaiver>> waivers(Collection<OrganisationId> organisations);

    void judge(
            OrganisationId organisation,
            String question,
            boolean answer,
            String grounds,
            Instant at,
            Signature by);

    /// The latest answer to each question.
    Map<String, Boolean> judgements(OrganisationId organisation);

    /// The same of many at once; those without any are left out.
    Map<OrganisationId, Map<String, Boolean>> judgements(Collection<OrganisationId> organisations);
}
