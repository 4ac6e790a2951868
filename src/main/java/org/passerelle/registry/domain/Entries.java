package org.passerelle.registry.domain;

import java.util.List;
import java.util.Optional;
import org.passerelle.registry.Entry;
import org.passerelle.registry.EntryChange;
import org.passerelle.registry.RegisterId;
import org.passerelle.registry.Sought;

/// The entries of all registers that are installed.
public interface Entries {
    /// All entries that bear this number, of whatever register.
    List<Entry> byNumber(String scheme, String number);

    Optional<Entry> find(RegisterId register, String number);

    /// What happened to an entry, the earliest first, without its first being seen.
    List<EntryChange> changes(RegisterId register, String number);

    /// Entries worth comparing: those with names like one of these, and those at the same place.
    List<Candidate> candidates(Sought sought);

    /// @param namesakes how many other entries bear one of its names exactly
    record Candidate(Entry entry, int namesakes) {}
}
