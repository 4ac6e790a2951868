package org.passerelle.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.passerelle.ui.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/// What nobody else answers below `/api/v1` is answered as a problem too: no such address, no such
/// method, and what broke.
@Controller
class OtherAddresses {
    private static final Set<String> POSTED = Set.of(TokensApi.VERIFY, TokensApi.REDEEM);

    private final Replies replies;

    OtherAddresses(Replies replies) {
        this.replies = replies;
    }

    @RequestMapping("/api/v1/**")
    void other(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var words = replies.words(ApiKeyDoor.header(request, HttpHeaders.ACCEPT_LANGUAGE));
        if (POSTED.contains(request.getRequestURI())) {
            response.setHeader(HttpHeaders.ALLOW, "POST");
            Sending.send(replies.refusal(Problem.METHOD_NOT_ALLOWED, words, Map.of()), response);
        } else {
            Sending.send(replies.refusal(Problem.NOT_FOUND, words, Map.of()), response);
        }
    }

    /// The last resort: whatever broke is logged, and nothing of it is told. A database that is
    /// away is another's to tell: 503, and when to come back.
    @ControllerAdvice(assignableTypes = {TokensApi.class, OtherAddresses.class})
    static final class LastResort {
        private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

        private final Replies replies;

        LastResort(Replies replies) {
            this.replies = replies;
        }

        @ExceptionHandler(Exception.class)
        void broken(Exception cause, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            if (DatabaseAway.is(cause)) {
                throw cause;
            }
            LOG.error("{} {} broke", request.getMethod(), request.getRequestURI(), cause);
            var words = replies.words(ApiKeyDoor.header(request, HttpHeaders.ACCEPT_LANGUAGE));
            Sending.send(replies.refusal(Problem.INTERNAL_ERROR, words, Map.of()), response);
        }
    }
}
