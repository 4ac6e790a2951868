package org.passerelle.pack.reading;

import java.util.Optional;

/// Makes one value of a pack from what stands in a file; empty after noting what is wrong with it.
@FunctionalInterface
interface Reader<T> {
    Optional<T> read(Value value);
}
