package org.passerelle.api;

import org.passerelle.identity.ApiKey;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// A partner's machine as Spring Security knows it: each scope is the authority `SCOPE_…`.
final class ApiKeyAuthentication extends AbstractAuthenticationToken {
    private final transient ApiKey key;

    ApiKeyAuthentication(ApiKey key) {
        super(
                key.scopes().stream()
                        .map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope))
                        .toList());
        this.key = key;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public ApiKey getPrincipal() {
        return key;
    }
}
