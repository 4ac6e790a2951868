package org.passerelle.identity;

import java.util.UUID;

/// Somebody asked for a new password for this username or address, which may be nobody's.
///
/// @param wish tells two wishes for one login apart, and one that is heard again from a new one
record ResetAsked(UUID wish, String login) {}
