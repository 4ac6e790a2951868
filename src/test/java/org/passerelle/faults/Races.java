package org.passerelle.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.LAPTOP;
import static org.passerelle.ordering.OrderingFixture.OFFICE;
import static org.passerelle.ordering.OrderingFixture.STAFF;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.passerelle.catalogue.Availability;
import org.passerelle.catalogue.GivenCode;
import org.passerelle.catalogue.StockLevel;
import org.passerelle.catalogue.StockOutcome;
import org.passerelle.catalogue.Stockroom;
import org.passerelle.ordering.Cart;
import org.passerelle.ordering.IdempotencyKey;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.ordering.PlaceOutcome;
import org.passerelle.ordering.PlaceOutcome.Blocked;
import org.passerelle.ordering.PlaceOutcome.Placed;
import org.passerelle.ordering.Restriction;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.programme.Figure;
import org.passerelle.programme.History;
import org.passerelle.security.Site;
import org.passerelle.token.Look;
import org.passerelle.token.TokenFixture;
import org.passerelle.token.Tokens;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 200 at one instant, half of them at each of two nodes: never one over, and nobody stuck.
public final class Races {
    static final int TRIES = 200;

    /// How often somebody comes back when told to before the test says that they are stuck.
    private static final int COME_BACK = 20;

    private static final int THERE_ARE = 50;
    private static final OfferId POOLED = OfferId.of("zoom-meetings-1y");
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    private final List<Node> nodes;

    /// @param contexts of the product, all on one database
    public Races(ApplicationContext... contexts) {
        this.nodes = Arrays.stream(contexts).map(Node::of).toList();
    }

    private record Node(
            OrderingFixture house, TransactionTemplate transaction, TokenFixture tokens, int port) {
        static Node of(ApplicationContext context) {
            return new Node(
                    context.getBean(OrderingFixture.class),
                    new TransactionTemplate(context.getBean(PlatformTransactionManager.class)),
                    context.getAutowireCapableBeanFactory().createBean(TokenFixture.class),
                    context.getBean(Environment.class)
                            .getRequiredProperty("local.server.port", Integer.class));
        }
    }

    private Node node(int number) {
        return nodes.get(number % nodes.size());
    }

    private OrderingFixture house() {
        return nodes.getFirst().house();
    }

    private static PlaceOutcome oneOf(Node node, OfferId offer, Buyer buyer) {
        return place(node, buyer, IdempotencyKey.random(), List.of(node.house().line(offer, "1")));
    }

