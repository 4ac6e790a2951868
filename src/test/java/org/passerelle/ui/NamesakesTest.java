package org.passerelle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;

@Requirement("ACC-05")
class NamesakesTest {
    @Test
    void the_address_stands_only_with_names_that_several_bear() {
        var namesakes = Namesakes.among(List.of("Chloé Weber", "Marc Thill", "chloé weber "));

        assertThat(namesakes.told("Chloé Weber", "a@b.lu")).isEqualTo("Chloé Weber, a@b.lu");
        assertThat(namesakes.told("chloé weber", "c@b.lu")).isEqualTo("chloé weber, c@b.lu");
        assertThat(namesakes.told("Marc Thill", "m@b.lu")).isEqualTo("Marc Thill");
        assertThat(namesakes.told("Chloé Weber", "")).isEqualTo("Chloé Weber");
    }
}
