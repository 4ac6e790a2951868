package org.passerelle.portal.identity;

import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;

/// @param username and `email` are shown, not changed here
public record AccountPage(String username, String email, Form form, FormErrors errors) {}
