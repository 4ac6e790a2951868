package org.passerelle.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;
import org.passerelle.Shrink;
import org.passerelle.ordering.Restriction.Code;
import org.passerelle.packs.CommittedPack;
import org.passerelle.programme.History;

/// No violation is missing, and none is said without cause: baskets of what the offices really
/// give, with pasts and facts of all kinds, judged by the product and by seventeen sentences that
/// know nothing of it. A basket on which they differ is told with its seed and with no line or
/// order more than it takes.
@Requirement("ORD-02")
class PackBasketsTest {
    private static final List<String> OFFICES =
            List.of("socialware-lu", "techsoup-ca", "socialware-be");
    private static final int BASKETS = 400;

    @ParameterizedTest
    @ValueSource(strings = {"socialware-lu", "techsoup-ca", "socialware-be"})
    void the_product_says_what_the_plain_sentences_say(String office) {
        var pack = CommittedPack.of(office);
        for (var seed = 0; seed < BASKETS; seed++) {
            var scene = new RandomScene(pack, seed).scene();
            if (differs(scene)) {
                var few = smallest(scene);
                throw new AssertionError(
                        "%s, seed %d: the product says %s, the sentences %s\nof %s\nafter %s\nby %s"
                                .formatted(
                                        office,
                                        seed,
                                        said(few),
                                        few.all(),
                                        few.lines(),
                                        few.history(),
                                        few.facts()));
            }
        }
    }

    /// The law would hold of baskets with which nothing is wrong.
    @Test
    void every_code_is_said_of_many_baskets_and_nothing_of_some() {
        var often = new TreeMap<Code, Integer>();
        var free = 0;
        for (var office : OFFICES) {
            var pack = CommittedPack.of(office);
            for (var seed = 0; seed < 300; seed++) {
                var codes = restrictions(new RandomScene(pack, seed).scene());
                free += codes.isEmpty() ? 1 : 0;
                codes.stream()
                        .map(Restriction::code)
                        .distinct()
                        .forEach(code -> often.merge(code, 1, Integer::sum));
            }
        }
        assertThat(often.keySet()).containsExactlyInAnyOrder(Code.values());
        assertThat(often.values()).allMatch(times -> times >= 3, "often enough: " + often);
        assertThat(free).isGreaterThan(10);
    }

    private static boolean differs(PlainRestrictions scene) {
        return !said(scene).equals(scene.all());
    }

    private static Set<String> said(PlainRestrictions scene) {
        return restrictions(scene).stream()
                .map(each -> each.line() + " " + each.code().word())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Restriction> restrictions(PlainRestrictions scene) {
        return Restrictions.of(
                scene.pack(),
                new Basket(scene.lines()),
                scene.facts(),
                scene.history(),
                offer -> Optional.ofNullable(scene.stock().get(offer)),
                scene.now());
    }

    private static PlainRestrictions smallest(PlainRestrictions scene) {
        var lines =
                Shrink.fewest(scene.lines(), some -> differs(with(scene, some, scene.history())));
        var past =
                Shrink.fewest(
                        scene.history().lines(),
                        some -> differs(with(scene, lines, only(scene, some))));
        return with(scene, lines, only(scene, past));
    }

    private static History only(PlainRestrictions scene, List<History.Line> lines) {
        return new History(lines, scene.history().formerUsers());
    }

    private static PlainRestrictions with(
            PlainRestrictions scene, List<Basket.Line> lines, History history) {
        return new PlainRestrictions(
                scene.pack(), scene.facts(), history, scene.stock(), lines, scene.now());
    }
}
