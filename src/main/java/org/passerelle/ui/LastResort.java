package org.passerelle.ui;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.passerelle.kernel.Language;
import org.passerelle.words.WordBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;

/// Stands around everything else. Without the database there are no sessions and no pages: it says
/// so with 503 and when to come back. And when even the error page fails, it answers a plain one.
final class LastResort implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);
    private static final String RETRY_AFTER_SECONDS = "30";

    private final WordBook words;

    LastResort(WordBook words) {
        this.words = words;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            var away = DatabaseAway.is(failure);
            if (response.isCommitted()
                    || !away && request.getDispatcherType() != DispatcherType.ERROR) {
                throw failure;
            }
            LOG.error(away ? "The database is away" : "The error page failed", failure);
            answer((HttpServletRequest) request, (HttpServletResponse) response, away ? 503 : 500);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        response.resetBuffer();
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'");
        if (status == 503) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        var machine = ErrorPages.forMachine(request);
        response.setContentType(machine ? "application/problem+json" : "text/html;charset=UTF-8");
        var body = machine ? problem(status) : page(request, status);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }

    private static String problem(int status) {
        return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}"
                .formatted(HttpStatus.valueOf(status).getReasonPhrase(), status);
    }

    private String page(HttpServletRequest request, int status) {
        var said = words.in(Frames.wished(request).orElse(Language.FR));
        return """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s – Passerelle</title>
        <link rel="stylesheet" href="/assets/passerelle.css"></head>
        <body><main class="wrap sect"><h1>%s</h1><p>%s</p><p>%s</p>
        <p><a href="/">%s</a></p></main></body></html>
        """
                .formatted(
                        said.language().code(),
                        said.get("ui.error." + status + ".title"),
                        said.get("ui.error." + status + ".title"),
                        said.get("ui.error." + status + ".what"),
                        said.get("ui.error." + status + ".lost"),
                        said.get("ui.error.home"));
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {
        @Bean
        FilterRegistrationBean<LastResort> lastResort(WordBook words) {
            var registration = new FilterRegistrationBean<>(new LastResort(words));
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            registration.setDispatcherTypes(
                    DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.FORWARD);
            return registration;
        }
    }
}
