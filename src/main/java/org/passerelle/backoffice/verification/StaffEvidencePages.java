package org.passerelle.backoffice.verification;

import org.passerelle.ui.SafeDownload;
import org.passerelle.verification.EvidenceId;
import org.passerelle.verification.Verification;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The documents of a case, to save and drawn page by page (VER-05).
@Controller
@PreAuthorize("hasAnyRole('REVIEWER', 'SUPPORT', 'ADMINISTRATOR')")
class StaffEvidencePages {
    static final String PATH = "/staff/evidence/";

    private final Verification verification;

    StaffEvidencePages(Verification verification) {
        this.verification = verification;
    }

    @GetMapping(PATH + "{id}")
    ResponseEntity<Resource> evidence(@PathVariable EvidenceId id) {
        return SafeDownload.of(verification.open(id));
    }

    /// A page of a document, drawn: the document itself is never opened within ours.
    @GetMapping(PATH + "{id}/pages/{page}")
    ResponseEntity<byte[]> drawn(@PathVariable EvidenceId id, @PathVariable int page) {
        return verification
                .pageOf(id, page)
                .map(png ->
                        ResponseEntity.ok()
                                .contentType(MediaType.IMAGE_PNG)
                                .header("X-Content-Type-Options", "nosniff")
                                .cacheControl(CacheControl.noStore())
                                .body(png))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
