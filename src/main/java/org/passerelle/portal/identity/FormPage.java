package org.passerelle.portal.identity;

import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;

/// A page that is one form.
///
/// @param action where the form posts to
public record FormPage(String action, Form form, FormErrors errors) {
    static FormPage empty(String action) {
        return new FormPage(action, Form.empty(), FormErrors.none());
    }
}
