package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.passerelle.InstalledSettings;
import org.passerelle.Requirement;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// Letters hold links that open accounts: only a demo shows them to everybody.
@Requirement({"NOT-01", "ACC-02"})
class DevelopmentMailboxTest {

    @Test
    void it_is_closed_outside_a_demo_whether_or_not_there_is_a_mail_server() {
        assertThat(setting(Map.of("passerelle.demo", "false"))).isEqualTo("false");
        assertThat(setting(Map.of())).as("the demo's").isEqualTo("true");
        assertThat(
                        setting(
                                Map.of(
                                        "passerelle.demo",
                                        "false",
                                        "passerelle.development-mailbox",
                                        "true")))
                .isEqualTo("true");
    }

    @Test
    void a_closed_one_is_closed_to_everybody() {
        assertThat(isGranted(new DevelopmentMailbox(false))).isFalse();
        assertThat(isGranted(new DevelopmentMailbox(true))).isTrue();
    }

    private static boolean isGranted(DevelopmentMailbox mailbox) {
        Supplier<org.springframework.security.core.Authentication> administrator =
                () ->
                        new org.springframework.security.authentication.TestingAuthenticationToken(
                                "admin", "", "ROLE_ADMINISTRATOR");
        var request = new RequestAuthorizationContext(new MockHttpServletRequest());
        return mailbox.authorize(administrator, request).isGranted();
    }

    private static String setting(Map<String, Object> given) {
        return InstalledSettings.with(given).getRequiredProperty("passerelle.development-mailbox");
    }
}
