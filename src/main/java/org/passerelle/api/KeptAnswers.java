package org.passerelle.api;

import java.time.Instant;

/// Answers kept by API key and Idempotency-Key.
interface KeptAnswers {
    /// What is known of a request when it comes in.
    sealed interface Claim {
        /// It is ours to answer now.
        record Ours() implements Claim {}

        record Answered(Reply reply) implements Claim {}

        /// Somebody answers it at this moment.
        record Running() implements Claim {}

        /// The key came with another request before.
        record OtherRequest() implements Claim {}
    }

    /// Takes the request on, unless it was before. A claim that began before `abandonedBefore` and
    /// has no answer was made by a node that died: it is ours.
    Claim claim(
            String apiKey,
            String idempotencyKey,
            byte[] requestHash,
            Instant now,
            Instant abandonedBefore);

    void keep(String apiKey, String idempotencyKey, Reply reply, Instant now);

    /// Gives a claim up: the next try begins anew.
    void release(String apiKey, String idempotencyKey);

    int forget(Instant startedBefore);
}
