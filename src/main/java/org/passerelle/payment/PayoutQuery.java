package org.passerelle.payment;

import java.util.Optional;

/// Which payouts of an office are wanted; empty for any.
public record PayoutQuery(Optional<Payout.State.Code> state, Optional<Means> means) {

    /// Those that whoever carries `means` still has to send.
    public static PayoutQuery due(Means means) {
        return new PayoutQuery(Optional.of(Payout.State.Code.DUE), Optional.of(means));
    }

    public static PayoutQuery in(Payout.State.Code state) {
        return new PayoutQuery(Optional.of(state), Optional.empty());
    }

    /// Whether only those are wanted with which nothing is left to do: people look for the newest.
    public boolean isOver() {
        return state.filter(code ->
                        switch (code) {
                            case DUE, FAILED -> false;
                            case SENT, DROPPED -> true;
                        })
                .isPresent();
    }
}
