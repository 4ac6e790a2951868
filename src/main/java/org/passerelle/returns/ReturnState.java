package org.passerelle.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;

/// Where a return stands (ORD-09). Steps are methods of the state they leave; a wrong step does not
/// compile.
public sealed interface ReturnState {

    /// Since when it stands there.
    Instant since();

    default Code code() {
        return switch (this) {
            case Announced _ -> Code.ANNOUNCED;
            case Accepted _ -> Code.ACCEPTED;
            case Received _ -> Code.RECEIVED;
            case Settled _ -> Code.SETTLED;
            case Refused _ -> Code.REFUSED;
            case Rejected _ -> Code.REJECTED;
            case Lapsed _ -> Code.LAPSED;
            case Withdrawn _ -> Code.WITHDRAWN;
        };
    }

    /// Why it ended without anything coming back, or only in part, in words of the office.
    default Optional<String> because() {
        return switch (this) {
            case Refused it -> Optional.of(it.reason());
            case Rejected it -> Optional.of(it.reason());
            case Settled it -> it.reason();
            case Announced _, Accepted _, Received _, Lapsed _, Withdrawn _ -> Optional.empty();
        };
    }

    /// The states by name, as tables, addresses and filters write them.
    enum Code {
        ANNOUNCED,
        ACCEPTED,
        RECEIVED,
        SETTLED,
        REFUSED,
        REJECTED,
        LAPSED,
        WITHDRAWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether something still has to happen.
        public boolean isOpen() {
            return this == ANNOUNCED || this == ACCEPTED || this == RECEIVED;
        }
    }

    /// What the organisation gets: the money, or another piece.
    enum Remedy {
        MONEY,
        REPLACEMENT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The organisation may still change its mind: nothing is back yet.
    sealed interface Ahead extends ReturnState {
        default Withdrawn withdrawn(Instant now) {
            return new Withdrawn(now);
        }
    }

    /// The office decides.
    record Announced(Instant since) implements Ahead {
        public Accepted accepted(Instant now, Remedy remedy, SendBack sendBack) {
            return new Accepted(now, remedy, sendBack);
        }

        /// Without a parcel: what was declared is enough.
        public Settled settled(Instant now, Remedy remedy, Money returned) {
            return new Settled(now, remedy, returned, Optional.empty());
        }

        public Refused refused(Instant now, String reason) {
            return new Refused(now, reason);
        }
    }

    /// Where the parcel goes and by which day it has to be there, inclusive.
    record SendBack(String address, LocalDate by) {}

    /// The parcel is awaited.
    record Accepted(Instant since, Remedy remedy, SendBack sendBack) implements Ahead {
        public Received received(Instant now, LocalDate on) {
            return new Received(now, remedy, sendBack, on);
        }

        public Lapsed lapsed(Instant now) {
            return new Lapsed(now);
        }
    }

    /// The parcel came on a day of the office; it has to be opened.
    record Received(Instant since, Remedy remedy, SendBack sendBack, LocalDate on)
            implements ReturnState {
        public Settled settled(
                Instant now, Remedy remedy, Money returned, Optional<String> reason) {
            return new Settled(now, remedy, returned, reason);
        }

        public Rejected rejected(Instant now, String reason) {
            return new Rejected(now, reason);
        }
    }

    /// All that follows was done; `reason` where not all was accepted.
    record Settled(Instant since, Remedy remedy, Money returned, Optional<String> reason)
            implements ReturnState {}

    record Refused(Instant since, String reason) implements ReturnState {}

    /// The parcel came, and nothing in it was accepted.
    record Rejected(Instant since, String reason) implements ReturnState {}

    /// The parcel did not come in time.
    record Lapsed(Instant since) implements ReturnState {}

    /// By the organisation.
    record Withdrawn(Instant since) implements ReturnState {}
}
