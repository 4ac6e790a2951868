package org.passerelle.security;

import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/// Puts the doors in: rules by address, sessions, CSRF, headers, for all pages.
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private static final String PERMISSIONS =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
    private static final long YEAR_SECONDS = 365L * 24 * 60 * 60;

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            Sessions sessions,
            CsrfCookies csrfCookies,
            People people,
            DevelopmentMailbox mailbox) {
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(csrf ->
                        csrf.csrfTokenRepository(csrfCookies)
                                // Mail programs post there without a session (RFC 8058); the
                                // sealed address is all that is needed, and leaves one mailing.
                                // PayPal signs what it posts; its simulator, in a demo, asks for
                                // tokens of its own.
                                .ignoringRequestMatchers(
                                        "/leave/*", "/webhooks/paypal/*", "/demo/paypal/api/**"))
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout ->
                        logout.logoutUrl("/sign-out")
                                .logoutSuccessUrl("/sign-in?signed-out")
                                .addLogoutHandler((_, _, authentication) ->
                                        noteSignedOut(people, authentication)))
                .exceptionHandling(exceptions ->
                        exceptions
                                .authenticationEntryPoint(new ToSignIn())
                                .accessDeniedHandler(new StaleForm()))
                .authorizeHttpRequests(requests -> declare(requests, mailbox))
                .headers(SecurityConfiguration::write)
                .build();
    }

    /// Refuses what no keyboard types and no database keeps: a NUL in a field is a 400, not a
    /// failure of ours.
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        firewall.setAllowedParameterNames(name -> name.indexOf('\0') < 0);
        return firewall;
    }

    private static void declare(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests,
            DevelopmentMailbox mailbox) {
        for (var rule : Access.RULES) {
            requests.requestMatchers(rule.pattern())
                    .hasAnyRole(rule.oneOf().stream().map(Role::name).toArray(String[]::new));
        }
        requests.requestMatchers("/dev/**").access(mailbox);
        requests.anyRequest().permitAll();
    }

    private static void write(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .httpStrictTransportSecurity(
                        hsts -> hsts.includeSubDomains(true).maxAgeInSeconds(YEAR_SECONDS))
                .crossOriginOpenerPolicy(
                        policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                        policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                .addHeaderWriter(new ReferrerPolicy());
    }

    private static void noteSignedOut(
            People people, @org.jspecify.annotations.Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn who) {
            people.signedOut(who);
        }
    }

    @Bean
    DevelopmentMailbox developmentMailbox(
            @Value("${passerelle.development-mailbox:false}") boolean open) {
        return new DevelopmentMailbox(open);
    }
}
