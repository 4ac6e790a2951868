package org.passerelle.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.verification.VerificationFixtures.member;
import static org.passerelle.verification.VerificationFixtures.reviewer;
import static org.passerelle.verification.VerificationFixtures.staff;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditLine;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Role;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.verification.ContestOutcome.NotPossible;
import org.passerelle.verification.ContestOutcome.Opened;
import org.passerelle.verification.ContestOutcome.Why;
import org.springframework.beans.factory.annotation.Autowired;

/// A refusal is contested once, before somebody else, with words and documents.
@ProductTest
@Requirement({"VER-01", "VER-09"})
class ContestTest {
    @Autowired Verification verification;
    @Autowired Organisations organisations;
    @Autowired Notification notification;
    @Autowired People people;
    @Autowired Audit audit;
    @Autowired DSLContext db;

    private final PersonId holder = PersonId.random();
    private final Reviewer tom = reviewer("Tom Reuland");
    private final Reviewer anouk = reviewer("Anouk Schiltz");
    private OrganisationId id;

    @BeforeEach
    void refuse() {
        Accounts.staff(people, Role.REVIEWER);
        id =
                VerificationFixtures.submitted(
                        organisations, verification, holder, VerificationFixtures.rcs());
        decide(tom, new Ruling.Refuse(List.of("commercial-aim"), "Article 12"));
    }

    private CaseView newest() {
        return verification.caseOf(id).orElseThrow();
    }

    private void decide(Reviewer reviewer, Ruling ruling) {
        verification.claim(staff(reviewer), newest().id(), reviewer);
        assertThat(verification.decide(staff(reviewer), newest().id(), reviewer, ruling))
                .isInstanceOf(ReviewOutcome.Done.class);
    }

    private ContestOutcome contest(String words, NewDocument... documents) {
        return verification.contest(member(holder), id, words, List.of(documents));
    }

    private static NewDocument document(byte[] content) {
        return new NewDocument("statuts.pdf", new ByteArrayInputStream(content));
    }

    @Test
    void the_case_goes_to_somebody_else_who_may_decide_otherwise() {
        var refused = newest();
        var opened =
                contest("L’article 12 parle d’autre chose", document(VerificationFixtures.PDF));

        assertThat(opened).isInstanceOf(Opened.class);
        var view = newest();
        assertThat(view.kind()).isEqualTo(CaseKind.CONTEST);
        assertThat(view.state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(view.due()).isPresent();
        assertThat(view.contest())
                .contains(new Contest(refused.id(), tom, "L’article 12 parle d’autre chose"));
        assertThat(verification.evidenceOf(id)).hasSize(3);
        assertThat(organisations.get(id).standing()).isInstanceOf(Standing.Refused.class);
        assertThat(verification.claim(staff(tom), view.id(), tom))
                .isEqualTo(new ClaimOutcome.OwnDecision());
        assertThat(verification.handOver(staff(anouk), view.id(), tom))
                .isEqualTo(new ReviewOutcome.OwnDecision());

        decide(anouk, new Ruling.Qualify("Vous avez raison", Set.of()));

        assertThat(organisations.get(id).standing()).isInstanceOf(Standing.Qualified.class);
        assertThat(verification.find(refused.id())).contains(refused);
        assertThat(letters()).contains("verification.contested", "verification.qualified");
        assertThat(audit.of(id, 50))
                .extracting(AuditLine::action)
                .contains("verification.contested");
    }

    @Test
    void a_second_contest_is_refused_with_a_clear_word() {
        assertThat(contest("Non")).isInstanceOf(Opened.class);
        assertThat(contest("Non")).isEqualTo(new NotPossible(Why.CASE_OPEN));
        decide(anouk, new Ruling.Refuse(List.of("name-differs"), ""));

        assertThat(contest("Encore")).isEqualTo(new NotPossible(Why.CONTESTED_BEFORE));
        assertThat(verification.whyNotContest(id)).contains(Why.CONTESTED_BEFORE);
        assertThat(verification.casesOf(id)).hasSize(2);
    }

    @Test
    void a_contest_given_up_opens_no_way_around_a_refusal_for_good() {
        assertThat(contest("Non")).isInstanceOf(Opened.class);
        assertThat(verification.withdraw(member(holder), id)).isTrue();

        assertThat(contest("Non")).isEqualTo(new NotPossible(Why.CONTESTED_BEFORE));
        assertThat(verification.tryAgain(member(holder), id))
                .isEqualTo(new TryAgainOutcome.NotPossible(TryAgainOutcome.Why.REFUSED_FOR_GOOD));
    }

    @Test
    void without_words_or_with_a_file_of_another_kind_nothing_is_kept() {
        assertThat(contest("  ")).isEqualTo(new ContestOutcome.WordsMissing());
        assertThat(contest("x".repeat(4001))).isEqualTo(new ContestOutcome.WordsTooLong(4000));
        var script = document("#!/bin/sh\necho".getBytes(StandardCharsets.US_ASCII));
        assertThat(contest("Voici", document(VerificationFixtures.PDF), script))
                .isInstanceOf(ContestOutcome.DocumentRefused.class);

        assertThat(verification.casesOf(id)).hasSize(1);
        assertThat(verification.evidenceOf(id)).hasSize(2);
        assertThat(contest("Voici")).isInstanceOf(Opened.class);
    }

    @Test
    void what_was_not_refused_is_not_contested() {
        decideAnew();
        assertThat(contest("Pourquoi pas")).isEqualTo(new NotPossible(Why.NOTHING_REFUSED));
    }

    private void decideAnew() {
        assertThat(contest("Non")).isInstanceOf(Opened.class);
        decide(anouk, new Ruling.Qualify("", Set.of()));
        id =
                VerificationFixtures.submitted(
                        organisations, verification, holder, VerificationFixtures.rcs());
        decide(tom, new Ruling.Qualify("", Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update verification.history set detail = 'nothing'",
                "delete from verification.history",
                "truncate verification.history",
                "truncate verification.qualification_case cascade",
                "update verification.qualification_case set words = '' where state = 'REFUSED'",
                "delete from verification.qualification_case"
            })
    void the_database_keeps_histories_and_decided_cases_as_they_are(String statement) {
        assertThatThrownBy(() -> db.execute(statement)).hasStackTraceContaining("kept as it is");
        assertThat(newest().decision()).isPresent();
    }

    private List<String> letters() {
        return notification.ofOrganisation(id).stream().map(SentLetter::template).toList();
    }
}
