package org.passerelle.pack;

import org.passerelle.kernel.OfficeId;

/// A pack is in force with content it did not have before: its first, or changed. `hash` is that of
/// `model.Pack`.
public record PackInstalled(OfficeId office, String hash) {}
