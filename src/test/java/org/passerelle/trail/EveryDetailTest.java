package org.passerelle.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.Requirement;
import org.passerelle.audit.AuditLine;
import org.passerelle.audit.AuditSubject;
import org.passerelle.kernel.Language;
import org.passerelle.pack.PackNames;
import org.passerelle.pack.model.Pack;
import org.passerelle.packs.CommittedPack;
import org.passerelle.words.TestWords;

/// No detail of the trail shows codes: of each act that has words it is known here what its detail
/// is, and what is kept as a code is said in words.
@Requirement({"ACC-08", "ACC-09"})
class EveryDetailTest {
    private static final List<Pack> PACKS =
            List.of(CommittedPack.of("socialware-lu"), CommittedPack.of("techsoup-ca"));

    /// Nothing, what somebody typed, a file, a name, a number or the id of an organisation or
    /// person, which is said by name. Waivers say their programme and days, shown by
    /// `AuditWordsTest`.
    private static final Set<String> PLAIN =
            Set.of(
                    """
                    help.answered help.asked-back help.closed help.closed-without-reply
                    help.comment-refused help.comment-shown help.replied
                    banking.imported banking.advised
                    tax.number-given tax.number-removed
                    invoice.credited cheque.allowed cheque.not-allowed order.reminded
                    identity.access-answered identity.access-asked identity.access-refused
                    identity.access-restored identity.account-asked identity.account-closed
                    identity.address-confirmed identity.data-exported identity.email-change-asked
                    identity.email-change-stopped identity.email-changed identity.erased
                    identity.erasure-asked identity.erasure-cancelled identity.erasure-hindered
                    identity.key-revoked identity.password-changed identity.password-reset
                    identity.reset-asked identity.signed-out identity.username-changed
                    notification.letter-resent
                    order.awaiting-approval order.awaiting-payment order.cancelled order.delivered
                    order.expired order.in-fulfilment order.refused
                    organisation.branch-disowned organisation.branch-letter-accepted
                    organisation.branch-tied organisation.change-withdrawn
                    organisation.disowned-branch organisation.found-distinct
                    organisation.found-duplicate organisation.held-as-duplicate
                    organisation.invitation-withdrawn organisation.member-hand-over-declined
                    organisation.member-hand-over-lapsed organisation.member-hand-over-proposed
                    organisation.member-hand-over-stopped organisation.member-hand-over-withdrawn
                    organisation.member-holder-replacement-begun organisation.member-join-asked
                    organisation.member-join-refused organisation.member-join-withdrawn
                    organisation.member-left organisation.member-removed organisation.reopened
                    organisation.started organisation.submitted
                    programme.news-chosen programme.waiver-ended programme.waiver-recorded
                    programme.waiver-revoked return.lapsed return.refused return.rejected
                    return.withdrawn staff.posted
                    token.created token.renewed token.revoked
                    verification.claimed verification.evidence-added
                    verification.evidence-infected verification.evidence-removed
                    verification.handed-over verification.lapsed verification.letter-accepted
                    verification.opened verification.parent-disowned verification.parent-lost
                    verification.qualified verification.released verification.resumed
                    verification.submitted verification.withdrawn
                    """
                            .strip()
                            .split("\\s+"));

