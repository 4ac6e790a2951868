package org.passerelle.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.security.As;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/// A product in service: there is no PayPal but the real one, and without an account none at all.
@ProductTest
@Requirement("PAY-03")
class NoSimulatorTest {
    private final MockMvcTester pages;

    NoSimulatorTest(@Autowired WebApplicationContext product) {
        this.pages = As.pages(product);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/demo/paypal",
                "/demo/paypal/checkoutnow?token=X",
                "/demo/paypal/api/v2/checkout/orders/X"
            })
    void outside_a_demo_the_simulator_has_no_pages(String address) {
        assertThat(pages.get().uri(address)).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/demo/paypal/api/v1/oauth2/token",
                "/demo/paypal/api/v2/checkout/orders",
                "/demo/paypal/api/v1/notifications/verify-webhook-signature"
            })
    void outside_a_demo_the_simulator_takes_no_calls(String address) {
        assertThat(pages.post().uri(address).content("{}")).hasStatus(404);
    }

    @Test
    void without_an_account_no_message_is_heard() {
        var message = "{\"id\":\"WH-1\",\"event_type\":\"PAYMENT.CAPTURE.COMPLETED\"}";

        assertThat(pages.post().uri("/webhooks/paypal/techsoup-ca").content(message))
                .hasStatus(404);
        assertThat(pages.post().uri("/webhooks/paypal/nowhere").content(message)).hasStatus(404);
    }
}
