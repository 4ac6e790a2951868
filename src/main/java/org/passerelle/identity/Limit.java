package org.passerelle.identity;

import java.time.Duration;

/// How often something may be tried: so many times, and again that many after the period, spread
/// evenly. The figures are in `docs/operations.md`.
public enum Limit {
    SIGN_IN_BY_LOGIN(10, Duration.ofMinutes(15)),
    SIGN_IN_BY_ACCOUNT(10, Duration.ofMinutes(15)),
    SIGN_IN_BY_ADDRESS(100, Duration.ofHours(1)),
    REGISTER_BY_ADDRESS(30, Duration.ofHours(1)),
    RESET_BY_LOGIN(5, Duration.ofHours(1)),
    RESET_BY_ADDRESS(30, Duration.ofHours(1)),
    LINK_BY_ADDRESS(60, Duration.ofHours(1)),
    PASSWORD_CHANGE_BY_PERSON(10, Duration.ofMinutes(15)),
    JOIN_BY_PERSON(10, Duration.ofDays(1)),
    RECOVERY_BY_ADDRESS(10, Duration.ofHours(1)),
    ACCOUNT_CHANGE_BY_PERSON(10, Duration.ofHours(1)),
    HELP_BY_ADDRESS(30, Duration.ofHours(1)),
    TOKEN_CHECK_BY_KEY(600, Duration.ofMinutes(1)),
    TOKEN_GUESS_BY_KEY(30, Duration.ofMinutes(15)),
    TOKEN_GUESS_BY_ADDRESS(60, Duration.ofMinutes(15)),
    BAD_KEY_BY_ADDRESS(60, Duration.ofMinutes(15));

    private final int times;
    private final Duration period;

    Limit(int times, Duration period) {
        this.times = times;
        this.period = period;
    }

    public int times() {
        return times;
    }

    public Duration period() {
        return period;
    }
}
