package org.passerelle.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.passerelle.faults.Shopper.Button;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.ordering.IdempotencyKey;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.ordering.PlaceOutcome;
import org.passerelle.ordering.PlaceOutcome.Blocked;
import org.passerelle.ordering.PlaceOutcome.Placed;
import org.passerelle.ordering.Restriction;
import org.passerelle.pack.model.OfferId;
import org.passerelle.programme.Figure;
import org.passerelle.security.Site;
import org.passerelle.token.Look;
import org.passerelle.token.TokenFixture;
import org.passerelle.token.Tokens;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.TransientDataAccessException;

/// 200 at one instant at nodes in processes of their own, through pages and the interface for
/// machines: never one over, and nobody stuck. The `house` only prepares and reads the books, but
/// for the machines at a limit.
public final class Races {
    static final int TRIES = 200;

    private static final int LIMIT = 50; // licences in two years

    private final OrderingFixture house;
    private final TokenFixture tokenHouse;
    private final Tokens tokens;
    private final Nodes nodes;
    private final Shelves shelves;

    /// @param context of the product, on the database of the nodes
    /// @param ports of the nodes
    public Races(ApplicationContext context, int... ports) {
        this.house = context.getBean(OrderingFixture.class);
        this.tokenHouse = context.getAutowireCapableBeanFactory().createBean(TokenFixture.class);
        this.tokens = context.getBean(Tokens.class);
        this.nodes = new Nodes(house, context.getBean(People.class), ports);
        this.shelves = new Shelves(nodes);
    }

