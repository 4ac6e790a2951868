package org.passerelle.document.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.passerelle.document.domain.Files;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Documents in a folder beside the database, under names of our making, so that nothing a person
/// typed becomes a path.
@Component
class FolderFiles implements Files {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{2}/[0-9a-f-]{36}");
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path folder;
    private final MediaTypes types = new MediaTypes();

    FolderFiles(@Value("${passerelle.data-folder}") Path data) {
        this.folder = data.resolve("documents");
    }

    @Override
    public TakenIn takeIn(InputStream content, long atMostBytes) throws IOException {
        var id = UUID.randomUUID().toString();
        var name = id.substring(0, 2) + "/" + id;
        var file = path(name);
        java.nio.file.Files.createDirectories(file.getParent());
        var digest = sha256();
        var size = 0L;
        try (var out = new DigestOutputStream(java.nio.file.Files.newOutputStream(file), digest)) {
            var buffer = new byte[BUFFER_BYTES];
            int read;
            while (size <= atMostBytes && (read = content.read(buffer)) >= 0) {
                out.write(buffer, 0, read);
                size += read;
            }
        }
        var type = size == 0 || size > atMostBytes ? "" : types.of(file);
        return new TakenIn(name, size, HexFormat.of().formatHex(digest.digest()), type);
    }

    @Override
    public void delete(String storedAs) {
        try {
            java.nio.file.Files.deleteIfExists(path(storedAs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path path(String storedAs) {
        if (!NAME.matcher(storedAs).matches()) {
            throw new IllegalArgumentException("Not a name of this folder: " + storedAs);
        }
        return folder.resolve(storedAs);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
