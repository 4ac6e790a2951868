package org.passerelle.kernel;

/// Names a national office: the name of its pack, such as the folder below `packs/`.
public record OfficeId(String value) implements Comparable<OfficeId> {
    public static OfficeId of(String text) {
        return new OfficeId(text);
    }

    @Override
    public int compareTo(OfficeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
