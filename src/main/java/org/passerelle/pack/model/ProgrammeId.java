package org.passerelle.pack.model;

/// The lasting word that names a partner's programme in its pack.
public record ProgrammeId(String value) implements Comparable<ProgrammeId> {
    public static ProgrammeId of(String text) {
        return new ProgrammeId(text);
    }

    @Override
    public int compareTo(ProgrammeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
