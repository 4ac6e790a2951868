package org.passerelle.verification;

import org.passerelle.kernel.PersonId;

/// A person of the office who works on a case, with the name both sides read.
public record Reviewer(PersonId id, String name) {}
