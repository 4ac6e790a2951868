package org.passerelle.backoffice.organisation;

import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.organisation.ChangeRequests;
import org.passerelle.programme.Waivers;
import org.passerelle.ui.SafeDownload;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Documents of changes and waivers, for staff that deals with them; no other matter's.
@Controller
class StaffDocumentPages {
    static final String PATH = "/staff/documents/";

    private final Documents documents;
    private final ChangeRequests changes;
    private final Waivers waivers;

    StaffDocumentPages(Documents documents, ChangeRequests changes, Waivers waivers) {
        this.documents = documents;
        this.changes = changes;
        this.waivers = waivers;
    }

    @GetMapping(PATH + "{id}")
    ResponseEntity<Resource> open(@PathVariable DocumentId id) {
        var known = changes.withDocument(id).isPresent() || waivers.withFile(id).isPresent();
        return SafeDownload.of(documents.open(id).filter(_ -> known));
    }
}
