package org.passerelle.portal.identity;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.pack.PackNames;
import org.passerelle.pack.model.Pack;
import org.passerelle.packs.CommittedPack;
import org.passerelle.privacy.PersonalData.Section;
import org.passerelle.trail.AuditWords;
import org.passerelle.ui.Fact;
import org.passerelle.words.TestWords;

@Requirement("ACC-09")
class ExportWordsTest {
    private static final List<Pack> PACKS = List.of(CommittedPack.of("socialware-lu"));

    private static ExportWords words(Language language) {
        return new ExportWords(
                TestWords.in(language),
                ZoneOffset.UTC,
                new PackNames(PACKS, language),
                row -> new AuditWords.Told("Done", "", row.getOrDefault("detail", "") + " said"));
    }

    /// What a person reads of one row, `name=value`.
    private static List<String> said(Language language, String table, Map<String, String> row) {
        return words(language)
                .chapters(List.of(new Section(table, List.of(row))))
                .getFirst()
                .parts()
                .getFirst()
                .rows()
                .getFirst()
                .stream()
                .map(fact -> fact.name() + "=" + fact.value())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_was_typed_into_a_request_is_said_as_the_form_words_it(Language language) {
        var kind = PACKS.getFirst().request("is-registered").orElseThrow();
        var link = Objects.requireNonNull(kind.fields().get("link"));
        var said =
                said(
                        language,
                        "help.request",
                        Map.of("kind", "is-registered", "typed", "{\"link\": \"board\"}"));

        assertThat(said)
                .contains(
                        link.label().in(language)
                                + "="
                                + Objects.requireNonNull(link.choices().get("board")).in(language))
                .anyMatch(one -> one.endsWith("=" + kind.title().in(language)))
                .noneMatch(one -> one.contains("is-registered") || one.contains("{"));
        assertThat(
                        said(
                                language,
                                "help.request",
                                Map.of("kind", "gone", "typed", "{\"old\": \"As typed\"}")))
                .anyMatch(one -> one.endsWith("=As typed"))
                .noneMatch(one -> one.contains("{"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_packs_name_is_named_and_fingerprints_are_left_out(Language language) {
        var pack = PACKS.getFirst();
        var offer = pack.offers().values().iterator().next();
        var programme = pack.programmes().values().iterator().next();
        var partner = pack.partners().values().iterator().next();

        assertThat(said(language, "catalogue.product_alert", Map.of("offer", offer.id().value())))
                .singleElement(as(STRING))
                .endsWith("=" + offer.title().in(language));
        assertThat(said(language, "programme.wish", Map.of("programme", programme.id().value())))
                .singleElement(as(STRING))
                .endsWith("=" + programme.title().in(language));
        assertThat(
                        said(
                                language,
                                "identity.person",
                                Map.of(
                                        "partner",
                                        partner.id().value(),
                                        "roles",
                                        "MEMBER, PARTNER")))
                .anyMatch(one -> one.endsWith("=" + partner.name()))
                .noneMatch(one -> one.contains("MEMBER") || one.contains("PARTNER"));
        assertThat(
                        said(
                                language,
                                "ordering.line_acceptance",
                                Map.of("text", "conditions/validation", "version", "0a1b2c")))
                .singleElement(as(STRING))
                .doesNotContain("conditions/")
                .contains("=");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_trail_is_said_as_staff_reads_it(Language language) {
        var said =
                said(
                        language,
                        "audit.line",
                        Map.of(
                                "action", "help.asked",
                                "subject_type", "request",
                                "subject_id", "7",
                                "detail", "advice"));

        assertThat(said)
                .hasSize(2)
                .anyMatch(one -> one.endsWith("=Done"))
                .anyMatch(one -> one.endsWith("=advice said"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_somebody_asked_to_join_is_said_in_words(Language language) {
        var asked =
                new Section(
                        "organisation.join_ask",
                        List.of(Map.of("scheme", "LU-RCS", "outcome", "REFUSED")));

        var facts =
                words(language)
                        .chapters(List.of(asked))
                        .getFirst()
                        .parts()
                        .getFirst()
                        .rows()
                        .getFirst();

        assertThat(facts).extracting(Fact::name).doesNotContain("scheme", "outcome");
        assertThat(facts.toString()).doesNotContain("REFUSED", "LU-RCS");
    }

    @ParameterizedTest
    @CsvSource({
        "catalogue.stock_movement, OPENED ADDED COUNTED HELD RELEASED TAKEN",
        "ordering.hand_over, KEY DOWNLOAD PIN CODE TOKEN PARCEL SUPPORT_CONTRACT LINK",
    })
    void what_staff_did_with_stock_and_deliveries_is_said_in_words(String table, String kinds) {
        for (var language : Language.values()) {
            for (var kind : kinds.split(" ")) {
                var done = new Section(table, List.of(Map.of("kind", kind)));
                var said = words(language).chapters(List.of(done));
                assertThat(said.toString()).doesNotContain("=" + kind + ",");
            }
        }
    }
}
