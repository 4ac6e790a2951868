package org.passerelle.backoffice.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.identity.SignedIn;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Sees to it that every act of staff stands in the trail (ACC-08): where the module that acted
/// wrote no line of its own, this writes one that says at least who posted what to where. A post
/// that was refused is no act.
@Component
class StaffActsNoted implements HandlerInterceptor, WebMvcConfigurer {
    private static final String LAST = StaffActsNoted.class.getName() + ".last";
    private static final int FIRST_REFUSAL = 400;

    private final Audit audit;

    StaffActsNoted(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/staff/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var who = who();
        if (who != null && isAct(request)) {
            request.setAttribute(LAST, last(who));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        var who = who();
        if (who != null
                && failure == null
                && response.getStatus() < FIRST_REFUSAL
                && request.getAttribute(LAST) instanceof Long before
                && before == last(who)) {
            var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            audit.record(
                    AuditEntry.of(
                            who.actor(),
                            "staff.posted",
                            AuditSubject.of("page", request.getRequestURI()),
                            String.valueOf(pattern)));
        }
    }

    private static boolean isAct(HttpServletRequest request) {
        return !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
    }

    private long last(SignedIn who) {
        return audit.by(who.id(), 1).stream().findFirst().map(line -> line.number()).orElse(0L);
    }

    private static @Nullable SignedIn who() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? who
                : null;
    }
}
