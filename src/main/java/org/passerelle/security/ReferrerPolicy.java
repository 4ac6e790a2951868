package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/// Our addresses stay with us; those that hold a one-time link are told to nobody at all.
final class ReferrerPolicy implements HeaderWriter {
    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var path = request.getRequestURI();
        var isLink = path.startsWith("/confirm/") || path.startsWith("/reset/");
        response.setHeader("Referrer-Policy", isLink ? "no-referrer" : "same-origin");
    }
}
