package org.passerelle.portal.identity;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;

/// @param reason why somebody arrives here: one of [#REASONS]
public record SignInPage(Form form, FormErrors errors, Optional<String> reason) {
    static final List<String> REASONS =
            List.of("confirmed", "reset", "signed-out", "kept", "stale");
}
