package org.passerelle.ui;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/// Serves a file that the product made, to be saved; nobody else keeps a copy.
public final class OwnFile {
    private OwnFile() {}

    /// The file, or nothing that anybody may know of.
    public static ResponseEntity<byte[]> of(
            Optional<byte[]> content, String name, String mediaType) {
        var file = content.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var disposition =
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header("Content-Disposition", disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(file);
    }
}
