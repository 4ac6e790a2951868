package org.passerelle.security;

import org.passerelle.identity.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// A signed-in person as Spring Security knows them: each role is the authority `ROLE_…`.
final class SignedInAuthentication extends AbstractAuthenticationToken {
    private final transient SignedIn who;

    SignedInAuthentication(SignedIn who) {
        super(
                who.person().roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                        .toList());
        this.who = who;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    /// As people read it; a session is found by the principal's name.
    @Override
    public String getName() {
        return who.person().name();
    }

    @Override
    public SignedIn getPrincipal() {
        return who;
    }
}
