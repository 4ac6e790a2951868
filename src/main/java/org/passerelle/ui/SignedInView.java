package org.passerelle.ui;

import java.util.Optional;
import java.util.Set;
import org.passerelle.kernel.Language;

/// What a page shows of the person who is signed in.
///
/// @param name as the person wants to be called
/// @param language of the account, if one was chosen
/// @param roles names such as `MEMBER` or `FINANCE`
public record SignedInView(String name, Optional<Language> language, Set<String> roles) {
    private static final Set<String> STAFF =
            Set.of("REVIEWER", "PROGRAMME_MANAGER", "FINANCE", "SUPPORT", "ADMINISTRATOR");

    public boolean has(String role) {
        return roles.contains(role);
    }

    /// Whether the person works for the office.
    public boolean staff() {
        return roles.stream().anyMatch(STAFF::contains);
    }
}
