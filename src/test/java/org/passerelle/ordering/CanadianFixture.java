package org.passerelle.ordering;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.passerelle.Serial;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.LegalNumberCheck;
import org.passerelle.kernel.LegalNumberScheme;
import org.passerelle.kernel.LegalNumbers;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ordering.OrderingFixture.Buyer;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Missing;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.Standing;
import org.passerelle.organisation.SubmitOutcome;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.OfferId;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Libraries of the Canadian office, by the modules' own verbs, for tests.
@Component
public class CanadianFixture {
    public static final OfficeId CANADA = OfficeId.of("techsoup-ca");
    public static final OfferId ACROBAT = OfferId.of("acrobat-pro-1y");

    @Autowired public Ordering ordering;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired People people;
    @Autowired Packs packs;
    @Autowired Clock clock;

    /// A business number nobody else has, with its check digit.
    public static String businessNumber() {
        var start = Serial.next(10_000_000, 90_000_000);
        return IntStream.range(0, 10)
                .mapToObj(digit -> "" + start + digit)
                .filter(number ->
                        LegalNumbers.check(LegalNumberScheme.CA_BN, number)
                                instanceof LegalNumberCheck.Valid)
                .findFirst()
                .orElseThrow();
    }

    public static Draft library(String name, String province) {
        return Draft.empty()
                .with("legal-name", name)
                .with("country", "CA")
                .with("form", "public-library")
                .with("identifier.CA-BN", businessNumber())
                .with("street", "12 Mill Street")
                .with("postal-code", "N0B 2G0")
                .with("town", "Maple Grove")
                .with("region", province)
                .with("official-email", "desk@library.example")
                .with("phone", "+1 555 010 0000")
                .with("language", "en")
                .with("mission", "We lend books.")
                .with("main-activity", "1170")
                .with("purposes", "none")
                .with("attested", "non-discrimination", "own-use")
                .with("budget-amount", "410000")
                .with("budget-year", "2025");
    }

    /// A library whose case waits for a reviewer.
    public Buyer submitted(String province) {
        var name = "Public Library " + UUID.randomUUID().toString().substring(0, 8);
        return submitted(Accounts.member(people), library(name, province));
    }

    private Buyer submitted(Person holder, Draft library) {
        var id = organisations.start(holder.actor(), holder.id(), CANADA);
        organisations.save(holder.actor(), id, library);
        for (var missing : verification.missing(id)) {
            if (missing instanceof Missing.Evidence evidence) {
                verification.attach(
                        holder.actor(),
                        id,
                        org.passerelle.verification.EvidenceKinds.key(evidence.kind()),
                        "by-law.pdf",
                        new ByteArrayInputStream(VerificationFixtures.PDF));
            }
        }
        var outcome = verification.submit(holder.actor(), id);
        if (!(outcome instanceof SubmitOutcome.Submitted)) {
            throw new IllegalStateException("Not submitted: " + outcome);
        }
        return new Buyer(id, holder);
    }

    public Buyer qualified(String province) {
        return qualified(submitted(province));
    }

    /// One that reads French.
    public Buyer qualifiedInFrench(Person holder, String province) {
        var name = "Bibliothèque " + UUID.randomUUID().toString().substring(0, 8);
        return qualified(submitted(holder, library(name, province).with("language", "fr")));
    }

    private Buyer qualified(Buyer buyer) {
        var now = clock.instant();
        organisations.recordStanding(
                buyer.organisation(), new Standing.Qualified(now, now.plus(Duration.ofDays(730))));
        return buyer;
    }

    public String nameOf(Buyer buyer) {
        return organisations.get(buyer.organisation()).name();
    }

    /// Puts units of an offer into the cart with its conditions accepted.
    public void fill(Buyer buyer, OfferId id, String quantity) {
        var pack = packs.get(CANADA);
        ordering.put(buyer.organisation(), id, quantity);
        for (var path : pack.offer(id).orElseThrow().conditions()) {
            var text =
                    pack.texts().find(path, Language.EN, pack.office().languages()).orElseThrow();
            ordering.accept(
                    buyer.actor(), buyer.organisation(), id, path, text.version(), Language.EN);
        }
    }

    public Order placed(Buyer buyer, OfferId id, String quantity) {
        fill(buyer, id, quantity);
        var outcome =
                ordering.place(
                        buyer.actor(),
                        buyer.organisation(),
                        IdempotencyKey.random(),
                        Optional.empty(),
                        Optional.empty());
        if (outcome instanceof PlaceOutcome.Placed(var order, _)) {
            return order;
        }
        throw new IllegalStateException("Not placed: " + outcome);
    }
}
