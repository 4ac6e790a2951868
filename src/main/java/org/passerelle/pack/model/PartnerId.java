package org.passerelle.pack.model;

/// The lasting word that names a partner in its pack.
public record PartnerId(String value) implements Comparable<PartnerId> {
    public static PartnerId of(String text) {
        return new PartnerId(text);
    }

    @Override
    public int compareTo(PartnerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
