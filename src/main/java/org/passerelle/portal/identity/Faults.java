package org.passerelle.portal.identity;

import java.util.List;
import java.util.Locale;
import org.passerelle.identity.AccountFault;
import org.passerelle.ui.FormErrors;

/// Faults of an account as errors of its form's fields.
final class Faults {
    private Faults() {}

    static FormErrors errors(List<AccountFault> faults) {
        var errors = FormErrors.none();
        for (var fault : faults) {
            errors = errors.with(fault.field(), "identity.fault." + code(fault));
        }
        return errors;
    }

    private static String code(AccountFault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
