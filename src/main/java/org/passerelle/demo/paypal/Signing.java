package org.passerelle.demo.paypal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.zip.CRC32;

/// Signs messages as PayPal does: SHA256withRSA over `id|time|webhook|checksum`, the checksum being
/// the CRC-32 of the message's bytes.
final class Signing {
    static final String ALGORITHM = "SHA256withRSA";
    private static final int KEY_BITS = 2048;

    private final KeyPair keys;

    Signing() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String sign(String id, String time, String webhook, String message) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys.getPrivate());
            signature.update(signed(id, time, webhook, message));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isGenuine(
            String id, String time, String webhook, String message, String signatureText) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(keys.getPublic());
            signature.update(signed(id, time, webhook, message));
            return signature.verify(Base64.getDecoder().decode(signatureText));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    private static byte[] signed(String id, String time, String webhook, String message) {
        var checksum = new CRC32();
        checksum.update(message.getBytes(StandardCharsets.UTF_8));
        return String.join("|", id, time, webhook, Long.toString(checksum.getValue()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
