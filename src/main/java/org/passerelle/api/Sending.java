package org.passerelle.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/// Sends a reply as it is, byte by byte.
final class Sending {
    private Sending() {}

    static void send(Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        response.setContentType(reply.contentType());
        reply.retryAfterSeconds()
                .ifPresent(wait -> response.setHeader(HttpHeaders.RETRY_AFTER, wait.toString()));
        response.setContentLength(reply.body().length);
        response.getOutputStream().write(reply.body());
    }
}
