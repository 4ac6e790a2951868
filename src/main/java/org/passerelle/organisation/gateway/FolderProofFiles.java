package org.passerelle.organisation.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.passerelle.organisation.HandOver;
import org.passerelle.organisation.domain.ProofFiles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Documents in a folder beside the database, under names of our making.
@Component
class FolderProofFiles implements ProofFiles {
    private static final Pattern NAME = Pattern.compile("[0-9a-f-]{36}");
    private static final int LONGEST_NAME = 120;

    /// How files of each type begin.
    private static final Map<String, byte[]> BEGINNINGS = new LinkedHashMap<>();

    static {
        BEGINNINGS.put("application/pdf", new byte[] {'%', 'P', 'D', 'F', '-'});
        BEGINNINGS.put("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n'});
        BEGINNINGS.put("image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
    }

    private final Path folder;

    FolderProofFiles(@Value("${passerelle.data-folder}") Path data) {
        this.folder = data.resolve("hand-over");
    }

    @Override
    public Optional<HandOver.Proof> keep(String fileName, byte[] content) {
        var type = type(content);
        if (type.isEmpty() || content.length > LARGEST_BYTES) {
            return Optional.empty();
        }
        var proof = new HandOver.Proof(safe(fileName), type.get(), UUID.randomUUID().toString());
        try {
            Files.createDirectories(folder);
            Files.write(path(proof), content);
        } catch (IOException e) {
            throw new UncheckedIOException("A document could not be kept", e);
        }
        deleteUnlessCommitted(path(proof));
        return Optional.of(proof);
    }

    @Override
    public Path path(HandOver.Proof proof) {
        if (!NAME.matcher(proof.storedAs()).matches()) {
            throw new IllegalArgumentException("Not a name of this folder: " + proof.storedAs());
        }
        return folder.resolve(proof.storedAs());
    }

    private static Optional<String> type(byte[] content) {
        return BEGINNINGS.entrySet().stream()
                .filter(one -> beginsWith(content, one.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean beginsWith(byte[] content, byte[] beginning) {
        return content.length > beginning.length
                && java.util.Arrays.equals(
                        content, 0, beginning.length, beginning, 0, beginning.length);
    }

    /// A name to show and to save under: without folders and marks that turn text round.
    private static String safe(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "").strip();
        var named = clean.isEmpty() ? "document" : clean;
        return named.substring(0, Math.min(named.length(), LONGEST_NAME));
    }

    private static void deleteUnlessCommitted(Path file) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        if (status != STATUS_COMMITTED) {
                            try {
                                Files.deleteIfExists(file);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        }
                    }
                });
    }
}
