package org.passerelle.document;

import java.nio.file.Path;

/// A document that may be served, and where its bytes lie.
public record StoredFile(Document document, Path path) {}
