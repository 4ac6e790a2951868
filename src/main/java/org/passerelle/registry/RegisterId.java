package org.passerelle.registry;

import java.util.regex.Pattern;

/// Names a public register, such as `us-irs-eo-bmf`: the name of its description's file.
public record RegisterId(String value) implements Comparable<RegisterId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,59}");

    public RegisterId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("Not a register's name: " + value);
        }
    }

    public static RegisterId of(String text) {
        return new RegisterId(text);
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(RegisterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
