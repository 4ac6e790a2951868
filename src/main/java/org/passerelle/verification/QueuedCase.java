package org.passerelle.verification;

import org.passerelle.organisation.Organisation;

/// A case in the queue with whom it is about and how many documents they gave.
public record QueuedCase(CaseView view, Organisation organisation, int documents) {}
