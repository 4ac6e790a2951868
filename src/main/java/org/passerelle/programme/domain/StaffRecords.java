package org.passerelle.programme.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.programme.RecordedWaiver;

/// What staff wrote down about an organisation: partners' waivers, and answers to questions that
/// only a person can judge.
public interface StaffRecords {

    void add(RecordedWaiver waiver);

    /// Newest first.
    List<RecordedWaiver> waivers(OrganisationId organisation);

    void judge(
            OrganisationId organisation,
            String question,
            boolean answer,
            String grounds,
            Instant at,
            String by);

    /// The latest answer to each question.
    Map<String, Boolean> judgements(OrganisationId organisation);
}
