package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.faults.Jobs;
import org.passerelle.faults.ProductProcess;
import org.passerelle.faults.Races;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/// Two nodes on one database, as behind a load balancer: this one and one in a process of its own.
/// That an event of a dead node is heard is shown by `UnheardEventsTest`; `bench/run faults` does
/// all of it twenty times at two nodes apart from this one.
@ProductTest
@Requirement("OPS-01")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // JUnit calls start first
class SeveralNodesTest {
    private static final int WRONG_PASSWORDS = 10;
    private static final int CROWD = 20;
    private static final Duration STUCK_AT_MOST = Duration.ofMinutes(2);

    @LocalServerPort int here;
    @Autowired People people;

    private ProductProcess node;
    private int there;
    private Races races;

    @BeforeAll
    void start(
            @Autowired ApplicationContext context,
            @Autowired Environment first,
            @TempDir Path folder) {
        node =
                ProductProcess.start(
                        folder.resolve("node.log"),
                        Stream.of("data-folder", "database.url")
                                .map(name -> "passerelle." + name)
                                .map(name -> "--" + name + "=" + first.getRequiredProperty(name))
                                .toList());
        there = node.port();
        races = new Races(context, here, there);
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
        races.atALimit(20);
    }

    @Test
    @Requirement({"ORD-04", "CAT-05"})
    void of_200_presses_at_once_at_two_nodes_each_piece_goes_to_one_and_no_more() {
        races.shelves().atStock(CROWD);
    }

    @Test
    @Requirement({"CAT-05", "VOU-05"})
    void of_many_who_want_one_of_a_few_codes_at_once_each_code_is_given_once() {
        races.shelves().onOnePool(CROWD);
    }

    @Test
    @Requirement("ORD-01")
    void one_key_used_200_times_is_one_order() {
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
        races.oneRedemption();
    }

    @Test
    @Requirement({"ORD-08", "PAY-01"})
    void money_that_comes_while_the_order_is_cancelled_is_kept_or_goes_back() {
        races.paidWhileCancelled(20);
    }

    /// The last of all: nothing is left of the other node.
    @Test
    @Order(Integer.MAX_VALUE)
    @Requirement("NOT-02")
    void a_node_killed_among_jobs_leaves_none_undone_and_none_done_twice(
            @Value("${passerelle.database.url}") String database) {
        var jobs = new Jobs(database);
        try {
            var planned = 0;
            do {
                jobs.plan(100);
                planned += 100;
                jobs.await(planned - 50, STUCK_AT_MOST);
            } while (jobs.nodes() < 2);
            node.kill();
            jobs.await(planned, STUCK_AT_MOST);

            jobs.assertEachOnce(planned);
        } finally {
            jobs.forget();
        }
    }

    private static int statusOfAccount(int port, String session) {
        var site = Site.visitor(port);
        return site.send(site.request("/account").header("Cookie", "session=" + session).build())
                .statusCode();
    }
}
