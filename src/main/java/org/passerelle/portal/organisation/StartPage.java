package org.passerelle.portal.organisation;

import java.util.List;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Option;

/// Register an organisation or join one; the country is asked first, since it decides the office.
public record StartPage(Form form, FormErrors errors, List<Option> countries) {}
