package org.passerelle.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.verification.VerificationFixtures.LUXEMBOURG;
import static org.passerelle.verification.VerificationFixtures.member;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.LegalNumberCheck;
import org.passerelle.kernel.LegalNumberScheme;
import org.passerelle.kernel.LegalNumbers;
import org.passerelle.kernel.Localised;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.pack.Packs;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@Requirement({"ORG-01", "ORG-02", "ORG-03"})
class OrganisationsTest {
    @Autowired Organisations organisations;
    @Autowired Packs packs;

    private Set<Localised> allEvidence() {
        var form = packs.get(LUXEMBOURG).office().forms().get("asbl");
        return new HashSet<>(java.util.Objects.requireNonNull(form).evidence());
    }

    private OrganisationId draft(String name, String rcs) {
        var holder = PersonId.random();
        var id = organisations.start(member(holder), holder, LUXEMBOURG);
        organisations.save(member(holder), id, VerificationFixtures.complete(name, rcs));
        return id;
    }

    private SubmitOutcome submit(OrganisationId id) {
        return organisations.submit(member(PersonId.random()), id, allEvidence());
    }

    @Test
    void everything_that_was_understood_and_typed_comes_back_unchanged() {
        var rcs = VerificationFixtures.rcs();
        var holder = PersonId.random();
        var id = organisations.start(member(holder), holder, LUXEMBOURG);
        var typed =
                VerificationFixtures.complete("Fanfare", rcs)
                        .with("other-names", "Z;A")
                        .with("staff", "3")
                        .with("purposes", "religious", "political")
                        .with("prior-partner", "autodesk", "adobe")
                        .with("prior-date", "2024-02-12", "2025-01-01")
                        .with("website", "pas une adresse");

        var saved = organisations.save(member(holder), id, typed);

        assertThat(saved)
                .isInstanceOfSatisfying(
                        SaveOutcome.Saved.class,
                        outcome ->
                                assertThat(outcome.faults())
                                        .extracting(Fault::field)
                                        .containsExactly("website"));
        assertThat(organisations.draft(id)).isEqualTo(typed);
        var profile = organisations.get(id).profile();
        assertThat(profile.otherNames()).containsExactly("Z", "A");
        assertThat(profile.purposes()).containsExactlyInAnyOrder("religious", "political");
        assertThat(profile.priorPurchases()).hasSize(2);
        assertThat(profile.staff()).contains(3);
        assertThat(profile.identifiers()).containsEntry("LU-RCS", rcs);
        assertThat(organisations.may(holder, id)).contains(MemberRole.HOLDER);
        assertThat(organisations.may(PersonId.random(), id)).isEmpty();
    }

    @Test
    void a_character_the_database_cannot_hold_is_no_reason_to_fail() {
        var id = draft("Fanfare", VerificationFixtures.rcs());

        organisations.save(
                member(PersonId.random()), id, Draft.empty().with("legal-name", "Fan\u0000fare"));

        assertThat(organisations.get(id).name()).isEqualTo("Fanfare");
    }

    @Test
    @Requirement("ORG-04")
    void after_submission_nothing_is_edited_any_more() {
        var id = draft("Fanfare", VerificationFixtures.rcs());
        assertThat(submit(id)).isEqualTo(new SubmitOutcome.Submitted(id));

        var outcome =
                organisations.save(
                        member(PersonId.random()), id, Draft.empty().with("legal-name", "Autre"));

        assertThat(outcome).isEqualTo(new SaveOutcome.AlreadySubmitted());
        assertThat(organisations.get(id).name()).isEqualTo("Fanfare");
    }

    private OrganisationId withBusinessNumber(String number) {
        var holder = PersonId.random();
        var id = organisations.start(member(holder), holder, LUXEMBOURG);
        var rcs = VerificationFixtures.rcs();
        var draft = VerificationFixtures.complete("Chorale " + rcs, rcs);
        organisations.save(member(holder), id, draft.with("identifier.CA-BN", number));
        return id;
    }

    /// Passes the check and was not drawn before.
    private static String businessNumber() {
        String number;
        do {
            number = "" + ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000);
        } while (LegalNumbers.check(LegalNumberScheme.CA_BN, number)
                instanceof LegalNumberCheck.Invalid);
        return number;
    }

    @Test
    @Requirement("ORG-03")
    void a_canadian_number_names_the_same_with_its_account_and_without_and_two_accounts_are_two() {
        var one = businessNumber();
        var whole = withBusinessNumber(one + "RR0001");
        assertThat(submit(whole)).isEqualTo(new SubmitOutcome.Submitted(whole));
        var bare = withBusinessNumber(one);
        assertThat(organisations.isTaken(bare, "CA-BN", one)).isTrue();
        assertThat(submit(bare)).isEqualTo(new SubmitOutcome.AlreadyRegistered("CA-BN", one));
        var division = withBusinessNumber(one + "RR0002");
        assertThat(submit(division)).isEqualTo(new SubmitOutcome.Submitted(division));

        var other = businessNumber();
        var first = withBusinessNumber(other);
        assertThat(submit(first)).isEqualTo(new SubmitOutcome.Submitted(first));
        var later = withBusinessNumber(other + "RR0001");
        assertThat(submit(later))
                .isEqualTo(new SubmitOutcome.AlreadyRegistered("CA-BN", other + "RR0001"));
    }

    @Test
    void the_same_number_is_registered_once_however_many_submit_at_the_same_instant()
            throws Exception {
        var rcs = VerificationFixtures.rcs();
        var drafts = List.of(draft("Un", rcs), draft("Deux", rcs), draft("Trois", rcs));
        var together = new CyclicBarrier(drafts.size());
        var tries =
                drafts.stream()
                        .<Callable<SubmitOutcome>>map(id ->
                                () -> {
                                    together.await();
                                    return submit(id);
                                })
                        .toList();
        try (var all = Executors.newFixedThreadPool(drafts.size())) {
            var outcomes = all.invokeAll(tries).stream().map(Future::resultNow).toList();
            assertThat(outcomes).filteredOn(SubmitOutcome.Submitted.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(new SubmitOutcome.AlreadyRegistered("LU-RCS", rcs)::equals)
                    .hasSize(2);
        }
        assertThat(drafts).filteredOn(id -> !organisations.get(id).isDraft()).hasSize(1);
    }

    @Test
    void staff_finds_an_organisation_by_name_town_and_number() {
        var rcs = VerificationFixtures.rcs();
        var id = draft("Harmonie " + rcs, rcs);
        submit(id);

        for (var text : List.of("harmonie " + rcs, rcs, rcs.toLowerCase(Locale.ROOT))) {
            assertThat(organisations.search(LUXEMBOURG, text))
                    .extracting(Organisation::id)
                    .containsExactly(id);
        }
        assertThat(organisations.search(LUXEMBOURG, "Echternach")).isNotEmpty();
        assertThat(organisations.search(LUXEMBOURG, "%")).isEmpty();
    }
}
