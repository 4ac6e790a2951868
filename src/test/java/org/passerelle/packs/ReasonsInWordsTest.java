package org.passerelle.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.portal.Reasons;
import org.passerelle.programme.Eligibility;
import org.passerelle.programme.EligibilityDecision;
import org.passerelle.programme.FactsFixture;
import org.passerelle.programme.History;
import org.passerelle.programme.RuleWords;
import org.passerelle.ui.Why;
import org.passerelle.words.TestWords;

/// What people read where one of several conditions is enough.
@Requirement({"ELI-02", "ELI-05"})
class ReasonsInWordsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    private static EligibilityDecision decided(Pack pack, String programme, FactsFixture facts) {
        return Eligibility.decide(
                pack,
                pack.programme(ProgrammeId.of(programme)).orElseThrow(),
                facts.facts(),
                History.NONE,
                DAY);
    }

    @Test
    void of_two_statuses_one_is_enough_and_a_letter_says_so() {
        var pack = CommittedPack.of("techsoup-ca");
        var facts = new FactsFixture().budget("CAD 1900000.00");
        facts.form = Optional.of("provincial-nonprofit");
        var rules = new RuleWords(TestWords.book().in(Language.EN), pack);

        assertThat(said(rules, decided(pack, "bitdefender", facts)))
                .anyMatch(line -> line.startsWith("Annual budget:"))
                .anyMatch(line -> line.contains("Nonprofit. Demanded: Charity or Library."))
                .noneMatch(line -> line.contains("Demanded: Library."));
    }

    @Test
    void an_order_that_is_asked_for_is_led_to() {
        var pack = CommittedPack.of("techsoup-ca");
        var decision = decided(pack, "intuit-discount", new FactsFixture());

        assertThat(
                        Reasons.in(TestWords.book().in(Language.EN), pack)
                                .panel("", "", List.of(decision.reasons()))
                                .rows())
                .filteredOn(row -> row.outcome() == Why.Outcome.UNMET)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.change()).contains("Order through our office: it will be met.");
                    assertThat(row.link())
                            .contains(
                                    new Why.Link("See the offers", "/catalogue?publisher=intuit"));
                });
    }

    @Test
    void a_purchase_and_an_approval_that_is_missing_are_one_demand() {
        var pack = CommittedPack.of("techsoup-ca");
        var facts = new FactsFixture().bought("autodesk", "2025-06-02");
        var rules = new RuleWords(TestWords.book().in(Language.EN), pack);

        assertThat(said(rules, decided(pack, "autodesk-donation", facts)))
                .singleElement()
                .asString()
                .contains("Purchases from Autodesk", " Or: Written approval");
    }

    @Test
    void a_rule_that_an_approval_makes_up_for_is_not_said_to_be_kept() {
        var pack = CommittedPack.of("techsoup-ca");
        var facts =
                new FactsFixture()
                        .bought("autodesk", "2025-06-02")
                        .waiver("autodesk-donation", "2026-11-01", "2026-12-10");
        var decision = decided(pack, "autodesk-donation", facts);
        var panel =
                Reasons.in(TestWords.book().in(Language.EN), pack)
                        .panel("", "", List.of(decision.reasons()));

        assertThat(decision.outcome()).isEqualTo("eligible");
        assertThat(panel.rows())
                .filteredOn(row -> row.criterion().startsWith("Purchases"))
                .extracting(Why.Row::demanded)
                .singleElement()
                .asString()
                .contains(", or: ");
    }

    @Test
    void a_programme_that_ended_is_open_to_nobody() {
        var pack = CommittedPack.of("techsoup-ca");
        var facts = new FactsFixture();
        facts.statuses = Optional.of(Set.of("charity"));

        assertThat(decided(pack, "symantec-enterprise", facts).outcome()).isEqualTo("ineligible");
    }

    private static List<String> said(RuleWords rules, EligibilityDecision decision) {
        return decision.reasons().inTheWay().stream().map(rules::sentence).toList();
    }
}
