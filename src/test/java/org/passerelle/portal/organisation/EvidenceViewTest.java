package org.passerelle.portal.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.document.Document.Scan;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.verification.CaseId;
import org.passerelle.verification.CaseWords;
import org.passerelle.verification.Evidence;
import org.passerelle.verification.EvidenceId;
import org.passerelle.words.TestWords;

@Requirement("VER-01")
class EvidenceViewTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final Evidence evidence =
            new Evidence(
                    EvidenceId.random(),
                    OrganisationId.random(),
                    CaseId.random(),
                    Evidence.OTHER,
                    "statuts.pdf",
                    "application/pdf",
                    1000,
                    "0",
                    NOW,
                    Signature.of("Jo"),
                    Optional.empty());

    private EvidenceView shown(Scan scan) {
        var words = new CaseWords(TestWords.in(Language.EN), ZoneOffset.UTC);
        return EvidenceView.of(evidence, words, Map.of(evidence.id(), scan));
    }

    @Test
    void what_the_virus_scanner_has_not_passed_leads_nowhere_and_says_why() {
        assertThat(shown(new Scan.Waiting()).path()).isEmpty();
        assertThat(shown(new Scan.Waiting()).about()).contains("virus");
        assertThat(shown(new Scan.Infected(NOW, "Eicar")).path()).isEmpty();
        assertThat(shown(new Scan.Clean(NOW)).path()).endsWith(evidence.id().toString());
        assertThat(shown(new Scan.NotAsked()).path()).endsWith(evidence.id().toString());
    }
}
