package org.passerelle.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Pack;

/// What stands in every pack of `packs/` that is complete, without any rule being decided.
class CommittedPacksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<Language> BOTH = List.of(Language.FR, Language.EN);

    @ParameterizedTest
    @ValueSource(strings = {"socialware-lu", "techsoup-ca"})
    @Requirement("CAT-01")
    void more_than_sixty_offers_are_on_sale_over_all_five_kinds(String name) {
        var onSale =
                CommittedPack.of(name).offers().values().stream()
                        .filter(offer -> offer.isOnSale(TODAY))
                        .toList();

        assertThat(onSale).hasSizeGreaterThanOrEqualTo(60);
        var byKind =
                onSale.stream().collect(Collectors.groupingBy(Offer::kind, Collectors.counting()));
        for (var kind : Offer.Kind.values()) {
            assertThat(byKind.getOrDefault(kind, 0L)).as(kind.code()).isGreaterThanOrEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socialware-lu", "techsoup-ca"})
    @Requirement({"CAT-01", "NOT-01"})
    void every_name_and_summary_stands_in_french_and_english(String name) {
        var pack = CommittedPack.of(name);
        for (var offer : pack.offers().values()) {
            for (var text : List.of(offer.title(), offer.summary())) {
                assertThat(text.texts())
                        .as(offer.id().value())
                        .containsKeys(Language.FR, Language.EN);
            }
            for (var language : BOTH) {
                assertThat(sentences(offer.summary().in(language)))
                        .as(offer.id() + " " + language)
                        .isGreaterThanOrEqualTo(2);
            }
            assertThat(offer.summary().in(Language.FR))
                    .as(offer.id().value())
                    .isNotEqualTo(offer.summary().in(Language.EN));
        }
        for (var programme : pack.programmes().values()) {
            assertThat(programme.summary().in(Language.FR))
                    .as(programme.id().value())
                    .isNotBlank()
                    .isNotEqualTo(programme.summary().in(Language.EN));
        }
    }

    /// @param formerToo whether offers that ended still have all their texts
    @ParameterizedTest
    @CsvSource({"socialware-lu, false", "techsoup-ca, true"})
    @Requirement({"CAT-03", "ORD-01"})
    void every_offer_has_its_conditions_description_requirements_and_usage_in_both_languages(
            String name, boolean formerToo) {
        var pack = CommittedPack.of(name);
        var texts = new PackTexts(pack);
        for (var offer : pack.offers().values()) {
            assertThat(offer.conditions()).as(offer.id().value()).isNotEmpty();
            if (formerToo || offer.isOnSale(TODAY)) {
                assertThat(offer.descriptionText()).as(offer.id().value()).isPresent();
                assertThat(offer.requirementsText()).as(offer.id().value()).isPresent();
                assertThat(offer.usageText()).as(offer.id().value()).isPresent();
            }
            PackTexts.of(offer).forEach(texts::assertInFrenchAndEnglish);
        }
        for (var partner : pack.partners().values()) {
            assertThat(partner.faqText()).as(partner.id().value()).isPresent();
            partner.faqText().ifPresent(texts::assertInFrenchAndEnglish);
        }
    }

    @ParameterizedTest
    @CsvSource({"socialware-lu, 8", "techsoup-ca, 30"})
    @Requirement({"CAT-04", "CAT-08"})
    void whoever_finds_an_offer_that_ended_is_led_to_one_on_sale(String name, int least) {
        var pack = CommittedPack.of(name);
        var ended = pack.offers().values().stream().filter(o -> !o.isOnSale(TODAY)).toList();

        assertThat(ended).hasSizeGreaterThanOrEqualTo(least);
        for (var offer : ended) {
            var last = last(pack, offer);
            var ways =
                    Stream.concat(
                            Stream.of(last),
                            last.alternatives().stream().flatMap(id -> pack.offer(id).stream()));
            assertThat(ways).as(offer.id().value()).anyMatch(way -> way.isOnSale(TODAY));
        }
    }

    /// An equivalency determination is one of a kind: nothing else is like it.
    @ParameterizedTest
    @CsvSource({"socialware-lu, ''", "techsoup-ca, ngosource-determination"})
    @Requirement("CAT-08")
    void every_offer_on_sale_names_another_that_is_on_sale(String name, String alone) {
        var pack = CommittedPack.of(name);
        var without =
                pack.offers().values().stream()
                        .filter(offer -> offer.isOnSale(TODAY))
                        .filter(offer -> alternatives(pack, offer).isEmpty())
                        .map(offer -> offer.id().value());

        assertThat(without).containsExactlyElementsOf(alone.isEmpty() ? List.of() : List.of(alone));
    }

    private static List<Offer> alternatives(Pack pack, Offer offer) {
        return offer.alternatives().stream()
                .flatMap(id -> pack.offer(id).stream())
                .filter(other -> other.isOnSale(TODAY))
                .toList();
    }

    private static Offer last(Pack pack, Offer offer) {
        var last = offer;
        var next = pack.successorOf(last.id());
        while (next.isPresent()) {
            last = next.get();
            next = pack.successorOf(last.id());
        }
        return last;
    }

    private static long sentences(String text) {
        return Stream.of(text.split("[.!?](\\s|$)")).filter(part -> !part.isBlank()).count();
    }
}
