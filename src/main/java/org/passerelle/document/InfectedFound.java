package org.passerelle.document;

import java.util.Optional;

/// The virus scanner found something in a document that had been taken in before it could look. The
/// file is gone; `matter` is what held it, such as `case 1001`.
public record InfectedFound(
        DocumentId document, String fileName, Optional<String> matter, String threat) {}
