package org.passerelle.portal.token;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.LogEntry;

/// @param organisation its name, for the declaration
/// @param holder whether the reader may create, copy, renew and revoke
/// @param obstacle why no token can be created now: the key of the words; empty when one can
/// @param fresh the token just created or renewed, its code to be copied
/// @param counted how many there are, how many are valid
public record TokensPage(
        String organisation,
        boolean holder,
        String obstacle,
        Optional<Row> fresh,
        List<Row> rows,
        String counted,
        List<LogEntry> looks,
        Form form,
        FormErrors errors) {

    /// @param of the person, as in "de Samir", for hidden words of buttons
    public record Row(
            String id,
            String person,
            String email,
            Optional<String> code,
            String tone,
            String state,
            String hint,
            List<String> uses,
            boolean staysValidated,
            boolean mayRenew,
            boolean mayRevoke) {}

    public boolean mayCreate() {
        return obstacle.isEmpty();
    }
}
