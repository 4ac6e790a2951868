package org.passerelle.portal.organisation;

import org.passerelle.identity.SignedIn;
import org.passerelle.organisation.Organisations;
import org.passerelle.ui.SafeDownload;
import org.passerelle.verification.EvidenceFile;
import org.passerelle.verification.EvidenceId;
import org.passerelle.verification.Verification;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Documents, for members of the organisation they belong to. Another organisation's document is as
/// unknown as one that never was.
@Controller
class EvidencePages {
    static final String PATH = "/organisation/evidence/";

    private final Verification verification;
    private final Organisations organisations;

    EvidencePages(Verification verification, Organisations organisations) {
        this.verification = verification;
        this.organisations = organisations;
    }

    @GetMapping(PATH + "{id}")
    ResponseEntity<Resource> open(
            @PathVariable EvidenceId id, @AuthenticationPrincipal SignedIn who) {
        return SafeDownload.of(verification.open(id).filter(file -> belongsTo(file, who)));
    }

    private boolean belongsTo(EvidenceFile file, SignedIn who) {
        return organisations.may(who.id(), file.evidence().organisation()).isPresent();
    }
}
