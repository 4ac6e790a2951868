package org.passerelle.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/// Answers what the server itself refuses before any of our pages could: an address that is none, a
/// header too long. Machines get a problem (RFC 9457, OPS-03), people a page of two lines; neither
/// says what the server is.
///
/// Public with a constructor without arguments, because the server makes it by its name.
public final class PlainErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null
                || !status.isError()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        var machine = isForMachine(request);
        var body = machine ? problem(status) : page(status);
        response.setContentType(machine ? "application/problem+json" : "text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        try {
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException gone) {
            // Nobody is there to read it any more.
            getContainer().getLogger().debug("An error could not be told", gone);
        }
    }

    private static boolean isForMachine(Request request) {
        var path = request.getRequestURI();
        var accept = request.getHeader("Accept");
        // Where not even the address could be read, no browser asked.
        return path == null
                || path.equals("/api")
                || path.startsWith("/api/")
                || accept != null && accept.contains("json") && !accept.contains("html");
    }

    private static String problem(HttpStatus status) {
        return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}"
                .formatted(status.getReasonPhrase(), status.value());
    }

    private static String page(HttpStatus status) {
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>%1$s – Passerelle</title></head>
        <body><h1>%1$s</h1><p><a href="/">Passerelle</a></p></body></html>
        """
                .formatted(status.value() + " " + status.getReasonPhrase());
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {
        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrors() {
            return factory ->
                    factory.addContextCustomizers(context ->
                            ((StandardHost) context.getParent())
                                    .setErrorReportValveClass(PlainErrors.class.getName()));
        }
    }
}
