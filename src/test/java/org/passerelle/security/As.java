package org.passerelle.security;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.passerelle.identity.Person;
import org.passerelle.identity.SignedIn;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// Pages without a browser: signs a person in to one MockMvc request, past the sign-in page:
/// `get("/cart").with(As.person(p))`.
public final class As {
    private As() {}

    /// The pages of the product behind its security, asked without a browser.
    public static MockMvcTester pages(WebApplicationContext product) {
        return MockMvcTester.create(
                MockMvcBuilders.webAppContextSetup(product).apply(springSecurity()).build());
    }

    /// Posts as a form does: the cookie and the hidden field hold the same token. (The test
    /// library's own way replaces the cookies of the whole shared context by sessions.)
    public static RequestPostProcessor form() {
        return request -> {
            var token = UUID.randomUUID().toString();
            request.setCookies(new Cookie("csrf", token));
            request.addParameter("_csrf", masked(token));
            return request;
        };
    }

    public static RequestPostProcessor person(Person person) {
        return authentication(new SignedInAuthentication(new SignedIn(person)));
    }

    /// The token as a page carries it: masked, here by zeros.
    private static String masked(String token) {
        var plain = token.getBytes(StandardCharsets.UTF_8);
        var both = Arrays.copyOf(new byte[plain.length], 2 * plain.length);
        System.arraycopy(plain, 0, both, plain.length, plain.length);
        return Base64.getUrlEncoder().encodeToString(both);
    }
}
