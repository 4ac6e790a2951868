package org.passerelle.verification;

import java.nio.file.Path;

/// A document and where its bytes lie.
public record EvidenceFile(Evidence evidence, Path path) {}
