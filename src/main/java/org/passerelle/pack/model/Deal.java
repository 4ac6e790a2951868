package org.passerelle.pack.model;

import java.util.List;
import org.passerelle.kernel.Localised;

/// Something that every organisation may have elsewhere, free or for less, whatever a partner of
/// the office decided about it: it is not ordered here (ELI-06, CAT-08).
///
/// @param text what it is good for, in a sentence or two
/// @param website where it is had
/// @param categories of the catalogue, for readers who look for an alternative
public record Deal(
        String id, Localised title, Localised text, String website, List<String> categories) {}
