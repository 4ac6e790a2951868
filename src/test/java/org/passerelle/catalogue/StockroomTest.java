package org.passerelle.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
@Requirement({"CAT-05", "ORD-04", "VOU-05"})
class StockroomTest {
    private static final OfficeId OFFICE = OfficeId.of("socialware-lu");
    private static final Actor STAFF = new Actor.Staff(PersonId.random(), "Stock");

    private final Stockroom stockroom;
    private final TransactionTemplate transaction;
    private final DSLContext db;
    private final Offer counted;
    private final Offer pooled;
    private final String pool;

    StockroomTest(
            @Autowired Stockroom stockroom,
            @Autowired PlatformTransactionManager transactions,
            @Autowired DSLContext db,
            @Autowired Packs packs) {
        this.stockroom = stockroom;
        this.transaction = new TransactionTemplate(transactions);
        this.db = db;
        var offers = packs.get(OFFICE).offers().values();
        this.counted =
                offers.stream()
                        .filter(offer -> offer.stock() instanceof Offer.Stock.Counted)
                        .findFirst()
                        .orElseThrow();
        this.pooled =
                offers.stream()
                        .filter(offer -> offer.stock() instanceof Offer.Stock.CodePool)
                        .findFirst()
                        .orElseThrow();
        this.pool = ((Offer.Stock.CodePool) pooled.stock()).pool();
    }

    private static String cause() {
        return "order test/" + UUID.randomUUID() + "/1";
    }

    private StockLevel level() {
        return stockroom.levels(OFFICE).stream()
                .filter(level -> level.offer().equals(counted.id()))
                .findFirst()
                .orElseThrow();
    }

    /// Sets the shelf so that exactly `units` are free.
    private void free(long units) {
        stockroom.count(STAFF, OFFICE, counted.id(), level().held() + units, "test");
    }

