package org.passerelle.pack.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 in hexadecimal: the same bytes, the same version.
final class Digest {
    private Digest() {}

    static String ofText(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Of all files of the layers, each by its path and bytes, in the order of paths.
    static String of(List<Layer> layers) {
        var digest = sha256();
        for (var layer : layers) {
            add(digest, layer.name().getBytes(StandardCharsets.UTF_8));
            layer.files()
                    .forEach((file, path) -> {
                        try {
                            add(digest, file.getBytes(StandardCharsets.UTF_8));
                            add(digest, Files.readAllBytes(path));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Lengths first, so that no two lists of parts give the same bytes.
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(part.length).flip());
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