    /// One organisation, 50 licences in two years: people at the pages of all nodes while machines
    /// order for it at the house. Exactly 50 orders, in ledger and bills too.
    ///
    /// @param atPages of the 200
    public void atALimit(int atPages) {
        var shopper = nodes.shopper(house.qualified());
        var buyer = shopper.buyer();
        shopper.choose(nodes.port(0), WINDOWS);
        var first =
                IntStream.range(0, atPages)
                        .mapToObj(number -> shopper.look(nodes.port(number)).orElseThrow())
                        .toList();

        var orders =
                AtOnce.all(
                        TRIES,
                        number ->
                                number < atPages
                                        ? atPages(shopper, nodes.port(number), first.get(number))
                                        : asMachine(buyer));

        var placed = orders.stream().flatMap(List::stream).toList();
        assertThat(placed).hasSize(LIMIT).doesNotHaveDuplicates();
        assertThat(orders.subList(0, atPages)).anyMatch(some -> !some.isEmpty());
        nodes.assertLedgerIsOrders(buyer, LIMIT);
        assertThat(house.programmes.mayStillOrder(buyer.organisation()))
                .filteredOn(state -> state.of().contains(WINDOWS))
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.used()).isEqualTo(new Figure.Units(LIMIT));
                    assertThat(state.left()).isEqualTo(new Figure.Units(0));
                });
    }

    /// Presses, and goes on choosing and pressing until nothing is left to be ordered.
    private static List<Long> atPages(Shopper shopper, int port, Button first) {
        var orders = new ArrayList<Long>();
        var button = Optional.of(first);
        for (var again = 0; button.isPresent() && again < LIMIT; again++) {
            shopper.press(port, button.get()).ifPresent(orders::add);
            button = shopper.choose(port, WINDOWS);
        }
        return orders;
    }

    private List<Long> asMachine(Buyer buyer) {
        var outcome = place(buyer, IdempotencyKey.random(), WINDOWS, "1");
        if (outcome instanceof Placed(var order, _)) {
            return List.of(order.number().value());
        }
        assertThat(outcome).isInstanceOf(Blocked.class);
        assertThat(((Blocked) outcome).restrictions())
                .extracting(Restriction::code)
                .containsExactly(Restriction.Code.ALLOTMENT_EXCEEDED);
        return List.of();
    }

    /// Whoever finds no counter free, or waits too long at one, comes back with the same key.
    private PlaceOutcome place(Buyer buyer, IdempotencyKey key, OfferId offer, String units) {
        for (var again = 0; ; again++) {
            try {
                return house.ordering.placeDirectly(
                        buyer.actor(),
                        buyer.organisation(),
                        key,
                        List.of(house.line(offer, units)));
            } catch (TransientDataAccessException busy) {
                assertThat(again).as("came back: %s", busy).isLessThan(Browsing.COME_BACK);
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    /// A machine's key, 200 times: one order, and everybody is told which.
    public void oneKey() {
        var buyer = house.qualified();
        var key = IdempotencyKey.random();

        var outcomes = AtOnce.all(TRIES, _ -> place(buyer, key, WINDOWS, "2"));

        assertThat(outcomes).allMatch(Placed.class::isInstance);
        assertThat(outcomes).filteredOn(outcome -> !((Placed) outcome).again()).hasSize(1);
        assertThat(outcomes.stream().map(outcome -> ((Placed) outcome).order().number()).distinct())
                .hasSize(1);
        nodes.assertLedgerIsOrders(buyer, 1);
    }

    /// The button "order" of one page, pressed 200 times in the tabs of one session: one order, to
    /// which every press leads.
    public void oneFormOfThePortal() {
        var shopper = nodes.shopper(house.qualified());
        var button = shopper.choose(nodes.port(0), WINDOWS).orElseThrow();

        var numbers = AtOnce.all(TRIES, number -> shopper.press(nodes.port(number), button));

        var orders = house.ordering.history(shopper.buyer().organisation());
        assertThat(orders).hasSize(1);
        assertThat(numbers).containsOnly(Optional.of(orders.getFirst().number().value()));
        nodes.assertLedgerIsOrders(shopper.buyer(), 1);
    }

    /// A partner's machine redeems one token 200 times under one key: one redemption. Who is told
    /// to come back does so, as clients should, until all have the first answer byte for byte.
    public void oneRedemption() {
        var member = tokenHouse.qualified(TokenFixture.BUDGET_SMALL);
        var key = tokenHouse.key("google", "tokens:verify", "tokens:redeem");
        var body = "{\"token\": \"" + TokenFixture.code(tokenHouse.token(member)) + "\"}";
        var idempotencyKey = UUID.randomUUID().toString();
        var sites = IntStream.range(0, 2).mapToObj(at -> Site.visitor(nodes.port(at))).toList();

        var answers =
                AtOnce.all(
                        TRIES,
                        number ->
                                redeemed(
                                        sites.get(number % sites.size()),
                                        key.text(),
                                        idempotencyKey,
                                        body));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(tokens.looksAt(member.organisation(), TRIES))
                .extracting(Look::kind)
                .containsExactly(Look.Kind.REDEEM);
    }

    private static HttpResponse<String> redeemed(
            Site site, String key, String idempotencyKey, String body) {
        var answer = redeem(site, key, idempotencyKey, body);
        for (var again = 0; again < Browsing.COME_BACK && answer.statusCode() != 200; again++) {
            assertThat(answer.statusCode()).as(answer.body()).isIn(409, 503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            answer = redeem(site, key, idempotencyKey, body);
        }
        return answer;
    }

    private static HttpResponse<String> redeem(
            Site site, String key, String idempotencyKey, String body) {
        return site.send(
                site.request("/api/v1/tokens/redeem")
                        .header("Authorization", "Bearer " + key)
                        .header("Idempotency-Key", idempotencyKey)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    /// Staff records money at one node while the buyer cancels at the other: one of the two
    /// happened first, and the books say so. They used to wait for each other until one was thrown
    /// out.
    public void paidWhileCancelled(int orders) {
        var shopper = nodes.shopper(house.qualified());
        var buyer = shopper.buyer();
        var finance = nodes.staff(Role.FINANCE);
        var placed =
                IntStream.range(0, orders)
                        .mapToObj(_ -> house.placed(buyer, WINDOWS, "1"))
                        .toList();

        AtOnce.all(
                2 * orders,
                number -> {
                    var order = placed.get(number / 2);
                    return number % 2 == 0
                            ? finance.post(
                                    nodes.port(0),
                                    "/staff/orders/" + order.number() + "/payments",
                                    transfer(order))
                            : shopper.tabs()
                                    .post(
                                            nodes.port(1),
                                            "/orders/" + order.number() + "/cancel",
                                            Map.of("reason", "changed our mind"));
                });

        for (var order : placed) {
            var payable = house.payments.get(order.number().payable());
            assertThat(payable.received()).isEqualTo(order.total().gross());
            assertThat(payable.received().minus(payable.returned()).minus(payable.excess()))
                    .as("cancelled: nothing stays with us but what is to go back")
                    .isEqualTo(Money.zero(payable.amount().getCurrencyUnit()));
        }
        nodes.assertLedgerIsOrders(buyer, 0);
    }

    private static Map<String, String> transfer(Order order) {
        return Map.of(
                "amount",
                order.total().gross().getAmount().toPlainString(),
                "day",
                LocalDate.ofInstant(order.placedAt(), ZoneOffset.UTC).toString(),
                "reference",
                "bank " + order.number().key());
    }

    /// A crowd at stock and at a pool.
    public Shelves shelves() {
        return shelves;
    }

    /// One round of everything.
    ///
    /// @param organisations of the crowd
    public void all(int organisations) {
        atALimit(TRIES / 2);
        shelves.atStock(organisations);
        shelves.onOnePool(organisations);
        oneFormOfThePortal();
        oneRedemption();
        paidWhileCancelled(20);
    }
}
