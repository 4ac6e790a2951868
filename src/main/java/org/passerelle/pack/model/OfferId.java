package org.passerelle.pack.model;

/// The lasting word that names an offer in its pack; its SKU may change, this never does.
public record OfferId(String value) implements Comparable<OfferId> {
    public static OfferId of(String text) {
        return new OfferId(text);
    }

    @Override
    public int compareTo(OfferId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
