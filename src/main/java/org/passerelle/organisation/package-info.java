/// # organisation: who they are
///
/// **Owns** organisations, their registration as typed and as understood, their legal numbers (one
/// organisation each), members, invitations, requests to join, hand-overs of the holder's role,
/// likely duplicates, requests for changes, branches and whose they are. **Asks** `pack` which
/// forms, numbers and words an office knows, `identity` who is behind an address. **Tells**
/// OrganisationSubmitted, OrganisationFactsChanged, JoinRequested, DuplicateCleared,
/// BranchDisowned. **Never** decides whether an organisation is qualified: `verification` does and
/// has the standing recorded here.
///
/// What a volunteer types is kept as typed, wrong or incomplete; the profile holds only what was
/// understood. After submission neither changes by the organisation's own hand (ORG-04).
@ApplicationModule(
        allowedDependencies = {
            "pack",
            "pack::model",
            "identity",
            "notification",
            "audit",
            "agenda",
            "document",
            "words"
        })
@NullMarked
package org.passerelle.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