    /// Whoever finds no counter free, or waits too long at one, comes back with the same key, as
    /// pages and API tell them to. Two that wait for each other would be a fault.
    private static PlaceOutcome place(
            Node node, Buyer buyer, IdempotencyKey key, List<Cart.Line> lines) {
        for (var again = 0; ; again++) {
            try {
                return node.house()
                        .ordering
                        .placeDirectly(buyer.actor(), buyer.organisation(), key, lines);
            } catch (TransientDataAccessException busy) {
                assertThat(NestedExceptionUtils.getMostSpecificCause(busy))
                        .hasMessageNotContaining("deadlock");
                assertThat(again).as("came back: %s", busy).isLessThan(COME_BACK);
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    private static void assertBlocked(List<PlaceOutcome> outcomes, Restriction.Code... codes) {
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof Placed))
                .hasSize(TRIES - THERE_ARE)
                .allSatisfy(outcome -> {
                    assertThat(outcome).isInstanceOf(Blocked.class);
                    assertThat(((Blocked) outcome).restrictions())
                            .extracting(Restriction::code)
                            .containsExactly(codes);
                });
    }

    /// One organisation, 50 licences in two years: exactly 50 orders, in ledger and bills too.
    public void atALimit() {
        var buyer = house().qualified();

        var outcomes = AtOnce.all(TRIES, number -> oneOf(node(number), WINDOWS, buyer));

        assertThat(outcomes).filteredOn(Placed.class::isInstance).hasSize(THERE_ARE);
        assertBlocked(outcomes, Restriction.Code.ALLOTMENT_EXCEEDED);
        assertLedgerIsOrders(buyer, THERE_ARE);
        assertThat(house().programmes.mayStillOrder(buyer.organisation()))
                .filteredOn(state -> state.of().contains(WINDOWS))
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.used()).isEqualTo(new Figure.Units(THERE_ARE));
                    assertThat(state.left()).isEqualTo(new Figure.Units(0));
                });
    }

    private void assertLedgerIsOrders(Buyer buyer, int count) {
        var orders = house().ordering.history(buyer.organisation());
        assertThat(orders).hasSize(count);
        assertThat(house().programmes.historyOf(buyer.organisation()).counted())
                .extracting(History.Line::order)
                .containsExactlyInAnyOrderElementsOf(
                        orders.stream().map(order -> order.number().key()).toList());
        assertThat(house().payments.ofOrganisation(buyer.organisation())).hasSize(count);
    }

    /// 20 organisations, 50 laptops: exactly 50 are held, and who got none holds nothing.
    public void atStock() {
        var buyers = IntStream.range(0, 20).mapToObj(_ -> house().qualified()).toList();
        var before = laptops().held();
        house().stockroom.count(STAFF, OFFICE, LAPTOP, before + THERE_ARE, "test");

        var outcomes =
                AtOnce.all(TRIES, number -> oneOf(node(number), LAPTOP, buyers.get(number % 20)));

        assertThat(outcomes).filteredOn(Placed.class::isInstance).hasSize(THERE_ARE);
        assertBlocked(outcomes, Restriction.Code.OUT_OF_STOCK);
        assertThat(laptops().held() - before).isEqualTo(THERE_ARE);
        assertThat(laptops().available()).isZero();
        for (var buyer : buyers) {
            assertLedgerIsOrders(buyer, house().ordering.history(buyer.organisation()).size());
        }
        assertThat(buyers.stream().mapToInt(this::ordersOf).sum()).isEqualTo(THERE_ARE);
    }

    private int ordersOf(Buyer buyer) {
        return house().ordering.history(buyer.organisation()).size();
    }

    private StockLevel laptops() {
        return house().stockroom.levels(OFFICE).stream()
                .filter(level -> level.offer().equals(LAPTOP))
                .findFirst()
                .orElseThrow();
    }

    /// One pool of 50 codes: 50 lines hold one each, and no code is given twice.
    public void onOnePool() {
        var offer = house().offer(POOLED);
        var pool = ((Offer.Stock.CodePool) offer.stock()).pool();
        takeAllThatIsFree(offer);
        house().stockroom.importCodes(STAFF, OFFICE, pool, codes());

        var given = AtOnce.all(TRIES, number -> holdAndGive(node(number)));

        assertThat(given).filteredOn(codes -> !codes.isEmpty()).hasSize(THERE_ARE);
        assertThat(given.stream().flatMap(List::stream).map(GivenCode::code))
                .hasSize(THERE_ARE)
                .doesNotHaveDuplicates();
        assertThat(house().stockroom.available(OFFICE, offer))
                .isEqualTo(new Availability.Counted(0));
    }

    private static List<GivenCode> holdAndGive(Node node) {
        var cause = "race/" + UUID.randomUUID() + "/1";
        return hold(node, 1, cause) ? node.house().stockroom.giveCodes(OFFICE, cause) : List.of();
    }

    private static boolean hold(Node node, long units, String cause) {
        return Boolean.TRUE.equals(
                node.transaction()
                        .execute(status -> {
                            var wanted = new Stockroom.Wanted(POOLED, units, cause);
                            var outcome =
                                    node.house().stockroom.hold(OFFICE, List.of(wanted), STAFF);
                            if (outcome instanceof StockOutcome.Held) {
                                return true;
                            }
                            status.setRollbackOnly();
                            return false;
                        }));
    }

    private void takeAllThatIsFree(Offer offer) {
        var free = ((Availability.Counted) house().stockroom.available(OFFICE, offer)).units();
        if (free > 0) {
            assertThat(hold(nodes.getFirst(), free, "race/" + UUID.randomUUID() + "/1")).isTrue();
        }
    }

    private static String codes() {
        var codes = new StringBuilder("code;expires\n");
        for (var i = 0; i < THERE_ARE; i++) {
            codes.append("R-").append(UUID.randomUUID()).append(";2099-12-31\n");
        }
        return codes.toString();
    }

    /// A machine's key, 200 times: one order, and everybody is told which.
    public void oneKey() {
        var buyer = house().qualified();
        var key = IdempotencyKey.random();
        var lines = List.of(house().line(WINDOWS, "2"));

        var outcomes = AtOnce.all(TRIES, number -> place(node(number), buyer, key, lines));

        assertThat(outcomes).allMatch(Placed.class::isInstance);
        assertThat(outcomes).filteredOn(outcome -> !((Placed) outcome).again()).hasSize(1);
        assertLedgerIsOrders(buyer, 1);
        assertThat(outcomes.stream().map(outcome -> ((Placed) outcome).order().number()))
                .containsOnly(only(buyer).number());
    }

    private Order only(Buyer buyer) {
        var orders = house().ordering.history(buyer.organisation());
        assertThat(orders).hasSize(1);
        return orders.getFirst();
    }

    /// The button "order" of one page, pressed 200 times in the tabs of one session: one order, to
    /// which every press leads.
    public void oneFormOfThePortal() {
        var buyer = house().qualified();
        house().fill(buyer, WINDOWS, "2");
        var site = Site.signedIn(nodes.getFirst().port(), buyer.holder());
        var page = site.get("/cart/review").body();
        var form =
                Map.of(
                        "key", found(KEY, page),
                        "seen", found(SEEN, page),
                        "_csrf", Site.csrfOf(page));
        var cookies = site.cookies();

        var answers =
                AtOnce.all(
                        TRIES, number -> press(Site.visitor(node(number).port()), cookies, form));

        var number = only(buyer).number();
        assertThat(answers)
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(302);
                    assertThat(Site.location(answer)).isEqualTo("/orders/" + number + "/placed");
                });
        assertLedgerIsOrders(buyer, 1);
    }

    private static HttpResponse<String> press(Site site, String cookies, Map<String, String> form) {
        return site.send(
                site.request("/cart/place")
                        .header("Cookie", cookies)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(Site.encoded(form)))
                        .build());
    }

    private static String found(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as(pattern + " in " + page).isTrue();
        return found.group(1);
    }

    /// A partner's machine redeems one token 200 times under one key: one redemption. Who is told
    /// to come back does so, as clients should, until all have the first answer byte for byte.
    public void oneRedemption(Tokens tokens) {
        var fixture = nodes.getFirst().tokens();
        var member = fixture.qualified(TokenFixture.BUDGET_SMALL);
        var key = fixture.key("google", "tokens:verify", "tokens:redeem");
        var body = "{\"token\": \"" + TokenFixture.code(fixture.token(member)) + "\"}";
        var idempotencyKey = UUID.randomUUID().toString();

        var answers =
                AtOnce.all(
                        TRIES,
                        number ->
                                redeemed(
                                        Site.visitor(node(number).port()),
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
        for (var again = 0; again < COME_BACK && answer.statusCode() != 200; again++) {
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

    /// Money comes in at one node while the buyer cancels at the other: one of the two happened
    /// first, and the books say so. They used to wait for each other until one was thrown out.
    public void paidWhileCancelled(int orders) {
        var placed = new ArrayList<Order>();
        var buyer = house().qualified();
        for (var i = 0; i < orders; i++) {
            placed.add(house().placed(buyer, WINDOWS, "1"));
        }

        AtOnce.all(
                2 * orders,
                number -> {
                    var order = placed.get(number / 2);
                    if (number % 2 == 0) {
                        nodes.getFirst().house().pay(order);
                    } else {
                        node(1).house()
                                .ordering
                                .cancel(buyer.actor(), order.number(), "changed our mind");
                    }
                    return true;
                });

        for (var order : placed) {
            var payable = house().payments.get(order.number().payable());
            assertThat(payable.received().minus(payable.returned()).minus(payable.excess()))
                    .as("cancelled: nothing stays with us but what is to go back")
                    .isEqualTo(org.joda.money.Money.zero(payable.amount().getCurrencyUnit()));
        }
        assertThat(house().programmes.historyOf(buyer.organisation()).counted()).isEmpty();
    }

    /// One round of everything.
    public void all(Tokens tokens) {
        atALimit();
        atStock();
        onOnePool();
        oneKey();
        oneFormOfThePortal();
        oneRedemption(tokens);
        paidWhileCancelled(20);
    }
}
