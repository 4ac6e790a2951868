package org.passerelle.identity.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.passerelle.identity.AccountFault;

/// What a username, an address and a name must look like. The database holds the same rules.
public final class AccountRule {
    // Latin letters only, and never an @: a username cannot pass for another's, nor for an address.
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{2,39}");
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[^@\\s\\p{Cntrl}<>\",;]{1,64}@[^@\\s\\p{Cntrl}<>\",;]+\\.[^@\\s.,;<>\"]{2,}");
    private static final int EMAIL_MAX = 254;
    private static final int NAME_MAX = 80;

    private AccountRule() {}

    public static boolean isUsername(String text) {
        return USERNAME.matcher(text).matches();
    }

    public static boolean isEmail(String text) {
        return text.length() <= EMAIL_MAX && EMAIL.matcher(text).matches();
    }

    /// Faults of what is not the password; texts are trimmed already.
    public static List<AccountFault> check(
            String username, String email, String firstName, String lastName) {
        var faults = new ArrayList<AccountFault>();
        if (!isUsername(username)) {
            faults.add(AccountFault.USERNAME_MALFORMED);
        }
        if (!isEmail(email)) {
            faults.add(AccountFault.EMAIL_MALFORMED);
        }
        faults.addAll(checkNames(firstName, lastName));
        return faults;
    }

    public static List<AccountFault> checkNames(String firstName, String lastName) {
        var faults = new ArrayList<AccountFault>();
        if (firstName.isEmpty()) {
            faults.add(AccountFault.FIRST_NAME_MISSING);
        }
        if (firstName.length() > NAME_MAX) {
            faults.add(AccountFault.FIRST_NAME_TOO_LONG);
        }
        if (lastName.isEmpty()) {
            faults.add(AccountFault.LAST_NAME_MISSING);
        }
        if (lastName.length() > NAME_MAX) {
            faults.add(AccountFault.LAST_NAME_TOO_LONG);
        }
        return faults;
    }
}