    /// As the product writes them; no word of it may be left, but for what follows `~`.
    private static final Map<String, String> CODED =
            Stream.of(
                            """
                            codes.imported | 12 codes ~ 12 codes Codes
                            help.asked | advice
                            identity.account-created | PARTNER for adobe at techsoup-ca
                            identity.appointed | from MEMBER to SUPPORT REVIEWER at socialware-lu
                            identity.key-issued | adobe at techsoup-ca: tokens:redeem tokens:verify
                            identity.renamed | from Tom Biever, FR ~ Tom Biever
                            identity.sign-in-limited | from 192.0.2.7 ~ 192.0.2.7 from
                            identity.sign-in-refused | from 192.0.2.7 ~ 192.0.2.7 from
                            identity.signed-in | from 192.0.2.7 ~ 192.0.2.7 from
                            banking.transfers-written | LU-1 EUR 456.30 ~ LU-1
                            tax.number-checked | LU12345613 2027-01-01 ~ LU12345613
                            tax.number-check-over | LU12345613 2027-01-01 ~ LU12345613
                            tax.exemption-asked | 2026-01-01 – 2027-01-01, Typed ~ – Typed
                            tax.exemption-accepted | 2026-01-01 – 2027-01-01, Typed: Typed ~ – Typed Typed:
                            tax.exemption-refused | 2026-01-01 – 2027-01-01, Typed ~ – Typed
                            tax.exemption-revoked | 2026-01-01 – 2027-01-01, Typed ~ – Typed
                            tax.exemption-withdrawn | 2026-01-01 – 2027-01-01, Typed ~ – Typed
                            tax.exemption-ended | 2026-01-01 – 2027-01-01, Typed ~ – Typed
                            invoice.run-started | 2026-11-30
                            order.all-handed-over | line 2 ~ 2 line
                            order.expected | line 2 on 2026-12-01 ~ 2 line on
                            order.handed-over | PARCEL for line 2 ~ 2 line
                            order.parcel-arrived | JJD0001 2026-11-15 ~ JJD0001
                            order.placed | 2 lines, EUR 11.70 ~ 2 lines,
                            order.seat-freed | line 2, seat 3 ~ 2 3 line 2, seat
                            order.seat-given | line 2, seat 3 ~ 2 3 line 2, seat
                            organisation.amended | phone, mission ~ phone,
                            organisation.branch-letter-refused | not-signed
                            organisation.change-accepted | legal-name
                            organisation.change-asked | legal-name, identifier.LU-RCS
                            organisation.change-refused | legal-name: Typed ~ Typed
                            organisation.changed | legal-name
                            organisation.invited | ORDERER
                            organisation.member-hand-over-done | from Tom ~ Tom from
                            organisation.member-invitation-accepted | ORDERER
                            organisation.member-invitation-declined | READER
                            organisation.member-join-accepted | ORDERER
                            organisation.member-role-changed | HOLDER
                            pack.confirmed | 0a1b2c: +3 −1
                            paypal.captured | EUR 456.30
                            paypal.pending | EUR 456.30
                            paypal.refused | EUR 456.30
                            paypal.taken-back | EUR 456.30
                            paypal.not-booked | EUR 456.30
                            payment.recorded | EUR 456.30
                            payment.returned | EUR 456.30
                            cheque.banked | EUR 456.30
                            payment.taken-back | EUR 456.30
                            payment.more-time | 2026-12-01
                            payout.directed | EUR 456.30
                            banking.sent-back | EUR 456.30
                            banking.set-aside | EUR 456.30
                            banking.taken-back | EUR 456.30
                            banking.undone | EUR 456.30
                            payout.dropped | EUR 456.30
                            payout.due | EUR 456.30
                            payout.failed | EUR 456.30
                            payout.sent | EUR 456.30
                            programme.judged | yes: Typed ~ Typed yes:
                            return.accepted | 2026-12-01
                            return.announced | line 2: 3 not-installed staff ~ 2: 3 line
                            return.received | 2026-12-01
                            return.settled | EUR 456.30
                            stock.changed | added 2: Typed ~ 2 Typed added
                            token.all-revoked | 2 tokens: Typed ~ 2 tokens Typed
                            token.redeemed | not_qualified
                            token.verified | not_eligible
                            verification.answered | 2 ~ 2
                            verification.asked | 2 ~ 2
                            verification.contested | 1234 ~ 1234
                            verification.fact-changed | legal-name
                            verification.letter-refused | not-signed
                            verification.refused | commercial-aim
                            """
                                    .strip()
                                    .split("\n"))
                    .map(line -> line.strip().split(" \\| "))
                    .collect(Collectors.toMap(one -> one[0], one -> one[1]));

    @Test
    void of_every_act_it_is_known_what_its_detail_is() throws IOException {
        var acts = new Properties();
        try (var file = Files.newBufferedReader(words("audit_en.properties"))) {
            acts.load(file);
        }
        assertThat(
                        acts.stringPropertyNames().stream()
                                .filter(key -> key.startsWith("audit.action."))
                                .map(key -> key.substring("audit.action.".length())))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(PLAIN.stream(), CODED.keySet().stream()).toList());
    }

    private static Path words(String file) {
        return Path.of("src/main/resources/messages").resolve(file);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_is_kept_as_a_code_is_said_in_words(Language language) {
        assertThat(CODED)
                .allSatisfy((act, sample) -> {
                    var kept = sample.split(" ~ ");
                    var may = kept.length == 1 ? Set.<String>of() : Set.of(kept[1].split(" "));
                    var said = said(language, act, kept[0]);
                    assertThat(said).as("%s in %s", act, language).isNotBlank();
                    assertThat(List.of(said.split("[ \u00a0\u202f]+")))
                            .as("%s in %s: %s", act, language, said)
                            .noneMatch(word ->
                                    List.of(kept[0].split(" ")).contains(word)
                                            && !may.contains(word)
                                            && !word.matches("at|for|to|from"));
                });
    }

    private static String said(Language language, String act, String kept) {
        return new DetailWords(TestWords.in(language), new PackNames(PACKS, language))
                .of(
                        new AuditLine(
                                1,
                                Instant.EPOCH,
                                AuditLine.ActorKind.STAFF,
                                Optional.empty(),
                                "Renée Vieuville",
                                act,
                                new AuditSubject("case", "1065"),
                                Optional.empty(),
                                kept));
    }
}
