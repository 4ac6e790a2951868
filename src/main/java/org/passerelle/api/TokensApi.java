package org.passerelle.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.identity.ApiKey;
import org.passerelle.token.CheckOutcome;
import org.passerelle.token.Checking;
import org.passerelle.token.Tokens;
import org.passerelle.words.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.bind.annotation.PostMapping;

/// Verify and redeem validation tokens (TOK-06, OPS-03). `docs/api/openapi.yaml` describes it;
/// tests hold both to each other.
@Controller
class TokensApi {
    static final String VERIFY = "/api/v1/tokens/verify";
    static final String REDEEM = "/api/v1/tokens/redeem";
    static final String MAY_VERIFY = "tokens:verify";
    static final String MAY_REDEEM = "tokens:redeem";

    private static final int BODY_BYTES_MAX = 16 * 1024;
    private static final String REPLAYED = "Idempotency-Replayed";

    private final Tokens tokens;
    private final CheckWriter writer;
    private final Idempotency idempotency;
    private final Replies replies;

    TokensApi(Tokens tokens, CheckWriter writer, Idempotency idempotency, Replies replies) {
        this.tokens = tokens;
        this.writer = writer;
        this.idempotency = idempotency;
        this.replies = replies;
    }

    @PostMapping(VERIFY)
    void verify(
            @AuthenticationPrincipal ApiKey key,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answer(key, MAY_VERIFY, false, tokens::verify, request, response);
    }

    @PostMapping(REDEEM)
    void redeem(
            @AuthenticationPrincipal ApiKey key,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answer(key, MAY_REDEEM, true, tokens::redeem, request, response);
    }

    private void answer(
            ApiKey key,
            String scope,
            boolean needsIdempotencyKey,
            Function<Checking, CheckOutcome> act,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var words = replies.words(ApiKeyDoor.header(request, HttpHeaders.ACCEPT_LANGUAGE));
        var refusal = refusal(key, scope, needsIdempotencyKey, request, words);
        if (refusal.isPresent()) {
            Sending.send(refusal.get(), response);
            return;
        }
        var body = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
        if (body.length > BODY_BYTES_MAX) {
            Sending.send(replies.refusal(Problem.TOO_LARGE, words, Map.of()), response);
            return;
        }
        switch (CheckRequest.read(body)) {
            case CheckRequest.Reading.Bad(var faults) ->
                    Sending.send(
                            replies.refusal(
                                    Problem.INVALID_REQUEST, words, Map.of("errors", faults)),
                            response);
            case CheckRequest.Reading.Good(var good) -> {
                var checking =
                        new Checking(
                                key,
                                good.token(),
                                good.programme(),
                                good.email(),
                                request.getRemoteAddr());
                var answered =
                        idempotency.once(
                                key,
                                ApiKeyDoor.header(request, Idempotency.HEADER),
                                request.getRequestURI(),
                                body,
                                words,
                                () -> writer.reply(act.apply(checking), key.office(), words));
                if (answered.isReplay()) {
                    response.setHeader(REPLAYED, "true");
                }
                Sending.send(answered.reply(), response);
            }
        }
    }

    /// What is wrong with a request before its body is read.
    private Optional<Reply> refusal(
            ApiKey key,
            String scope,
            boolean needsIdempotencyKey,
            HttpServletRequest request,
            Words words) {
        if (!key.may(scope)) {
            var more = Map.of("needed", scope);
            return Optional.of(replies.refusal(Problem.SCOPE_MISSING, words, more));
        }
        if (!isJson(request.getContentType())) {
            return Optional.of(replies.refusal(Problem.UNSUPPORTED_MEDIA_TYPE, words, Map.of()));
        }
        if (!takesJson(request)) {
            return Optional.of(replies.refusal(Problem.NOT_ACCEPTABLE, words, Map.of()));
        }
        if (needsIdempotencyKey && request.getHeader(Idempotency.HEADER) == null) {
            return Optional.of(replies.refusal(Problem.IDEMPOTENCY_KEY_MISSING, words, Map.of()));
        }
        return Optional.empty();
    }

    private static boolean isJson(@org.jspecify.annotations.Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.APPLICATION_JSON.isCompatibleWith(
                            MediaType.parseMediaType(contentType));
        } catch (InvalidMimeTypeException | org.springframework.http.InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean takesJson(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        try {
            return accept == null
                    || MediaType.parseMediaTypes(accept).stream()
                            .anyMatch(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON));
        } catch (InvalidMimeTypeException | org.springframework.http.InvalidMediaTypeException e) {
            return false;
        }
    }
}
