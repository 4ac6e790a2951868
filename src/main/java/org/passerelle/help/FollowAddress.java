package org.passerelle.help;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.passerelle.notification.WebAddress;
import org.passerelle.vault.Vault;
import org.springframework.stereotype.Component;

/// The address at which a visitor follows one request of theirs without an account. It is sealed,
/// so that nobody can make one, and it is in letters only: whoever has it reads the mail of the
/// address that was typed. Nothing of it is stored.
@Component
class FollowAddress {
    private static final String PURPOSE = "help.follow";
    private static final int LONGEST = 600;

    private final Vault vault;
    private final WebAddress web;

    FollowAddress(Vault vault, WebAddress web) {
        this.vault = vault;
        this.web = web;
    }

    String of(HelpRequest request) {
        var sealed = vault.seal(PURPOSE, request.number() + " " + request.asker().email());
        var seal = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        return web.of("/requests/followed/" + seal);
    }

    /// The number of the request for which [#of] made it; empty for anything else.
    Optional<Long> number(String seal) {
        return read(seal).map(said -> Long.valueOf(said[0]));
    }

    /// Whether it still opens the request: not one of a member, nor one whose asker was erased.
    boolean opens(String seal, HelpRequest request) {
        return request.asker().person().isEmpty()
                && read(seal)
                        .filter(said -> said[0].equals("" + request.number()))
                        .filter(said -> said[1].equals(request.asker().email()))
                        .isPresent();
    }

    private Optional<String[]> read(String seal) {
        if (seal.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(seal.getBytes(StandardCharsets.US_ASCII));
            return Optional.of(vault.open(PURPOSE, bytes).split(" ", 2));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
