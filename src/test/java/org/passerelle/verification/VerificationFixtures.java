package org.passerelle.verification;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.passerelle.Serial;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Missing;
import org.passerelle.organisation.Organisations;
import org.passerelle.organisation.SubmitOutcome;
import org.passerelle.pack.Packs;

/// Organisations of the Luxembourg office for tests, by the modules' own verbs.
public final class VerificationFixtures {
    public static final OfficeId LUXEMBOURG = OfficeId.of("socialware-lu");
    public static final byte[] PDF =
            "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private VerificationFixtures() {}

    public static Actor member(PersonId person) {
        return new Actor.Member(person, "Joëlle Hansen");
    }

    public static Actor staff(Reviewer reviewer) {
        return new Actor.Staff(reviewer.id(), reviewer.name());
    }

    public static Reviewer reviewer(String name) {
        return new Reviewer(PersonId.random(), name);
    }

    /// A number nobody else has; six digits, unlike those of the demo.
    public static String rcs() {
        return "F" + Serial.next(100_000, 900_000);
    }

    public static Draft complete(String name, String rcs) {
        return Draft.empty()
                .with("legal-name", name)
                .with("country", "LU")
                .with("form", "asbl")
                .with("identifier.LU-RCS", rcs)
                .with("street", "22, quai des Lavandières")
                .with("postal-code", "L-6400")
                .with("town", "Echternach")
                .with("official-email", "bureau@mainsvertes.example")
                .with("phone", "+352 12 34 56")
                .with("mission", "Insertion par le maraîchage")
                .with("main-activity", "4100")
                .with("purposes", "none")
                .with("budget-amount", "214 500")
                .with("budget-year", "2025");
    }

    /// A registration with all its documents, not yet submitted.
    public static OrganisationId draft(
            Organisations organisations, Verification verification, Packs packs, PersonId holder) {
        var actor = member(holder);
        var id = organisations.start(actor, holder, LUXEMBOURG);
        var name = "Les Mains Vertes " + UUID.randomUUID().toString().substring(0, 8);
        organisations.save(actor, id, complete(name, rcs()));
        var form = packs.get(LUXEMBOURG).office().forms().get("asbl");
        for (var kind : java.util.Objects.requireNonNull(form).evidence()) {
            verification.attach(
                    actor,
                    id,
                    EvidenceKinds.key(kind),
                    "document.pdf",
                    new ByteArrayInputStream(PDF));
        }
        return id;
    }

    /// An organisation with this number whose case waits for a reviewer.
    public static OrganisationId submitted(
            Organisations organisations, Verification verification, PersonId holder, String rcs) {
        var actor = member(holder);
        var id = organisations.start(actor, holder, LUXEMBOURG);
        organisations.save(actor, id, complete("Fanfare " + rcs, rcs));
        for (var missing : verification.missing(id)) {
            if (missing instanceof Missing.Evidence(var kind)) {
                var key = EvidenceKinds.key(kind);
                verification.attach(actor, id, key, "d.pdf", new ByteArrayInputStream(PDF));
            }
        }
        var outcome = verification.submit(actor, id);
        if (!(outcome instanceof SubmitOutcome.Submitted)) {
            throw new IllegalStateException("Not submitted: " + outcome);
        }
        return id;
    }
}
