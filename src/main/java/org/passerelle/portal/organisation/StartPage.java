package org.passerelle.portal.organisation;

import java.util.List;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Option;

/// Register an organisation or join one; the country is asked first, since it decides the office.
///
/// @param requests what the person asked to join and waits for
public record StartPage(
        Form form,
        FormErrors errors,
        List<Option> countries,
        List<OrganisationPage.Request> requests) {
    StartPage with(List<OrganisationPage.Request> open) {
        return new StartPage(form, errors, countries, open);
    }
}
