package org.passerelle.help.domain;

import java.util.List;
import java.util.Optional;
import org.passerelle.document.DocumentId;
import org.passerelle.help.HelpRequest;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;

/// Where requests are kept.
public interface RequestBook {

    /// Stores a new one under a number of its own; the number given is not looked at.
    long add(HelpRequest request);

    /// Loads for change: whoever else wants to waits.
    Optional<HelpRequest> lock(long number);

    Optional<HelpRequest> find(long number);

    /// State, promise and due time.
    void save(HelpRequest request);

    void say(long number, HelpRequest.Message message);

    /// Newest first: a person's own and those of an organisation.
    List<HelpRequest> of(PersonId person, Optional<OrganisationId> organisation);

    /// Not closed ones, due first come first; those the office does not owe anything last.
    List<HelpRequest> notClosed(OfficeId office);

    Optional<HelpRequest> withDocument(DocumentId document);
}
