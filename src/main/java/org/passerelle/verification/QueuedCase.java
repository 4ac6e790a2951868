package org.passerelle.verification;

import java.util.Set;
import org.passerelle.organisation.Organisation;

/// A case in the queue with whom it is about.
///
/// @param given the kinds of documents they gave, as kept with each
public record QueuedCase(CaseView view, Organisation organisation, Set<String> given) {}
