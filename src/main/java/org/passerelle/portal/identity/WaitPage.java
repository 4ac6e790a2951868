package org.passerelle.portal.identity;

import java.time.Duration;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// Says that there were too many tries, and how many minutes to wait.
public record WaitPage(long minutes) {

    static String show(Duration wait, Submission sent) {
        var response = sent.response();
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
        sent.model().addAttribute("page", new WaitPage(Math.ceilDiv(wait.toSeconds(), 60)));
        return "portal/identity/wait";
    }
}
