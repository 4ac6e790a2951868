package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;

/// Our addresses stay with us; those that hold a link from a letter are told to nobody at all.
final class ReferrerPolicy implements HeaderWriter {
    private static final List<String> LINKS =
            List.of(
                    "/confirm/",
                    "/reset/",
                    "/new-email/",
                    "/stop-email/",
                    "/forgotten-username/",
                    "/leave/",
                    "/requests/followed/");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var path = request.getRequestURI();
        var isLink = LINKS.stream().anyMatch(path::startsWith);
        response.setHeader("Referrer-Policy", isLink ? "no-referrer" : "same-origin");
    }
}
