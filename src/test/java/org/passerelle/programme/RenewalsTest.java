package org.passerelle.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.programme.PackFixture.FISCAL_YEAR;
import static org.passerelle.programme.PackFixture.allotment;
import static org.passerelle.programme.PackFixture.offer;
import static org.passerelle.programme.PackFixture.programme;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.pack.model.Allotment.Count;

/// An allotment of renewals says what could be renewed, and which orders make it so.
@Requirement({"ORD-04", "ORD-05"})
class RenewalsTest {
    private final AllotmentDesk desk = new AllotmentDesk();

    @Test
    void renewals_say_of_what_they_could_be_now_and_in_the_year_after() {
        desk.with(
                programme("autodesk-donation")
                        .allotments(
                                allotment(Count.PRODUCTS, 2, FISCAL_YEAR),
                                allotment(Count.RENEWALS, 2, FISCAL_YEAR)),
                offer("autocad", "autodesk-donation").build(),
                offer("revit", "autodesk-donation").build());
        desk.had("revit", 1, "2020-08-01");
        var before = desk.had("autocad", 1, "2021-08-01");
        desk.had("autocad", 1, "2021-09-01", History.State.CANCELLED);
        var since = desk.had("revit", 1, "2022-07-05");

        var states =
                AllotmentRules.states(
                        desk.fixture.pack(),
                        Optional.empty(),
                        new History(desk.past),
                        AllotmentDesk.NOW);

        assertThat(states)
                .extracting(AllotmentState::renewals)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new AllotmentState.Renewals(List.of(before), List.of(since))));
    }
}
