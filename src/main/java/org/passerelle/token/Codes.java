package org.passerelle.token;

import java.util.Optional;
import org.passerelle.token.domain.TokenCode;
import org.passerelle.vault.Vault;
import org.springframework.stereotype.Component;

/// How codes are kept (docs/adr/0008): a keyed fingerprint to find one by, and a sealed copy, bound
/// to its token, for the holder to read.
@Component
class Codes {
    private static final String PURPOSE = "token.code";

    private final Vault vault;

    Codes(Vault vault) {
        this.vault = vault;
    }

    byte[] fingerprint(TokenCode code) {
        return vault.fingerprint(PURPOSE, code.text());
    }

    byte[] seal(TokenId id, TokenCode code) {
        return vault.seal(PURPOSE + " " + id, code.text());
    }

    Optional<String> open(TokenId id, Optional<byte[]> sealed) {
        return sealed.map(bytes -> vault.open(PURPOSE + " " + id, bytes));
    }
}
