package org.passerelle.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;

/// Two windows of one registration, each with what it showed when it was opened.
@Requirement("ORG-01")
class SeenTest {
    private static final List<String> FIELDS = List.of("phone", "website", "town");
    private static final Draft OPENED =
            Draft.empty().with("phone", "1").with("website", "a.example").with("town", "Esch");

    private static Seen seen(Draft shown) {
        return Seen.parse(Seen.of(shown, FIELDS).text());
    }

    @Test
    void fields_changed_in_one_window_each_are_both_kept() {
        var first = seen(OPENED).merge(OPENED, OPENED.with("phone", "2"));
        var second = seen(OPENED).merge(first.draft(), OPENED.with("town", "Mersch"));

        assertThat(second.clashes()).isEmpty();
        assertThat(second.draft()).isEqualTo(OPENED.with("phone", "2").with("town", "Mersch"));
    }

    @Test
    void a_field_changed_in_both_keeps_what_was_saved_until_its_reader_has_seen_it() {
        var saved = OPENED.with("phone", "2");
        var mine = OPENED.with("phone", "3");

        var clash = seen(OPENED).merge(saved, mine);
        assertThat(clash.clashes()).containsExactly("phone");
        assertThat(clash.draft()).isEqualTo(saved);

        var chosen = seen(OPENED).with(Seen.of(saved, clash.clashes())).merge(saved, mine);
        assertThat(chosen.clashes()).isEmpty();
        assertThat(chosen.draft()).isEqualTo(mine);
    }

    @Test
    void a_window_that_saved_goes_on_from_its_own_values_and_not_from_the_other_ones() {
        var others = OPENED.with("town", "Mersch");
        var mine = OPENED.with("phone", "2");
        var stored = seen(OPENED).merge(others, mine).draft();
        var then = seen(OPENED).after(mine, stored);

        var again = then.merge(stored, mine.with("phone", "3"));

        assertThat(again.clashes()).isEmpty();
        assertThat(again.draft()).isEqualTo(others.with("phone", "3"));
    }

    @Test
    void an_amount_goes_with_its_year_and_a_purchase_with_its_date() {
        var fields = List.of("budget-amount", "budget-currency", "budget-year");
        var opened = Draft.empty().with("budget-amount", "10").with("budget-year", "2024");
        var saved = opened.with("budget-year", "2025");

        var clash = Seen.of(opened, fields).merge(saved, opened.with("budget-amount", "20"));

        assertThat(clash.clashes()).contains("budget-amount");
        assertThat(clash.draft()).isEqualTo(saved);
    }

    @Test
    void line_ends_and_blank_rows_are_no_change_and_a_field_never_stored_takes_what_comes() {
        var opened = Draft.empty().with("phone", "a\nb").with("website");
        var saved = opened.with("phone", "c");
        var posted =
                Draft.empty().with("phone", "a\r\nb ").with("website", "", "").with("town", "");

        var merged = seen(opened).merge(saved, posted);

        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.draft().one("phone")).isEqualTo("c");
        var first = seen(OPENED).merge(Draft.empty(), OPENED);
        assertThat(first.draft()).isEqualTo(OPENED);
    }

    /// Whatever two windows do: a value is replaced only by a window that knows it, and one that is
    /// not stored is named as a clash, or is what the window showed already.
    @Test
    void nothing_is_replaced_unseen_and_nothing_typed_is_lost_without_a_word() {
        var random = new Random(7);
        for (var round = 0; round < 500; round++) {
            var stored = OPENED;
            var shown = new Draft[] {OPENED, OPENED};
            var known = new Draft[] {OPENED, OPENED};
            var seen = new Seen[] {seen(OPENED), seen(OPENED)};
            for (var save = 0; save < 12; save++) {
                var tab = random.nextInt(2);
                var field = FIELDS.get(random.nextInt(FIELDS.size()));
                shown[tab] = shown[tab].with(field, "typed-" + random.nextInt(4));
                var before = stored;
                var merged = seen[tab].merge(stored, shown[tab]);
                stored = merged.draft();
                seen[tab] = Seen.parse(seen[tab].after(shown[tab], stored).text());
                for (var one : FIELDS) {
                    var typed = shown[tab].one(one);
                    var base = known[tab].one(one);
                    var at = "round " + round + ", save " + save + ", " + one;
                    assertThat(before.one(one)).as(at).isIn(stored.one(one), base);
                    if (!merged.clashes().contains(one)) {
                        assertThat(typed).as(at).isIn(stored.one(one), base);
                    }
                    if (typed.equals(stored.one(one))) {
                        known[tab] = known[tab].with(one, typed);
                    }
                }
            }
        }
    }
}
