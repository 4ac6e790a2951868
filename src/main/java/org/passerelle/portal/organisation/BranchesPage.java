package org.passerelle.portal.organisation;

import java.util.List;
import java.util.Optional;
import org.passerelle.portal.organisation.OrganisationPage.Badge;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;

/// An organisation and its branches without a number of their own, and how one registers (ORG-06).
///
/// @param of set for a branch
/// @param branches of the organisation that the reader acts for
/// @param mayDisown whether the reader holds its account
/// @param how set where the office registers branches
public record BranchesPage(
        Optional<Of> of,
        List<Row> branches,
        boolean mayDisown,
        Optional<How> how,
        Form form,
        FormErrors errors) {

    /// The organisation that a branch belongs to.
    ///
    /// @param reasons why its letter was not accepted
    public record Of(String name, String town, Badge letter, List<String> reasons) {}

    /// @param disowned whether somebody said that it is none of theirs, and staff looks at it
    public record Row(
            String id, String name, String town, Badge standing, Badge letter, boolean disowned) {}

    /// What the office says, and the text a letter may have.
    public record How(String explanation, List<String> documents, String model) {}
}
