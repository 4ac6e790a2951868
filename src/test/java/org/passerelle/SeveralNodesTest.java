package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
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

    private ConfigurableApplicationContext node;
    private int there;

    @BeforeAll
    void start(@Autowired Environment first) {
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

    private static int statusOfAccount(int port, String session) {
        var site = Site.visitor(port);
        return site.send(site.request("/account").header("Cookie", "session=" + session).build())
                .statusCode();
    }
}
