package org.passerelle.verification;

import java.util.Optional;

/// A question as a reviewer puts it; `ready` is the pack's word when it began as a ready text.
public record NewQuestion(Optional<String> ready, String text) {}
