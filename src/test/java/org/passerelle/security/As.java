package org.passerelle.security;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import org.passerelle.identity.Person;
import org.passerelle.identity.SignedIn;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Signs a person in to one MockMvc request, past the sign-in page:
/// `get("/cart").with(As.person(p))`.
public final class As {
    private As() {}

    public static RequestPostProcessor person(Person person) {
        return authentication(new SignedInAuthentication(new SignedIn(person)));
    }
}
