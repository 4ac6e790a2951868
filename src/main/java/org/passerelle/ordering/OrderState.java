package org.passerelle.ordering;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.kernel.Signature;

/// Where an order stands. Steps are methods of the state they leave; a wrong step does not compile.
///
/// `transmitted` is when the order went to the partner: until then it can be cancelled (ORD-08).
public sealed interface OrderState {

    /// Since when it stands there.
    Instant since();

    default Code code() {
        return switch (this) {
            case AwaitingPayment _ -> Code.AWAITING_PAYMENT;
            case AwaitingApproval _ -> Code.AWAITING_APPROVAL;
            case InFulfilment _ -> Code.IN_FULFILMENT;
            case Delivered _ -> Code.DELIVERED;
            case Cancelled _ -> Code.CANCELLED;
            case Refused _ -> Code.REFUSED;
            case Expired _ -> Code.EXPIRED;
        };
    }

    /// Why the order ended, in the words of whoever ended it.
    default Optional<String> endedBecause() {
        return switch (this) {
            case Cancelled it -> Optional.of(it.reason());
            case Refused it -> Optional.of(it.reason());
            case Open _, Delivered _, Expired _ -> Optional.empty();
        };
    }

    /// The states by name, as tables, addresses and filters write them.
    enum Code {
        AWAITING_PAYMENT,
        AWAITING_APPROVAL,
        IN_FULFILMENT,
        DELIVERED,
        CANCELLED,
        REFUSED,
        EXPIRED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// A state that still holds allotment and stock.
    sealed interface Open extends OrderState {
        Optional<Instant> transmitted();

        /// Cancelled by the organisation; empty once the order was transmitted.
        default Optional<Cancelled> cancelled(Instant now, Signature by, String reason) {
            return transmitted().isPresent()
                    ? Optional.empty()
                    : Optional.of(new Cancelled(now, paidAt(), by, reason));
        }

        Optional<Instant> paidAt();

        /// The money was taken back: it waits again; empty once the order was transmitted, or where
        /// it waits anyway.
        default Optional<AwaitingPayment> unpaid(Instant now) {
            return transmitted().isPresent() || paidAt().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new AwaitingPayment(now));
        }
    }

    record AwaitingPayment(Instant since) implements Open {
        @Override
        public Optional<Instant> transmitted() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> paidAt() {
            return Optional.empty();
        }

        /// All the money is there: to the partner's approval where one is asked, else on.
        public OrderState paid(Instant now, boolean needsApproval) {
            return needsApproval
                    ? new AwaitingApproval(now, now, Optional.empty())
                    : new InFulfilment(now, now, Optional.empty());
        }

        public Expired expired(Instant now) {
            return new Expired(now);
        }
    }

    /// Paid; the partner decides (ORD-07).
    record AwaitingApproval(Instant since, Instant paid, Optional<Instant> transmitted)
            implements Open {
        @Override
        public Optional<Instant> paidAt() {
            return Optional.of(paid);
        }

        /// Sent to the partner; again changes nothing.
        public AwaitingApproval transmitted(Instant now) {
            return new AwaitingApproval(since, paid, transmitted.or(() -> Optional.of(now)));
        }

        /// The partner's yes means that it has the order.
        public InFulfilment approved(Instant now) {
            return new InFulfilment(now, paid, transmitted.or(() -> Optional.of(now)));
        }

        public Refused refused(Instant now, Signature by, String reason) {
            return new Refused(now, paid, by, reason);
        }
    }

    record InFulfilment(Instant since, Instant paid, Optional<Instant> transmitted)
            implements Open {
        @Override
        public Optional<Instant> paidAt() {
            return Optional.of(paid);
        }

        /// Sent to the partner; again changes nothing.
        public InFulfilment transmitted(Instant now) {
            return new InFulfilment(since, paid, transmitted.or(() -> Optional.of(now)));
        }

        public Delivered delivered(Instant now) {
            return new Delivered(now, paid, transmitted.orElse(now));
        }
    }

    record Delivered(Instant since, Instant paid, Instant transmitted) implements OrderState {}

    record Cancelled(Instant since, Optional<Instant> paid, Signature by, String reason)
            implements OrderState {}

    record Refused(Instant since, Instant paid, Signature by, String reason)
            implements OrderState {}

    record Expired(Instant since) implements OrderState {}
}
