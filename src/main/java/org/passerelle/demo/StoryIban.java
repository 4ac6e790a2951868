package org.passerelle.demo;

import java.math.BigInteger;
import org.passerelle.kernel.OrganisationId;

/// Accounts of the story's organisations: right by their check digits, at a bank that does not
/// exist.
final class StoryIban {
    private static final String BANK = "999";
    private static final BigInteger ACCOUNTS = BigInteger.TEN.pow(13);
    private static final BigInteger BASE = BigInteger.valueOf(97);

    /// Country and the check digits' place, as ISO 13616 counts letters: L 21, U 30.
    private static final String LU00 = "213000";

    private StoryIban() {}

    /// Always the same for one organisation.
    static String of(OrganisationId organisation) {
        var bits = BigInteger.valueOf(organisation.value().getMostSignificantBits()).abs();
        var number = BANK + "%013d".formatted(bits.mod(ACCOUNTS));
        var check = 98 - new BigInteger(number + LU00).mod(BASE).intValue();
        return "LU%02d%s".formatted(check, number);
    }
}
