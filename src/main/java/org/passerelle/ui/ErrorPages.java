package org.passerelle.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/// What is answered when nothing else could be: what happened, whether anything is lost, where to
/// go. Machines get a problem (RFC 9457).
@Controller
public class ErrorPages implements ErrorController {
    /// The attribute of a request that names words of its own for what went wrong.
    private static final String WORDS = "passerelle.error.words";

    private static final Set<Integer> WITH_WORDS = Set.of(400, 403, 404, 405, 409, 410, 413, 429);

    private final Frames frames;

    ErrorPages(Frames frames) {
        this.frames = frames;
    }

    /// @param key of the words: those named by whoever refused, or a status that has its own, else
    ///   `500` or `400`
    public record ErrorPage(String key) {}

    /// A problem that has no page of its own (RFC 9457, 4.2.1).
    record Problem(String type, String title, int status) {}

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response, Model model) {
        var status = status(request);
        response.setHeader("Cache-Control", "no-store");
        if (forMachine(request)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(new Problem("about:blank", status.getReasonPhrase(), status.value()));
        }
        response.setStatus(status.value());
        // What broke may be what the frame asks, so a failure of ours is told without asking again.
        model.addAttribute(
                "frame", status.is5xxServerError() ? frames.bare(request) : frames.of(request));
        model.addAttribute("page", new ErrorPage(key(status, request)));
        return "ui/error";
    }

    private static String key(HttpStatus status, HttpServletRequest request) {
        if (request.getAttribute(WORDS) instanceof String named) {
            return named;
        }
        var number =
                WITH_WORDS.contains(status.value())
                        ? status.value()
                        : status.is4xxClientError() ? 400 : 500;
        return String.valueOf(number);
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }

    static boolean forMachine(HttpServletRequest request) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = asked == null ? request.getRequestURI() : asked.toString();
        var accept = request.getHeader("Accept");
        return path.startsWith("/api/")
                || path.startsWith("/actuator/")
                || accept != null && accept.contains("json") && !accept.contains("html");
    }
}