    private StockOutcome hold(Offer offer, long units, String cause) {
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> {
                    var outcome =
                            stockroom.hold(
                                    OFFICE,
                                    List.of(new Stockroom.Wanted(offer.id(), units, cause)),
                                    STAFF);
                    if (outcome instanceof StockOutcome.Short) {
                        status.setRollbackOnly();
                    }
                    return outcome;
                }));
    }

    private List<StockOutcome> holdAtOnce(Offer offer, int buyers) throws Exception {
        var outcomes = new ArrayList<StockOutcome>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Callable<StockOutcome>>();
            for (var i = 0; i < buyers; i++) {
                tries.add(() -> hold(offer, 1, cause()));
            }
            for (var done : threads.invokeAll(tries)) {
                outcomes.add(done.get());
            }
        }
        return outcomes;
    }

    @Test
    void of_64_buyers_at_once_of_50_pieces_exactly_50_get_one() throws Exception {
        free(50);
        var heldBefore = level().held();

        var outcomes = holdAtOnce(counted, 64);

        assertThat(outcomes).filteredOn(StockOutcome.Held.class::isInstance).hasSize(50);
        assertThat(level().held() - heldBefore).isEqualTo(50);
        assertThat(level().available()).isZero();
    }

    @Test
    void of_64_buyers_at_once_of_50_codes_exactly_50_hold_one_and_no_code_is_given_twice()
            throws Exception {
        stockroom.importCodes(STAFF, OFFICE, pool, codes(50));
        var free = stockroom.available(OFFICE, pooled);
        var surplus = ((Availability.Counted) free).units() - 50;
        if (surplus > 0) {
            hold(pooled, surplus, cause());
        }
        var causes = new ArrayList<String>();
        var outcomes = new ArrayList<StockOutcome>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Callable<StockOutcome>>();
            for (var i = 0; i < 64; i++) {
                var cause = cause();
                causes.add(cause);
                tries.add(() -> hold(pooled, 1, cause));
            }
            for (var done : threads.invokeAll(tries)) {
                outcomes.add(done.get());
            }
        }

        assertThat(outcomes).filteredOn(StockOutcome.Held.class::isInstance).hasSize(50);
        var given = new ArrayList<String>();
        causes.forEach(cause ->
                stockroom.giveCodes(OFFICE, cause).forEach(code -> given.add(code.code())));
        assertThat(given).hasSize(50).doesNotHaveDuplicates();
        assertThat(new HashSet<>(given)).hasSize(50);
    }

    private static String codes(int number) {
        var codes = new StringBuilder("code;expires\n");
        for (var i = 0; i < number; i++) {
            codes.append("T-").append(UUID.randomUUID()).append(";2099-12-31\n");
        }
        return codes.toString();
    }

    @Test
    void what_is_released_can_be_held_again_and_what_is_taken_is_gone() {
        free(3);
        var onHand = level().onHand();
        var released = cause();
        var taken = cause();
        hold(counted, 2, released);
        hold(counted, 1, taken);
        assertThat(level().available()).isZero();

        stockroom.release(OFFICE, released, STAFF);
        stockroom.release(OFFICE, released, STAFF);
        stockroom.take(OFFICE, taken, STAFF);
        stockroom.take(OFFICE, taken, STAFF);

        assertThat(level().available()).isEqualTo(2);
        assertThat(level().onHand()).isEqualTo(onHand - 1);
    }

    @Test
    void more_than_there_is_holds_nothing_and_says_how_many_there_are() {
        free(2);

        assertThat(hold(counted, 3, cause()))
                .isEqualTo(
                        new StockOutcome.Short(
                                List.of(new StockOutcome.Shortage(counted.id(), 3, 2))));
        assertThat(level().available()).isEqualTo(2);
    }

    @Test
    void a_count_below_what_orders_hold_is_refused_by_face_and_database() {
        free(1);
        hold(counted, 1, cause());
        var held = level().held();

        assertThat(stockroom.count(STAFF, OFFICE, counted.id(), held - 1, "test"))
                .isEqualTo(new StockChange.BelowHeld(held));
        assertThatThrownBy(() ->
                        db.execute(
                                "insert into catalogue.stock_movement"
                                        + " (office, offer, kind, on_hand, held, cause, at,"
                                        + " by) values ({0}, {1}, 'COUNTED', -1, 0, 'x',"
                                        + " now(), 'x')",
                                OFFICE.value(), counted.id().value()))
                .hasMessageContaining("would be -1");
    }

    @Test
    void codes_are_sealed_in_the_table_and_known_ones_are_not_added_again() {
        var secret = "SECRET-" + UUID.randomUUID();
        var first = stockroom.importCodes(STAFF, OFFICE, "test pool", secret);

        assertThat(first).isEqualTo(new ImportOutcome.Imported(1, 0));
        assertThat(stockroom.importCodes(STAFF, OFFICE, "test pool", secret))
                .isEqualTo(new ImportOutcome.Imported(0, 1));
        var rows = db.fetch("select sealed from catalogue.code where pool = 'test pool'");
        assertThat(rows.getValues("sealed", byte[].class))
                .allSatisfy(bytes -> assertThat(new String(bytes)).doesNotContain(secret));
    }

    @Test
    void a_code_past_its_last_day_is_not_held() {
        var before = ((Availability.Counted) stockroom.available(OFFICE, pooled)).units();
        stockroom.importCodes(STAFF, OFFICE, pool, "OLD-" + UUID.randomUUID() + ";2001-01-01");

        assertThat(stockroom.available(OFFICE, pooled)).isEqualTo(new Availability.Counted(before));
    }

    @Test
    void a_list_with_a_fault_writes_nothing() {
        var good = "GOOD-" + UUID.randomUUID();

        assertThat(stockroom.importCodes(STAFF, OFFICE, "test pool", good + "\nX;never"))
                .isInstanceOf(ImportOutcome.Refused.class);
        assertThat(stockroom.importCodes(STAFF, OFFICE, "test pool", good))
                .isEqualTo(new ImportOutcome.Imported(1, 0));
    }
}
