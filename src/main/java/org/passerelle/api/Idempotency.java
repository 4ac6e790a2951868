package org.passerelle.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.passerelle.identity.ApiKey;
import org.passerelle.ui.DatabaseAway;
import org.passerelle.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Answers a request once and, when it is sent again under the same Idempotency-Key, gives the same
/// bytes again; after the IETF's draft on that header.
///
/// A claim is committed before the work, the answer after it. A node that dies in between leaves a
/// claim that another takes over a minute later: what is redeemed twice is redeemed once.
///
/// An error of ours is kept as any other answer, so that nobody who repeats a request finds it done
/// in another way than the first time said; only a database that was away is asked again.
@Component
class Idempotency {
    static final String HEADER = "Idempotency-Key";

    private static final Logger LOG = LoggerFactory.getLogger(Idempotency.class);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final KeptAnswers answers;
    private final Replies replies;
    private final Clock clock;

    Idempotency(KeptAnswers answers, Replies replies, Clock clock) {
        this.answers = answers;
        this.replies = replies;
        this.clock = clock;
    }

    record Answered(Reply reply, boolean isReplay) {}

    Answered once(
            ApiKey apiKey,
            Optional<String> header,
            String operation,
            byte[] body,
            Words words,
            Supplier<Reply> work) {
        if (header.isEmpty()) {
            return new Answered(work.get(), false);
        }
        var key = header.get();
        if (!KEY.matcher(key).matches()) {
            var fault = Map.of("errors", java.util.List.of(Map.of("header", HEADER)));
            return new Answered(replies.refusal(Problem.INVALID_REQUEST, words, fault), false);
        }
        var now = clock.instant();
        var claim =
                answers.claim(
                        apiKey.id(), key, hash(operation, body), now, now.minus(ABANDONED_AFTER));
        return switch (claim) {
            case KeptAnswers.Claim.Ours() -> new Answered(answer(apiKey, key, words, work), false);
            case KeptAnswers.Claim.Answered(var reply) -> new Answered(reply, true);
            case KeptAnswers.Claim.Running() ->
                    new Answered(replies.passing(Problem.STILL_RUNNING, words, RETRY_AFTER), false);
            case KeptAnswers.Claim.OtherRequest() ->
                    new Answered(
                            replies.refusal(Problem.IDEMPOTENCY_KEY_REUSED, words, Map.of()),
                            false);
        };
    }

    private Reply answer(ApiKey apiKey, String key, Words words, Supplier<Reply> work) {
        var isKept = false;
        try {
            var reply = done(words, work);
            if (reply.stays()) {
                answers.keep(apiKey.id(), key, reply, clock.instant());
                isKept = true;
            }
            return reply;
        } finally {
            if (!isKept) {
                answers.release(apiKey.id(), key);
            }
        }
    }

    private Reply done(Words words, Supplier<Reply> work) {
        try {
            return work.get();
        } catch (RuntimeException broken) {
            if (DatabaseAway.is(broken)) {
                throw broken;
            }
            LOG.error("A request with an Idempotency-Key broke", broken);
            return replies.problem(Problem.INTERNAL_ERROR, words);
        }
    }

    private static byte[] hash(String operation, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(operation.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
