package org.passerelle.banking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.banking.domain.Sheet.Line;

@Requirement("PAY-02")
class MultiplicityTest {

    private static Sheet sheet(long before, String... keys) {
        return new Sheet(OptionalLong.empty(), OptionalLong.of(before), lines(keys));
    }

    private static List<Line> lines(String... keys) {
        return List.of(keys).stream()
                .map(key -> new Line(key, Long.parseLong(key.replaceAll("[a-z]", ""))))
                .toList();
    }

    @Test
    void the_same_sheet_twice_says_no_more() {
        assertThat(Multiplicity.of(List.of(sheet(0, "5a", "5a"), sheet(0, "5a", "5a"))))
                .isEqualTo(Map.of("5a", 2));
    }

    @Test
    void equal_movements_on_sheets_that_follow_one_another_are_two() {
        assertThat(Multiplicity.of(List.of(sheet(0, "5a"), sheet(5, "5a"))))
                .isEqualTo(Map.of("5a", 2));
    }

    @Test
    void a_whole_day_holds_its_parts() {
        assertThat(
                        Multiplicity.of(
                                List.of(
                                        sheet(0, "5a"),
                                        sheet(5, "7b", "5a"),
                                        sheet(0, "5a", "7b", "5a"))))
                .isEqualTo(Map.of("5a", 2, "7b", 1));
    }

    @Test
    void the_same_day_listed_in_another_order_is_the_same_day() {
        assertThat(Multiplicity.of(List.of(sheet(0, "5a", "7b"), sheet(0, "7b", "5a"))))
                .isEqualTo(Map.of("5a", 1, "7b", 1));
    }

    @Test
    void without_balances_equal_movements_are_one() {
        var sheet = new Sheet(OptionalLong.empty(), OptionalLong.empty(), lines("5a"));

        assertThat(Multiplicity.of(List.of(sheet, sheet))).isEqualTo(Map.of("5a", 1));
    }

    @Test
    void a_running_number_tells_apart_what_balances_cannot() {
        var first = new Sheet(OptionalLong.of(1), OptionalLong.of(0), lines("5a", "-5b"));
        var second = new Sheet(OptionalLong.of(2), OptionalLong.of(0), lines("5a", "-5b"));

        assertThat(Multiplicity.of(List.of(first, second))).isEqualTo(Map.of("5a", 2, "-5b", 2));
    }

    /// Movements of a day, cut and overlapped in any way, some statements twice, in any order: the
    /// sheets together say the day, and no part of them invents a movement.
    @Test
    void any_cut_overlap_and_order_says_the_same_day() {
        for (var seed = 0L; seed < 4000; seed++) {
            var random = new Random(seed);
            var day = new ArrayList<Line>();
            for (var i = 0; i < 1 + random.nextInt(12); i++) {
                var amount = random.nextInt(3) * 5 + 5;
                day.add(new Line(amount + (random.nextInt(3) == 0 ? "b" : "a"), amount));
            }
            var sheets = new ArrayList<Sheet>();
            // A cover: each next one starts where the last ended, or before.
            var end = 0;
            while (end < day.size()) {
                var start = random.nextBoolean() ? end : random.nextInt(end + 1);
                end = Math.max(end + 1, start + 1 + random.nextInt(day.size() - start));
                end = Math.min(end, day.size());
                sheets.add(part(day, start, end));
                if (random.nextInt(3) == 0) {
                    var again = random.nextInt(day.size());
                    sheets.add(part(day, again, again + 1 + random.nextInt(day.size() - again)));
                }
                if (random.nextInt(4) == 0) {
                    sheets.add(sheets.get(random.nextInt(sheets.size())));
                }
            }
            Collections.shuffle(sheets, random);
            var expected = new HashMap<String, Integer>();
            day.forEach(line -> expected.merge(line.key(), 1, Integer::sum));

            for (var known = 1; known < sheets.size(); known++) {
                Multiplicity.of(sheets.subList(0, known))
                        .forEach((key, count) ->
                                assertThat(count)
                                        .as("never more than there is")
                                        .isLessThanOrEqualTo(expected.get(key)));
            }
            assertThat(Multiplicity.of(sheets))
                    .as("seed %d: %s as %s", seed, day, sheets)
                    .isEqualTo(expected);
        }
    }

    private static Sheet part(List<Line> day, int from, int to) {
        var before = day.subList(0, from).stream().mapToLong(Line::amountMinor).sum();
        return new Sheet(OptionalLong.empty(), OptionalLong.of(before), day.subList(from, to));
    }
}
