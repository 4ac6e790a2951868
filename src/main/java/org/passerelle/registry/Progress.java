package org.passerelle.registry;

/// Hears how far an import is. Called on the importing thread, so it must be quick.
public interface Progress {
    /// Records of all files read so far; called every few thousand.
    void read(long records);

    /// A step after the reading has begun.
    void began(Step step);

    /// The steps of an import, in order.
    enum Step {
        READING,
        COMPARING,
        WRITING
    }

    /// For whoever does not look.
    static Progress none() {
        return new Progress() {
            @Override
            public void read(long records) {}

            @Override
            public void began(Step step) {}
        };
    }
}
