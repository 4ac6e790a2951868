package org.passerelle.notification;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.passerelle.kernel.PersonId;
import org.passerelle.vault.Vault;
import org.springframework.stereotype.Component;

/// The address at which one person leaves one mailing without signing in (RFC 8058). It is sealed:
/// nobody can make one, or read from it whose it is.
@Component
class LeaveAddress {
    private static final String PURPOSE = "notification.leave";
    private static final int LONGEST = 300;

    private final Vault vault;
    private final WebAddress web;

    LeaveAddress(Vault vault, WebAddress web) {
        this.vault = vault;
        this.web = web;
    }

    String of(PersonId person, Mailing mailing) {
        var sealed = vault.seal(PURPOSE, person + " " + mailing.code());
        return web.of("/leave/" + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /// What a seal made by [#of] says; empty for anything else.
    Optional<Mailings.Reader> read(String seal) {
        if (seal.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(seal.getBytes(StandardCharsets.US_ASCII));
            var said = vault.open(PURPOSE, bytes).split(" ", 2);
            return Mailing.of(said[1])
                    .map(mailing -> new Mailings.Reader(PersonId.of(said[0]), mailing));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
