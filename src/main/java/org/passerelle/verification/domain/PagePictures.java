package org.passerelle.verification.domain;

import java.nio.file.Path;
import java.util.Optional;

/// Draws the pages of a document, so that a reviewer reads it beside the data and no stranger's
/// file is ever opened inside our pages.
public interface PagePictures {

    /// How many pages there are; zero for what cannot be drawn: broken, locked, or no document of
    /// pages.
    int pages(Path file);

    /// One page as PNG, from 1. Empty when there is no such page, or drawing it took too much.
    Optional<byte[]> page(Path file, int number);
}
