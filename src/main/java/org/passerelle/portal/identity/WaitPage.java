package org.passerelle.portal.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/// Says that there were too many tries, and how many minutes to wait.
public record WaitPage(long minutes) {

    static String show(Duration wait, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
        model.addAttribute("page", new WaitPage(Math.ceilDiv(wait.toSeconds(), 60)));
        return "portal/identity/wait";
    }
}
