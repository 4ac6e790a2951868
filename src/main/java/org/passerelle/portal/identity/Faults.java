package org.passerelle.portal.identity;

import static java.util.Comparator.comparing;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.passerelle.identity.AccountFault;
import org.passerelle.ui.FormErrors;

/// Faults of an account as errors of its form's fields, in the order of the fields, for each field
/// the first: who left one empty is not also told that nothing is a common password.
final class Faults {
    private static final List<String> FIELDS =
            List.of("firstName", "lastName", "email", "username", "currentPassword", "password");

    private Faults() {}

    static FormErrors errors(List<AccountFault> faults) {
        var errors = FormErrors.none();
        var told = new HashSet<String>();
        var inOrder = faults.stream().sorted(comparing(fault -> FIELDS.indexOf(fault.field())));
        for (var fault : inOrder.toList()) {
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
