package org.passerelle.tax;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.document.Documents;
import org.passerelle.document.TakeOutcome;
import org.passerelle.kernel.Actor;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.stereotype.Component;

/// A certificate of exemption that an organisation of Luxembourg sent.
@Component
public class TaxPapers {
    private final Exemptions exemptions;
    private final Documents documents;

    TaxPapers(Exemptions exemptions, Documents documents) {
        this.exemptions = exemptions;
        this.documents = documents;
    }

    /// Asks for an exemption by it; answers the file's id.
    public String certificate(OrderingFixture.Buyer buyer) {
        return certificate(buyer, "LU");
    }

    public String certificate(OrderingFixture.Buyer buyer, String place) {
        var holder = Optional.of(buyer.holder().id());
        var file = new ByteArrayInputStream(VerificationFixtures.PDF);
        var taken = (TakeOutcome.Taken) documents.take(holder, "certificat.pdf", file, 1);
        var scope = new Exemptions.Scope(place, LocalDate.of(2026, 1, 1), Optional.empty());
        exemptions.ask(
                (Actor.Member) buyer.actor(),
                buyer.organisation(),
                scope,
                "Certificat",
                taken.document().id());
        return taken.document().id().toString();
    }
}
