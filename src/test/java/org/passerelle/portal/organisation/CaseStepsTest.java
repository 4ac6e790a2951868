package org.passerelle.portal.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Standing;
import org.passerelle.ui.Step;
import org.passerelle.verification.CaseId;
import org.passerelle.verification.CaseKind;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.CaseWords;
import org.passerelle.words.TestWords;

@Requirement({"VER-01", "VER-02"})
class CaseStepsTest {
    private static final Instant SUBMITTED = Instant.parse("2026-10-27T10:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-11T00:00:00Z");
    private static final Instant YEARS_LATER = Instant.parse("2028-10-10T00:00:00Z");

    private static CaseView view(CaseState state) {
        return new CaseView(
                CaseId.random(),
                1016,
                OrganisationId.random(),
                OfficeId.of("essai"),
                CaseKind.FIRST,
                state,
                SUBMITTED,
                Optional.of(SUBMITTED),
                Optional.of(DUE),
                10,
                0,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                Optional.of(YEARS_LATER),
                Optional.empty());
    }

    private static List<String> details(CaseState state, Standing standing, Instant now) {
        var words = new CaseWords(TestWords.in(Language.EN), ZoneOffset.UTC);
        return new CaseSteps(words, now)
                .of(Optional.of(view(state)), standing).stream().map(Step::detail).toList();
    }

    @Test
    void a_promise_that_was_not_kept_is_said_to_be_late() {
        var waiting = new Standing.Undecided();

        assertThat(details(CaseState.SUBMITTED, waiting, DUE.minus(Duration.ofSeconds(1))))
                .contains("answer by Tuesday 10 November, end of day");
        assertThat(details(CaseState.SUBMITTED, waiting, DUE))
                .contains("promised by Tuesday 10 November, end of day, late");
    }

    @Test
    void the_day_of_the_next_review_is_the_one_that_a_change_brought_forward() {
        var sooner = Instant.parse("2027-01-21T00:00:00Z");

        assertThat(details(CaseState.QUALIFIED, new Standing.Qualified(SUBMITTED, sooner), DUE))
                .contains("before 21 January 2027");
    }
}
