package org.passerelle.notification;

import org.passerelle.kernel.PersonId;

/// A person wants no more letters of this kind.
public record MailingLeft(PersonId person, Mailing mailing) {}
