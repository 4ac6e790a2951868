package org.passerelle.identity;

/// Somebody asked for a new password for this username or address, which may be nobody's.
record ResetAsked(String login) {}
