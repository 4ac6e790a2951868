package org.passerelle.verification;

import java.util.List;

/// What a reviewer decides. `words` is free text to the organisation and may be empty.
public sealed interface Ruling {
    String words();

    record Qualify(String words) implements Ruling {}

    /// `reasons` are words of the pack's list, at least one.
    record Refuse(List<String> reasons, String words) implements Ruling {}
}
