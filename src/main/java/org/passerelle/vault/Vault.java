package org.passerelle.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Seals secrets with AES-256-GCM, each bound to what it is for: bytes moved to another row do not
/// open.
///
/// The key is a setting (`passerelle.vault.key`, base64 of 32 bytes; several nodes must share it)
/// or else a file in the data folder, made at the first start, readable by its owner only.
@Component
public class Vault {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    Vault(
            @Value("${passerelle.data-folder}") Path folder,
            @Value("${passerelle.vault.key:}") String setting) {
        this(setting.isBlank() ? keyIn(folder) : Base64.getDecoder().decode(setting.strip()));
    }

    /// A vault with a key of its own.
    ///
    /// @throws IllegalStateException when the key has not 32 bytes
    public Vault(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("The vault's key must have 32 bytes");
        }
        this.key = key.clone();
    }

    /// Seals `secret` for `purpose`, such as `ordering.hand-over han_…`. Twice the same secret
    /// gives different bytes.
    public byte[] seal(String purpose, String secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, purpose, nonce);
            var text = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            var sealed = new byte[1 + NONCE_BYTES + text.length];
            sealed[0] = VERSION;
            System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
            System.arraycopy(text, 0, sealed, 1 + NONCE_BYTES, text.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Opens what [#seal] sealed for the same purpose.
    ///
    /// @throws IllegalArgumentException when the bytes were changed, are for another purpose, or
    ///   were sealed with another key
    public String open(String purpose, byte[] sealed) {
        if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != VERSION) {
            throw new IllegalArgumentException("Not sealed by this vault");
        }
        var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, purpose, nonce);
            var secret = cipher.doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Does not open for " + purpose, e);
        }
    }

    /// A keyed fingerprint: equal secrets can be found without being opened, and not be guessed
    /// from the table alone.
    public byte[] fingerprint(String purpose, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(("fingerprint\0" + purpose + "\0").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] keyIn(Path folder) {
        var file = folder.resolve("vault.key");
        try {
            Files.createDirectories(folder);
            create(file);
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The vault's key cannot be read or made: " + file, e);
        }
    }

    /// Written beside and moved in place, so that a program killed meanwhile leaves no half key.
    private static void create(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        var fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        var beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        if (Files.getFileStore(file.toAbsolutePath().getParent())
                .supportsFileAttributeView("posix")) {
            Files.createFile(
                    beside,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(beside);
        }
        Files.writeString(
                beside, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.WRITE);
        try {
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException e) {
            // Another program on the same folder was first: its key is the one.
        }
        Files.delete(beside);
    }
}
