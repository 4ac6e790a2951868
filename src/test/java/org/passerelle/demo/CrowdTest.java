package org.passerelle.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.LegalNumberCheck;
import org.passerelle.kernel.LegalNumberScheme;
import org.passerelle.kernel.LegalNumbers;
import org.passerelle.pack.LoadOutcome;
import org.passerelle.pack.PackLoader;

@Requirement("VER-05")
class CrowdTest {
    /// As many as a reviewer's queue is looked at with.
    private static final int MANY = 200;

    @Test
    void each_of_the_crowd_has_a_number_of_its_own_that_its_form_may_have() throws IOException {
        var office =
                ((LoadOutcome.Loaded) PackLoader.load(Path.of("packs/socialware-lu")))
                        .pack()
                        .office();
        var crowd = Crowd.of(Story.read(Path.of("packs/demo/socialware-lu.yaml")), MANY);

        assertThat(crowd).hasSize(MANY);
        assertThat(crowd)
                .extracting(member -> member.facts().getOrDefault("number", List.of()))
                .doesNotHaveDuplicates();
        for (var member : crowd) {
            var form = member.facts().getOrDefault("form", List.of()).getFirst();
            var code = Objects.requireNonNull(office.forms().get(form)).identifiers().getFirst();
            var scheme = LegalNumberScheme.of(code).orElseThrow();
            var number = member.facts().getOrDefault("number", List.of()).getFirst();
            assertThat(LegalNumbers.check(scheme, number))
                    .as(form + " " + number)
                    .isInstanceOf(LegalNumberCheck.Valid.class);
        }
    }
}
