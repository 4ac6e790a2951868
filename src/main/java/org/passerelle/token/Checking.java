package org.passerelle.token;

import java.util.Optional;
import org.passerelle.identity.ApiKey;
import org.passerelle.pack.model.ProgrammeId;

/// What a partner's machine sends.
///
/// @param code as it came, with whatever blanks and capitals
/// @param programme the one it asks about; all of the partner's when empty
/// @param email of the person in front of it, to be compared with the one the token was made for
/// @param address the network address of the machine
public record Checking(
        ApiKey key,
        String code,
        Optional<ProgrammeId> programme,
        Optional<String> email,
        String address) {
    /// Without the code: a record's text ends in logs sooner or later.
    @Override
    public String toString() {
        return "Checking[" + key.id() + "]";
    }
}
