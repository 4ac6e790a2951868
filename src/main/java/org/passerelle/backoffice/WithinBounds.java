package org.passerelle.backoffice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.backoffice.OwnersOfThings.Naming;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OfficeId;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Keeps staff within the offices they work for (ACC-08): a page or an act that names something of
/// another office answers as for something that never was. An address that names something nobody
/// said the owner of is refused too.
@Component
class WithinBounds implements HandlerInterceptor, WebMvcConfigurer {
    private final OwnersOfThings owners;
    private final StaffBounds bounds;

    WithinBounds(OwnersOfThings owners, StaffBounds bounds) {
        this.owners = owners;
        this.bounds = bounds;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/staff", "/staff/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var pattern =
                String.valueOf(
                        request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        var who = who();
        if (who == null || !pattern.startsWith("/staff")) {
            return true;
        }
        if (bounds.offices(who).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (!mayPass(who, pattern, request)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return true;
    }

    private boolean mayPass(SignedIn who, String pattern, HttpServletRequest request) {
        if (pattern.startsWith(OwnersOfThings.OF_ALL)) {
            return bounds.isOfAll(who);
        }
        if (OwnersOfThings.COMMON.contains(pattern)) {
            return true;
        }
        var namings = owners.in(pattern);
        var isDeclared = !pattern.contains("{") || namings.stream().anyMatch(Naming::isVariable);
        return isDeclared && namings.stream().allMatch(naming -> isOurs(who, naming, request));
    }

    private boolean isOurs(SignedIn who, Naming naming, HttpServletRequest request) {
        var named = named(naming, request);
        if (named == null || named.isEmpty()) {
            return !naming.isVariable();
        }
        return owners(naming, named).filter(all -> bounds.include(who, all)).isPresent();
    }

    /// What is no id of such a thing names nothing.
    private static Optional<Set<OfficeId>> owners(Naming naming, String named) {
        try {
            return naming.owners().apply(named);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String named(Naming naming, HttpServletRequest request) {
        if (!naming.isVariable()) {
            return request.getParameter(naming.name());
        }
        var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> all && all.get(naming.name()) instanceof String id
                ? id
                : null;
    }

    private static @Nullable SignedIn who() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? who
                : null;
    }
}
