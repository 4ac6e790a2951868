package org.passerelle.ui;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Serves a file that a stranger gave, so that it can do nothing on our pages: its type is not
/// guessed again, and what is shown instead of saved is shown in a sandbox without scripts.
public final class SafeDownload {
    private static final String SANDBOX =
            "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; "
                    + "frame-ancestors 'none'";

    private SafeDownload() {}

    /// @param mediaType of the bytes as sniffed, never as claimed
    /// @param inline whether a browser may show it; else it saves it
    public static ResponseEntity<Resource> of(
            Path file, String fileName, String mediaType, boolean inline) {
        var disposition =
                (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                        .filename(fileName, StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header("Content-Disposition", disposition.toString())
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(file));
    }
}
