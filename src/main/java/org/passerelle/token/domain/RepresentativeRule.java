package org.passerelle.token.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.passerelle.token.Representative;
import org.passerelle.token.TokenFault;

/// What must be said of the person a token is for (TOK-02).
public final class RepresentativeRule {
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]+\\.[^@\\s.]{2,}");
    private static final int NAME_MAX = 80;
    private static final int EMAIL_MAX = 254;

    private RepresentativeRule() {}

    public static Representative trimmed(Representative typed) {
        return new Representative(
                typed.firstName().strip(), typed.lastName().strip(), typed.email().strip());
    }

    public static List<TokenFault> check(Representative person) {
        var faults = new ArrayList<TokenFault>();
        if (person.firstName().isEmpty()) {
            faults.add(TokenFault.FIRST_NAME_MISSING);
        }
        if (person.lastName().isEmpty()) {
            faults.add(TokenFault.LAST_NAME_MISSING);
        }
        if (person.firstName().length() > NAME_MAX || person.lastName().length() > NAME_MAX) {
            faults.add(TokenFault.TOO_LONG);
        }
        if (person.email().length() > EMAIL_MAX || !EMAIL.matcher(person.email()).matches()) {
            faults.add(TokenFault.EMAIL_MALFORMED);
        }
        return faults;
    }
}
