package org.passerelle.portal.organisation;

import java.util.List;
import org.passerelle.portal.organisation.OrganisationPage.Badge;
import org.passerelle.ui.Fact;

/// A request to join, as its asker sees it.
///
/// @param happens what follows, or how it ended
public record JoinAskPage(
        String id, String title, Badge badge, List<Fact> facts, String happens, boolean open) {}
