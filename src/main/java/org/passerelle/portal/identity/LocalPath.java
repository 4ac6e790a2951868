package org.passerelle.portal.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/// A place on this site that an address may name as where to go next: nobody is sent elsewhere.
final class LocalPath {
    // One slash, then neither a second nor a backslash, which browsers read as one.
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}\\s]*");

    private LocalPath() {}

    static Optional<String> of(String wish) {
        return LOCAL.matcher(wish).matches() ? Optional.of(wish) : Optional.empty();
    }
}
