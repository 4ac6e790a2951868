package org.passerelle.api;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.ApiKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// The door for machines: API keys only, no cookies, no sessions, and therefore no CSRF tokens.
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain machines(HttpSecurity http, ApiKeys keys, Replies replies) {
        return http.securityMatcher("/api/v1/**")
                .csrf(csrf -> csrf.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(csp ->
                                csp.policyDirectives(
                                        "default-src 'none';" + " frame-ancestors 'none'")))
                .addFilterBefore(new ApiKeyDoor(keys, replies), AuthorizationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.anyRequest().access(ApiSecurity::hasKey))
                .build();
    }

    /// A person who is signed in is nobody here.
    private static AuthorizationResult hasKey(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext request) {
        return new AuthorizationDecision(who.get() instanceof ApiKeyAuthentication);
    }
}
