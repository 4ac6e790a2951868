package org.passerelle.ui;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.passerelle.kernel.GivenFile;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/// Serves a file that a stranger gave, so that it can do nothing on our pages: its type is not
/// guessed again, and what is shown instead of saved is shown in a sandbox without scripts.
public final class SafeDownload {
    private static final String SANDBOX =
            "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; "
                    + "frame-ancestors 'none'";

    private SafeDownload() {}

    /// The file, or nothing that anybody may know of.
    public static ResponseEntity<Resource> of(Optional<? extends GivenFile> file) {
        return file.map(SafeDownload::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<Resource> of(GivenFile file) {
        var disposition =
                (file.mayShowInline()
                                ? ContentDisposition.inline()
                                : ContentDisposition.attachment())
                        .filename(file.fileName(), StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header("Content-Disposition", disposition.toString())
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(file.path()));
    }
}
