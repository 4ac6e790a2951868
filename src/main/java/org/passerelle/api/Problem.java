package org.passerelle.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/// What may be wrong with a request, after RFC 9457. Codes are for ever: each is the end of a type
/// URL that leads to a page (`/problems/token-expired`).
public enum Problem {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST),
    IDEMPOTENCY_KEY_MISSING(HttpStatus.BAD_REQUEST),
    KEY_UNKNOWN(HttpStatus.UNAUTHORIZED),
    SCOPE_MISSING(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    TOKEN_UNKNOWN(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    STILL_RUNNING(HttpStatus.CONFLICT),
    ORGANISATION_NOT_QUALIFIED(HttpStatus.CONFLICT),
    NOT_ELIGIBLE(HttpStatus.CONFLICT),
    TOKEN_EXPIRED(HttpStatus.GONE),
    TOKEN_REVOKED(HttpStatus.GONE),
    TOKEN_REPLACED(HttpStatus.GONE),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    PROGRAMME_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    Problem(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /// As it ends the type URL: `token-expired`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Problem> of(String code) {
        return Arrays.stream(values()).filter(problem -> problem.code().equals(code)).findFirst();
    }
}
