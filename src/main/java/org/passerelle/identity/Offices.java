package org.passerelle.identity;

import java.util.Collection;
import java.util.Set;
import org.passerelle.kernel.OfficeId;

/// The offices that somebody of staff works for: all that are and will be installed, or those
/// named. What belongs to another office is to them as what never was (ACC-08).
public sealed interface Offices {
    Offices NONE = new Named(Set.of());

    boolean include(OfficeId office);

    /// Whether there is none of these that is not theirs.
    default boolean includeAll(Collection<OfficeId> offices) {
        return offices.stream().allMatch(this::include);
    }

    static Offices all() {
        return new All();
    }

    static Offices of(OfficeId... offices) {
        return new Named(Set.of(offices));
    }

    /// All of the installation, whichever come.
    record All() implements Offices {
        @Override
        public boolean include(OfficeId office) {
            return true;
        }

        @Override
        public String toString() {
            return "all";
        }
    }

    record Named(Set<OfficeId> offices) implements Offices {
        public Named {
            offices = Set.copyOf(offices);
        }

        @Override
        public boolean include(OfficeId office) {
            return offices.contains(office);
        }

        @Override
        public String toString() {
            return String.join(" ", offices.stream().map(OfficeId::value).sorted().toList());
        }
    }
}
