package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What no keyboard types is refused as the caller's fault, never as ours.
@ProductTest
@Requirement({"ACC-01", "OPS-01"})
class ImpossibleInputTest {
    @LocalServerPort int port;
    @Autowired People people;

    @ParameterizedTest
    @ValueSource(
            strings = {"/catalogue?q=%00", "/staff/messages?text=%00", "/staff/orders?text=%00"})
    void a_nul_in_a_field_is_a_bad_request(String path) {
        var site = Site.signedIn(port, Accounts.staff(people, Role.ADMINISTRATOR));
        assertThat(site.get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void a_nul_that_is_posted_is_a_bad_request() {
        var answer =
                Site.visitor(port)
                        .postFrom("/sign-in", "/sign-in", Map.of("login", "a\0b", "password", "x"));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/staff/messages",
                "/staff/people",
                "/staff/orders",
                "/staff/audit",
                "/staff/cases",
                "/staff/organisations",
                "/staff/payments",
                "/staff/ledger",
                "/staff/bank",
                "/staff/invoices",
                "/catalogue",
                "/orders",
                "/messages"
            })
    void a_page_that_no_list_has_is_an_empty_one(String path) {
        var site = Site.signedIn(port, Accounts.staff(people, Role.ADMINISTRATOR));
        for (var page : new String[] {"2147483647", "-2147483648", "0"}) {
            assertThat(site.get(path + "?page=" + page).statusCode())
                    .as(path + " page " + page)
                    .isLessThan(500);
        }
    }
}
