package org.passerelle.identity;

import java.util.ArrayList;
import java.util.List;

/// What anybody would try first about a person: no password may be made of it.
final class PersonalWords {
    private static final String PRODUCT = "passerelle";

    private PersonalWords() {}

    static List<String> of(Person person) {
        return of(person.username(), person.email(), person.firstName(), person.lastName());
    }

    static List<String> of(String username, String email, String firstName, String lastName) {
        var words = new ArrayList<>(List.of(PRODUCT, username, email, firstName, lastName));
        for (var part : email.split("[@.]")) {
            words.add(part);
        }
        return words;
    }
}
