package org.passerelle.pack.model;

import java.util.Optional;
import org.passerelle.kernel.Localised;

/// Who gives: a publisher of software, a maker of hardware. `desk` is the address staff write to.
public record Partner(
        PartnerId id,
        String name,
        Optional<String> website,
        Optional<String> desk,
        Localised about,
        Optional<String> faqText) {}
