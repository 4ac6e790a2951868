package org.passerelle.portal.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.passerelle.identity.AccountFault;
import org.passerelle.ui.FormErrors;

/// Faults of an account as errors of its form's fields, for each field the first: who left one
/// empty is not also told that nothing is a common password.
final class Faults {
    private Faults() {}

    static FormErrors errors(List<AccountFault> faults) {
        var errors = FormErrors.none();
        var told = new HashSet<String>();
        for (var fault : faults) {
            if (told.add(fault.field())) {
                errors = errors.with(fault.field(), "identity.fault." + code(fault));
            }
        }
        return errors;
    }

    private static String code(AccountFault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
