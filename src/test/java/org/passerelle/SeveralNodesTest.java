package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.passerelle.faults.Races;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.security.Site;
import org.passerelle.token.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// Two nodes on one database, as behind a load balancer. That what falls due happens once among
/// several is shown by `DueRunTest`, that an event of a dead node is heard by `UnheardEventsTest`.
@ProductTest
@Requirement("OPS-01")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start first
class SeveralNodesTest {
    private static final int WRONG_PASSWORDS = 10;

    @LocalServerPort int here;
    @Autowired People people;
    @Autowired Tokens tokens;

    private ConfigurableApplicationContext node;
    private int there;
    private Races races;

    @BeforeAll
    void start(@Autowired ApplicationContext context, @Autowired Environment first) {
        node =
                new SpringApplicationBuilder(Passerelle.class)
                        .run(
                                "--server.port=0",
                                "--passerelle.demo=false",
                                "--passerelle.data-folder="
                                        + first.getRequiredProperty("passerelle.data-folder"),
                                "--passerelle.database.url="
                                        + first.getRequiredProperty("passerelle.database.url"));
        there = node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        races = new Races(context, node);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void who_signed_in_at_one_node_is_known_at_the_other_and_signed_out_at_both() {
        var site = Site.signedIn(here, Accounts.member(people));
        var session = site.cookie("session");

        assertThat(statusOfAccount(there, session)).isEqualTo(200);
        site.postFrom("/account", "/sign-out", Map.of());
        assertThat(statusOfAccount(there, session)).isEqualTo(303);
    }

    @Test
    void wrong_passwords_are_counted_over_both_nodes() {
        var person = Accounts.member(people);
        for (var count = 0; count < WRONG_PASSWORDS; count++) {
            var site = Site.visitor(count % 2 == 0 ? here : there);
            assertThat(site.signIn(person.username(), "not this one").statusCode())
                    .isNotEqualTo(429);
        }

        for (var port : new int[] {here, there}) {
            var answer = Site.visitor(port).signIn(person.username(), Accounts.PASSWORD);
            assertThat(answer.statusCode()).isEqualTo(429);
        }
    }

    @Test
    @Requirement("ORD-04")
    void of_200_orders_at_once_at_two_nodes_against_a_limit_of_50_exactly_50_are_placed() {
        races.atALimit();
    }

    @Test
    @Requirement({"ORD-04", "CAT-05"})
    void of_200_orders_at_once_at_two_nodes_of_50_pieces_exactly_50_get_one() {
        races.atStock();
    }

    @Test
    @Requirement({"CAT-05", "VOU-05"})
    void of_200_who_want_one_of_50_codes_at_once_50_get_one_and_no_code_is_given_twice() {
        races.onOnePool();
    }

    @Test
    @Requirement("ORD-01")
    void one_key_used_200_times_at_two_nodes_is_one_order() {
        races.oneKey();
    }

    @Test
    @Requirement("ORD-01")
    void the_button_of_one_page_pressed_200_times_at_two_nodes_is_one_order() {
        races.oneFormOfThePortal();
    }

    @Test
    @Requirement({"TOK-06", "OPS-03"})
    void a_token_redeemed_200_times_under_one_key_is_redeemed_once() {
        races.oneRedemption(tokens);
    }

    @Test
    @Requirement({"ORD-08", "PAY-01"})
    void money_that_comes_while_the_order_is_cancelled_is_kept_or_goes_back() {
        races.paidWhileCancelled(20);
    }

    private static int statusOfAccount(int port, String session) {
        var site = Site.visitor(port);
        return site.send(site.request("/account").header("Cookie", "session=" + session).build())
                .statusCode();
    }
}
