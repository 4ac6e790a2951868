package org.passerelle.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.pack.model.Duration;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.Pack;

/// What stands in `packs/techsoup-ca`, without any rule being decided.
class TechsoupPackTest {
    private static final Pack PACK = CommittedPack.of("techsoup-ca");

    /// The text is of 2017; the office goes on.
    private static final LocalDate THEN = LocalDate.of(2017, 9, 12);

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Duration EIGHT_WEEKS = new Duration(8, Duration.Unit.WEEKS);

    /// Every partner that the text names had something to give when it was written, and still has.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "adobe",
                "autodesk",
                "bitdefender",
                "box",
                "cdi",
                "cisco",
                "getgo",
                "google",
                "intuit",
                "microsoft",
                "ngosource",
                "readytalk",
                "sumac",
                "symantec",
                "tableau"
            })
    @Requirement("CAT-01")
    void every_partner_of_the_text_gives_something_then_and_now(String partner) {
        for (var day : List.of(THEN, TODAY)) {
            assertThat(PACK.offers().values())
                    .as(partner + " on " + day)
                    .anyMatch(offer ->
                            offer.isOnSale(day)
                                    && PACK.programme(offer.programme())
                                            .orElseThrow()
                                            .partner()
                                            .value()
                                            .equals(partner));
        }
    }

    /// 3.7
    @Test
    @Requirement("ORD-12")
    void what_is_given_is_for_the_organisation_alone() {
        for (var offer : PACK.offers().values()) {
            if (offer.kind() != Offer.Kind.VALIDATION && offer.kind() != Offer.Kind.DISCOUNT) {
                var said = new PackTexts(PACK).conditions(offer, Language.FR);
                assertThat(said).as(offer.id().value()).contains("pour votre organisme seul");
            }
        }
    }

    /// 4.5: nobody pays for being a member or for a token.
    @Test
    @Requirement("CAT-06")
    void a_validation_is_free_and_all_else_but_added_licences_has_a_fee() {
        for (var offer : PACK.offers().values()) {
            var free = offer.fees().stream().allMatch(fee -> fee.amount().isZero());
            assertThat(free)
                    .as(offer.id().value())
                    .isEqualTo(
                            offer.kind() == Offer.Kind.VALIDATION
                                    || offer.id().value().endsWith("-licences"));
        }
    }

    /// 3.2: also after a fee has risen.
    @Test
    @Requirement("CAT-06")
    void each_fee_of_a_donation_saves_80_to_95_per_cent() {
        for (var offer : PACK.offers().values()) {
            if (offer.kind() == Offer.Kind.DONATION) {
                for (var fee : offer.fees()) {
                    assertThat(
                                    fee.amount().getAmount().doubleValue()
                                            / offer.marketValue()
                                                    .orElseThrow()
                                                    .getAmount()
                                                    .doubleValue())
                            .as(offer.id() + " from " + fee.from())
                            .isBetween(0.05, 0.20);
                }
            }
        }
    }

    /// 3.3: on the day a title ends, the one after it is there.
    @Test
    @Requirement("CAT-04")
    void what_succeeds_begins_when_the_former_ends() {
        for (var offer : PACK.offers().values()) {
            for (var former : offer.succeeds()) {
                var before = PACK.offer(former).orElseThrow();
                var until = before.onSaleUntil().orElseThrow();
                assertThat(offer.isOnSale(until.plusDays(1))).as(offer.id().value()).isTrue();
                assertThat(before.isOnSale(until.plusDays(1))).as(former.value()).isFalse();
            }
        }
    }

    /// 6.1, 6.5
    @Test
    @Requirement("ORD-06")
    void software_comes_within_three_business_days_and_hardware_within_eight_weeks() {
        for (var offer : PACK.offers().values()) {
            var cisco = offer.programme().value().equals("cisco-donation");
            var promised =
                    switch (offer.kind()) {
                        case HARDWARE -> EIGHT_WEEKS;
                        case VALIDATION -> new Duration(1, Duration.Unit.BUSINESS_DAYS);
                        case DONATION, DISCOUNT, REDUCED_PRICE ->
                                cisco ? EIGHT_WEEKS : new Duration(3, Duration.Unit.BUSINESS_DAYS);
                    };
            assertThat(offer.delivery().orElseThrow().within())
                    .as(offer.id().value())
                    .isEqualTo(promised);
        }
    }

    /// 3.6: parcels of the computer partner are counted, codes come from a pool.
    @Test
    @Requirement("CAT-05")
    void stock_is_real() {
        assertThat(PACK.offers().values())
                .filteredOn(offer -> offer.programme().value().equals("cdi-refurbished"))
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(
                        offer -> assertThat(offer.stock()).isInstanceOf(Offer.Stock.Counted.class));
        assertThat(PACK.offer(OfferId.of("zoom-meetings-1y")).orElseThrow().stock())
                .isInstanceOf(Offer.Stock.CodePool.class);
    }

    /// 7.1, 7.2
    @Test
    @Requirement("HLP-02")
    void whoever_needs_help_or_has_an_idea_has_a_form() {
        assertThat(PACK.request("help").orElseThrow().fields().keySet())
                .containsExactly("order", "trouble");
        assertThat(PACK.request("propose").orElseThrow().fields().keySet())
                .containsExactly("subject", "day", "email");
    }

    /// A limit on servers is no limit on Office, and its page does not say so.
    @ParameterizedTest
    @CsvSource({
        "office-standard-2016, 1", "windows-server-2016, 2", "sql-server-2016, 2",
        "zoom-pro-licences, 1", "cisco-router, 1", "gotomeeting, 0"
    })
    @Requirement("CAT-03")
    void only_the_allotments_of_an_offer_concern_it(String offer, int count) {
        var id = OfferId.of(offer);
        var programme = PACK.programme(PACK.offer(id).orElseThrow().programme()).orElseThrow();

        assertThat(programme.versions().getLast().allotments())
                .filteredOn(allotment -> allotment.concerns(id))
                .hasSize(count);
    }
}
