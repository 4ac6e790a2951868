package org.passerelle.ui;

import java.util.Optional;

/// Where a page of a list stands.
///
/// @param words such as `Offres 1 à 8 sur 38`
public record Pager(String words, Optional<String> previous, Optional<String> next) {}
