package org.passerelle.demo;

import org.jspecify.annotations.Nullable;

/// Something that one step of the story finds out and later steps need.
final class Known<T> {
    private @Nullable T value;

    void is(T found) {
        value = found;
    }

    /// @throws IllegalStateException when the earlier step did not come so far
    T get() {
        var found = value;
        if (found == null) {
            throw new IllegalStateException("An earlier step of the story failed");
        }
        return found;
    }
}
