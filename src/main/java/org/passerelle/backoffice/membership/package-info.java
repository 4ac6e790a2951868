/// Pages for staff about who belongs to an organisation: requests to join, holders who have left,
/// registrations that may be duplicates, usernames forgotten.
@NullMarked
package org.passerelle.backoffice.membership;

import org.jspecify.annotations.NullMarked;
