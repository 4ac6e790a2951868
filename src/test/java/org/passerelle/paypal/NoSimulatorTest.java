package org.passerelle.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.security.As;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A product in service: there is no PayPal but the real one, and without an account none at all.
@ProductTest
@Requirement("PAY-03")
class NoSimulatorTest {
    private static final String SIMULATOR = "org.passerelle.demo.paypal";

    private final WebApplicationContext product;
    private final MockMvcTester pages;

    NoSimulatorTest(@Autowired WebApplicationContext product) {
        this.product = product;
        this.pages = As.pages(product);
    }

    @Test
    void outside_a_demo_no_part_of_the_simulator_is_there_nor_any_route_to_it() {
        var parts =
                Arrays.stream(product.getBeanDefinitionNames())
                        .map(product::getType)
                        .filter(Objects::nonNull)
                        .map(Class::getName);
        var routes =
                product.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                        .map(route -> route.getKey() + " " + route.getValue().getBeanType())
                        .toList();

        assertThat(parts).noneMatch(name -> name.startsWith(SIMULATOR));
        assertThat(routes)
                .hasSizeGreaterThan(100)
                .noneMatch(route -> route.contains("/demo/paypal") || route.contains(SIMULATOR));
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
