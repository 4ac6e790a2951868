package org.passerelle.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.ui.Form;

/// A long list in pages, as the address says it.
class PagingTest {
    private static final List<Integer> SIXTY = IntStream.range(0, 60).boxed().toList();

    @Test
    void pages_follow_each_other_without_gap_or_overlap() {
        var seen =
                IntStream.of(1, 2, 3)
                        .boxed()
                        .flatMap(page -> paging("" + page).of(SIXTY).stream())
                        .toList();
        assertThat(seen).isEqualTo(SIXTY);
        assertThat(paging("4").of(SIXTY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0", "-1", "1.5", "99999999999999999999"})
    void what_is_no_page_is_the_first(String typed) {
        assertThat(paging(typed).from()).isZero();
    }

    private static Paging paging(String page) {
        return Paging.of(Form.of(Map.of("page", page)), 25);
    }
}
