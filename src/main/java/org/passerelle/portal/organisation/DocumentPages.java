package org.passerelle.portal.organisation;

import java.util.Optional;
import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.ChangeRequests;
import org.passerelle.organisation.Organisations;
import org.passerelle.programme.Waivers;
import org.passerelle.tax.Taxes;
import org.passerelle.ui.SafeDownload;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Documents of changes, waivers and exemptions, for members of the organisation they are about.
/// Another organisation's document is as unknown as one that never was.
@Controller
class DocumentPages {
    static final String PATH = "/organisation/documents/";

    private final Documents documents;
    private final ChangeRequests changes;
    private final Waivers waivers;
    private final Taxes taxes;
    private final Organisations organisations;

    DocumentPages(
            Documents documents,
            ChangeRequests changes,
            Waivers waivers,
            Taxes taxes,
            Organisations organisations) {
        this.documents = documents;
        this.changes = changes;
        this.waivers = waivers;
        this.taxes = taxes;
        this.organisations = organisations;
    }

    @GetMapping(PATH + "{id}")
    ResponseEntity<Resource> open(
            @PathVariable DocumentId id, @AuthenticationPrincipal SignedIn who) {
        return SafeDownload.of(
                owner(id)
                        .filter(owner -> organisations.may(who.id(), owner).isPresent())
                        .flatMap(_ -> documents.open(id)));
    }

    private Optional<OrganisationId> owner(DocumentId id) {
        return changes.withDocument(id)
                .map(change -> change.organisation())
                .or(() -> waivers.withFile(id).map(waiver -> waiver.organisation()))
                .or(() -> taxes.ofFile(id));
    }
}
