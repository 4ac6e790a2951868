package org.passerelle.api;

import java.util.Arrays;
import java.util.Optional;

/// An answer as its bytes, so that it can be given again exactly.
///
/// @param retryAfterSeconds when the same request may succeed
/// @param stays whether the same request would always be answered so: only such an answer is kept
record Reply(
        int status,
        String contentType,
        byte[] body,
        Optional<Long> retryAfterSeconds,
        boolean stays) {

    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";

    static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, contentType, body, Optional.empty(), true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reply reply
                && status == reply.status
                && contentType.equals(reply.contentType)
                && Arrays.equals(body, reply.body);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(body);
    }

    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }
}
