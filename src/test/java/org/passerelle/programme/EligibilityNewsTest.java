package org.passerelle.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.notification.Mailing;
import org.passerelle.notification.Mailings;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.verification.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whatever changes eligibility, the organisation is told once, in one letter, with the reasons.
@ProductTest
@Requirement({"ELI-02", "ELI-03", "ELI-04"})
class EligibilityNewsTest {
    /// The official address and the holder's.
    private static final int TO_BOTH = 2;

    private static final ProgrammeId DOCUSIGN = ProgrammeId.of("docusign");

    @Autowired OrderingFixture house;
    @Autowired Verification verification;
    @Autowired Organisations organisations;
    @Autowired Programmes programmes;
    @Autowired DecisionDesk desk;
    @Autowired Mailings mailings;
    @Autowired Notification notification;
    @Autowired Clock clock;
    @Autowired PlatformTransactionManager transactions;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Buyer buyer;

    @BeforeEach
    void somebody_submitted() {
        buyer = house.unqualified();
    }

    private void qualify() {
        verification.submit(buyer.actor(), buyer.organisation());
        await().until(() -> outcome().equals("ineligible"));
        standing(
                new Standing.Qualified(
                        clock.instant(), clock.instant().plus(Duration.ofDays(730))));
        await().until(() -> outcome().equals("eligible"));
    }

    private void standing(Standing standing) {
        organisations.recordStanding(buyer.organisation(), standing);
    }

    private String outcome() {
        return programmes.decisionsBefore(buyer.organisation(), DOCUSIGN).stream()
                .findFirst()
                .map(kept -> kept.decision().outcome())
                .orElse("");
    }

    /// To the organisation and, of its own address, its holder.
    private List<SentLetter> letters() {
        return notification.ofOrganisation(buyer.organisation()).stream()
                .filter(letter -> letter.template().equals("programme.eligibility-changed"))
                .toList();
    }

    /// To its holder.
    private List<SentLetter> news() {
        return notification.search(buyer.holder().email(), Optional.empty(), 50, 0).stream()
                .filter(letter -> letter.template().equals("programme.opened"))
                .toList();
    }

    @Test
    void what_qualification_opens_is_told_in_one_letter_with_what_made_the_difference() {
        qualify();

        await().untilAsserted(() -> assertThat(news()).hasSize(1));
        assertThat(news().getFirst().subject()).contains("s’ouvrent à vous");
        assertThat(news().getFirst().text())
                .contains("Programmes gagnés", "DocuSign", "• Qualification", "/leave/")
                .doesNotContain("perdu");
        assertThat(news().getFirst().mailing()).contains(Mailing.ELIGIBILITY);
        assertThat(letters()).isEmpty();
    }

    @Test
    void all_programmes_lost_at_once_are_one_letter_and_the_common_reason_is_said_once() {
        qualify();
        await().untilAsserted(() -> assertThat(news()).hasSize(1));

        standing(new Standing.Lapsed(clock.instant()));

        await().untilAsserted(() -> assertThat(letters()).hasSize(TO_BOTH));
        var lost = letters().getFirst();
        assertThat(letters())
                .extracting(SentLetter::text)
                .allMatch(text -> text.contains("perdus"));
        assertThat(lost.subject()).contains("perdus");
        assertThat(lost.mailing()).isEmpty();
        assertThat(lost.text()).contains("Programmes perdus", "DocuSign", "demandez-en");
        assertThat(lost.text().split("• Qualification", -1)).hasSize(2);
        var profile = organisations.get(buyer.organisation()).profile();
        assertThat(letters())
                .extracting(SentLetter::to)
                .containsExactlyInAnyOrder(
                        profile.officialEmail().orElseThrow(), buyer.holder().email());
    }

    @Test
    @Requirement("NOT-03")
    void who_wants_no_news_hears_of_losses_alone() {
        buyer = house.unqualified();
        mailings.choose(buyer.holder().id(), Mailing.ELIGIBILITY, false);
        assertThat(mailings.isWanted(buyer.holder().id(), Mailing.ELIGIBILITY)).isFalse();
        var decided = List.of(buyer.organisation());
        verification.submit(buyer.actor(), buyer.organisation());
        standing(new Standing.Qualified(clock.instant(), clock.instant().plus(Duration.ofDays(9))));
        await().until(() -> outcome().equals("eligible"));
        inTransaction(() -> desk.reEvaluate(decided, Set.of()));

        standing(new Standing.Lapsed(clock.instant()));

        await().untilAsserted(() -> assertThat(letters()).hasSize(TO_BOTH));
        assertThat(letters().getFirst().text())
                .contains("DocuSign", "perdu")
                .doesNotContain("gagné", "/leave/");
        assertThat(news()).isEmpty();
    }

    @Test
    void of_many_who_decide_at_once_one_tells() throws Exception {
        qualify();
        await().untilAsserted(() -> assertThat(news()).hasSize(1));
        Callable<Boolean> decide =
                () -> {
                    standing(new Standing.Revoked(clock.instant()));
                    inTransaction(() -> desk.reEvaluate(List.of(buyer.organisation()), Set.of()));
                    return true;
                };
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(Collections.nCopies(6, decide))) {
                assertThat(done.get()).isTrue();
            }
        }
        await().untilAsserted(() -> assertThat(letters()).hasSize(TO_BOTH));
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(letters()).hasSize(TO_BOTH));
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
    }
}
